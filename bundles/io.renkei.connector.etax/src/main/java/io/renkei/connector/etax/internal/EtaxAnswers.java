package io.renkei.connector.etax.internal;

import io.renkei.api.model.DispatchOutcome;
import io.renkei.api.model.DispatchOutcome.Acknowledged;
import io.renkei.api.model.DispatchOutcome.Deferred;
import io.renkei.api.model.DispatchOutcome.Level;
import io.renkei.api.model.DispatchOutcome.Refused;
import io.renkei.api.model.DispatchOutcome.Unknown;
import io.renkei.api.model.ReceiptNumber;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.http.HttpReply;
import io.renkei.http.RetryAfter;
import io.renkei.http.soap.SoapElement;
import io.renkei.http.soap.SoapFormatException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an answer to submit means. An immediate notice (即時通知) is believed only if it names the sent file and the filer;
 * whatever else comes after sending is unknown. No remote text goes further.
 */
final class EtaxAnswers {

    /** The kind of the number that e-Tax calls 受付番号. */
    static final String UKETSUKE = "uketsuke";

    private static final Pattern UKETSUKE_FORM = Pattern.compile("[0-9]{20}");
    private static final Unknown ODD = new Unknown(EtaxCode.ODD_ANSWER.code());

    private EtaxAnswers() {}

    /**
     * @throws PermanentFailure if e-Tax says that the call itself is wrong (SOAP 1.1, 4.4.1, Client)
     */
    static DispatchOutcome read(String fileName, String filerId, HttpReply reply, Instant now) throws PermanentFailure {
        Optional<Instant> until = RetryAfter.of(reply.status(), reply.retryAfter(), now);
        if (until.isPresent()) {
            return new Deferred(until.get(), EtaxCode.BUSY.code());
        }
        try {
            SoapElement answer = Reception.ANSWERS.body(reply.body());
            if (answer.isClientFault()) {
                throw new PermanentFailure(EtaxCode.CLIENT_ERROR.code(), null);
            }
            boolean ours = reply.status() == 200
                    && answer.is(Reception.NAMESPACE, "submitResponse")
                    && answer.only("fileName").equals(Optional.of(fileName))
                    && answer.only("filerId").equals(Optional.of(filerId));
            return ours ? notice(answer) : ODD;
        } catch (SoapFormatException e) {
            return ODD;
        }
    }

    /** The number as e-Tax's own; empty if it has another form. */
    static Optional<ReceiptNumber> number(String text) {
        return UKETSUKE_FORM.matcher(text).matches()
                ? Optional.of(new ReceiptNumber(EtaxSettings.DESTINATION, UKETSUKE, text))
                : Optional.empty();
    }

    private static DispatchOutcome notice(SoapElement notice) {
        List<SoapElement> errors = notice.all("error");
        if (!errors.isEmpty()) {
            SoapElement first = errors.get(0);
            EtaxCode code = EtaxFaults.code(first.only("code").orElse(""));
            return new Refused(
                    Level.TRANSMITTED,
                    code.code(),
                    EtaxFaults.place(first.only("place").orElse("")),
                    code.both(""));
        }
        return notice.only("receptionNumber")
                .flatMap(EtaxAnswers::number)
                .<DispatchOutcome>map(number -> new Acknowledged(Level.TRANSMITTED, List.of(number)))
                .orElse(ODD);
    }
}
