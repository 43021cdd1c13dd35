package io.renkei.connector.etax.internal;

import io.renkei.api.model.FilingKey;
import io.renkei.api.spi.DispatchTask;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.Sealer;
import io.renkei.api.spi.Sealer.Placement;
import io.renkei.api.spi.Sealer.XmlSeal;
import io.renkei.api.spi.TransientFailure;
import io.renkei.http.HttpDispatch;
import io.renkei.http.HttpReply;
import io.renkei.http.soap.SoapField;
import io.renkei.http.soap.SoapRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The steps of one dispatch around its call. An exchange whose body is an outcome is done. */
final class DispatchSteps {

    private static final String FILE = "etax.file";
    private static final String FILER = "etax.filer";
    private static final String PROCEDURE = "18";
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final XtxMapper mapper;
    private final Sealer sealer;
    private final Clock clock;

    DispatchSteps(XtxMapper mapper, Sealer sealer, Clock clock) {
        this.mapper = mapper;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** The name under which a filing is sent and looked up. */
    static String fileName(FilingKey filing) {
        return filing + ".xtx";
    }

    /** Makes the request of a task, or its refusal; nothing is sent. */
    void prepare(Exchange exchange) throws PermanentFailure {
        DispatchTask task = exchange.getMessage().getBody(DispatchTask.class);
        if (!task.procedure().value().equals(PROCEDURE)) {
            throw new PermanentFailure(EtaxCode.UNKNOWN_PROCEDURE.code(), null);
        }
        if (!task.originalFormat().isEmpty() || !task.parts().isEmpty()) {
            throw new PermanentFailure(EtaxCode.FILES_NOT_SENT.code(), null);
        }
        try {
            XtxMapper.Xtx xtx = mapper.map(
                    task.filing(),
                    task.packageDigest(),
                    task.arrived().atZone(JAPAN).toLocalDate(),
                    task.content());
            byte[] sealed = sealer.sealXml(xtx.bytes(), XmlSeal.of("id", XtxMapper.ID, Placement.ENVELOPED));
            request(exchange, fileName(task.filing()), xtx.filerId(), sealed);
        } catch (ItemRefused e) {
            HttpDispatch.end(exchange, e.outcome());
        }
    }

    /** The outcome that an answer means. */
    void answer(Exchange exchange) throws PermanentFailure {
        HttpReply reply = HttpDispatch.reply(exchange);
        HttpDispatch.end(
                exchange,
                EtaxAnswers.read(
                        exchange.getProperty(FILE, String.class),
                        exchange.getProperty(FILER, String.class),
                        reply,
                        clock.instant()));
    }

    /** The outcome of a call without an answer. */
    void noAnswer(Exchange exchange) throws TransientFailure {
        HttpDispatch.noAnswer(exchange, EtaxCode.UNREACHABLE.code(), EtaxCode.NO_ANSWER.code());
    }

    private static void request(Exchange exchange, String fileName, String filerId, byte[] sealed) {
        SoapRequest request = Reception.request(
                "submit",
                List.of(
                        SoapField.of("fileName", fileName),
                        SoapField.of("filerId", filerId),
                        SoapField.of("file", Base64.getEncoder().encodeToString(sealed))));
        exchange.setProperty(FILE, fileName);
        exchange.setProperty(FILER, filerId);
        Message message = exchange.getMessage();
        message.setHeader(Exchange.CONTENT_TYPE, EtaxHeaders.CONTENT_TYPE);
        message.setHeader(EtaxHeaders.SOAP_ACTION, request.action());
        message.setBody(request.envelope());
    }
}
