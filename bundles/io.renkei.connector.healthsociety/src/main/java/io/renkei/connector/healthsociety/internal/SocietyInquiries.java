package io.renkei.connector.healthsociety.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.ReceiptNumber;
import io.renkei.api.spi.FollowUpQuestion;
import io.renkei.api.spi.ReadReceiptSender.ReadReceipt;
import io.renkei.api.spi.Reconciler.Finding;
import io.renkei.api.spi.Reconciler.Question;
import io.renkei.api.spi.StatusReader.Open;
import io.renkei.api.spi.StatusReader.Status;
import io.renkei.api.spi.TransientFailure;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The questions about what was sent, each by its filing key. Safe for use by several threads. */
final class SocietyInquiries {

    private static final Logger LOG = LoggerFactory.getLogger(SocietyInquiries.class);

    private final SocietySettings settings;
    private final SocietyApi api;
    private final Clock clock;

    SocietyInquiries(SocietySettings settings, SocietyApi api, Clock clock) {
        this.settings = settings;
        this.api = api;
        this.clock = clock;
    }

    /** The time is taken before the question, so that a filing that settles in between is never given up. */
    Finding lookUp(Question question) throws TransientFailure {
        Instant asked = clock.instant();
        Optional<JsonNode> known = api.filing(question.filing());
        if (known.isPresent()) {
            ReceiptNumber number = SocietyAnswers.number(settings.destination(), known.get())
                    .orElseThrow(() -> new TransientFailure(SocietyCode.NO_GOOD_ANSWER.code(), null));
            return new Finding.Found(List.of(number));
        }
        Instant settled =
                question.attempted().plus(settings.lane().totalTimeout()).plus(settings.settle());
        return asked.isBefore(settled) ? new Finding.NotYetKnown() : new Finding.NeverArrived();
    }

    /** What became of a partial correction or a withdrawal: the filing that it is about names it. */
    Finding lookUpAnswer(FollowUpQuestion question) throws TransientFailure {
        Instant asked = clock.instant();
        JsonNode known = api.filing(question.earlier().filing())
                .orElseThrow(() -> new TransientFailure(SocietyCode.NO_GOOD_ANSWER.code(), null));
        for (JsonNode answer : known.path("answers")) {
            if (answer.asText().equals(question.key().toString())) {
                return new Finding.Found(question.earlier().receipts());
            }
        }
        Instant settled =
                question.attempted().plus(settings.lane().totalTimeout()).plus(settings.settle());
        return asked.isBefore(settled) ? new Finding.NotYetKnown() : new Finding.NeverArrived();
    }

    List<Status> statuses(List<Open> filings) throws TransientFailure {
        List<Status> statuses = new ArrayList<>();
        for (Open filing : filings) {
            api.filing(filing.filing()).ifPresent(known -> statuses.add(status(filing, known)));
        }
        return statuses;
    }

    void send(ReadReceipt receipt) throws TransientFailure {
        api.readReceipt(SocietyApi.JSON
                .createObjectNode()
                .put("filing", receipt.filing().toString())
                .put("noticeId", receipt.noticeId())
                .put("fetchedAt", receipt.fetchedAt().toString()));
    }

    private Status status(Open filing, JsonNode known) {
        String word = known.path("status").asText("");
        if (!SocietyStatuses.isKnown(word)) {
            LOG.warn(
                    "{} names a state of {} that is not known here; it counts as 審査中",
                    settings.destination(),
                    filing.filing());
        }
        return new Status(
                filing.filing(),
                SocietyStatuses.events(word, known.path("withdrawal").asText("")),
                List.of(),
                word,
                "",
                known.path("correction").isObject()
                        ? Optional.of(SocietyReasons.read(known.path("correction"), settings.correctionLate()))
                        : Optional.empty());
    }
}
