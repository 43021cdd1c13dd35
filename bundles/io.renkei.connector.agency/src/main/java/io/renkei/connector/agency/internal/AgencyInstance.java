package io.renkei.connector.agency.internal;

import io.renkei.api.model.InformationCode;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.api.spi.AttributeSource.Answer;
import io.renkei.api.spi.AttributeSource.Question;
import io.renkei.api.spi.MinistryConnector.Health;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TlsContexts;
import io.renkei.api.spi.TransientFailure;
import io.renkei.http.ConnectorHttp;
import io.renkei.http.Probe;
import io.renkei.http.soap.SoapElement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One agency: its clients, and what is asked by them. Safe for use by several threads. */
final class AgencyInstance implements AutoCloseable {

    private static final int MOST_ANSWER_BYTES = 4 * 1024 * 1024;

    private final AgencySettings settings;
    private final ConnectorHttp http;
    private final Probe probe;
    private final SoapClient server;

    /** @throws IllegalArgumentException with a sentence that says which TLS file is wrong */
    AgencyInstance(AgencySettings settings, TlsContexts tls) {
        this.settings = settings;
        this.http = new ConnectorHttp(
                "agency-deadline", settings.http().tls(tls), settings.asking().parallel(), MOST_ANSWER_BYTES);
        this.probe = new Probe(http, settings.http().endpoint());
        this.server = new SoapClient(
                http.client(settings.http().connect(), settings.http().response())
                        .http(),
                settings.http().endpoint());
    }

    AgencySettings settings() {
        return settings;
    }

    Map<SelfInformationNumber, Answer> ask(Question question) throws TransientFailure, PermanentFailure {
        Map<SelfInformationNumber, Answer> answers = new HashMap<>();
        Map<InformationCode, SelfInformationNumber> coded =
                coded(question, question.items().keySet(), answers);
        if (!coded.isEmpty()) {
            SoapElement answer = server.call(Inquiries.inquire(settings.parties(), question, coded));
            answers.putAll(InquiryAnswers.read(answer, question.reference(), coded));
        }
        return answers;
    }

    Map<SelfInformationNumber, Answer> askAgain(String handle, Question question, Set<SelfInformationNumber> items)
            throws TransientFailure, PermanentFailure {
        Map<SelfInformationNumber, Answer> answers = new HashMap<>();
        Map<InformationCode, SelfInformationNumber> coded = coded(question, items, answers);
        if (!coded.isEmpty()) {
            SoapElement answer = server.call(Inquiries.result(handle, question, coded));
            answers.putAll(InquiryAnswers.read(answer, question.reference(), coded));
        }
        return answers;
    }

    /** @param answers gets those of items that cannot be named to the agency */
    private Map<InformationCode, SelfInformationNumber> coded(
            Question question, Set<SelfInformationNumber> items, Map<SelfInformationNumber, Answer> answers) {
        Map<InformationCode, SelfInformationNumber> coded = new HashMap<>();
        for (SelfInformationNumber item : new TreeSet<>(items)) {
            InformationCode own = settings.codes().get(item);
            InformationCode code =
                    own != null ? own : question.items().get(item).code().orElse(null);
            if (code == null || coded.putIfAbsent(code, item) != null) {
                answers.put(item, new Answer.Unanswerable(AgencyCode.NO_INFORMATION_CODE.code()));
            }
        }
        return coded;
    }

    /** Any answer below 500: it is there. */
    Health probe() {
        return probe.ask(AgencyCode.BUSY.code(), AgencyCode.UNREACHABLE.code());
    }

    @Override
    public void close() {
        http.close();
    }
}
