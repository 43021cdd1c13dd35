package io.renkei.connector.eltax.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.DestinationId;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an answer to POST /applications means. An acceptance or a refusal is believed only in the agreed form; whatever else
 * comes after sending is unknown. No remote text goes further.
 */
final class EltaxAnswers {

    static final String RECEIPT_NUMBER = "receipt-number";

    private static final String NUMBER = "受付番号";
    private static final Pattern NUMBER_FORM = Pattern.compile("[A-Z0-9-]{4,32}");
    private static final Pattern ITEM_FORM = Pattern.compile("[a-z][a-z0-9.-]{0,63}");
    private static final Set<Integer> CALL_REJECTED = Set.of(400, 401, 403, 404, 405, 413, 415);
    private static final Set<String> SEAL_CODES = Set.of("SEAL", "DIGEST");

    private EltaxAnswers() {}

    /**
     * @throws PermanentFailure if the call is rejected as such
     */
    static DispatchOutcome read(DestinationId destination, HttpReply reply, Instant now) throws PermanentFailure {
        JsonNode json = reply.json();
        int status = reply.status();
        String code = json.path("code").asText("");
        if (status / 100 == 2) {
            return number(destination, json)
                    .<DispatchOutcome>map(number -> new Acknowledged(Level.ARRIVED, List.of(number)))
                    .orElse(new Unknown(EltaxCode.ODD_ANSWER.code()));
        }
        Optional<Instant> until = RetryAfter.of(status, reply.retryAfter(), now);
        if (until.isPresent()) {
            return new Deferred(until.get(), EltaxCode.BUSY.code());
        }
        if (status == 422 && !code.isEmpty()) {
            return refused(code, json.path("item").asText(""));
        }
        if (CALL_REJECTED.contains(status) && !code.isEmpty()) {
            throw new PermanentFailure(EltaxCode.CLIENT_ERROR.code(), null);
        }
        return new Unknown(EltaxCode.ODD_ANSWER.code());
    }

    /** The number that an answer gives, where it has the agreed form. */
    static Optional<ReceiptNumber> number(DestinationId destination, JsonNode json) {
        String value = json.path(NUMBER).asText("");
        return NUMBER_FORM.matcher(value).matches()
                ? Optional.of(new ReceiptNumber(destination, RECEIPT_NUMBER, value))
                : Optional.empty();
    }

    private static Refused refused(String remote, String item) {
        EltaxCode code = SEAL_CODES.contains(remote) ? EltaxCode.REFUSED_SEAL : EltaxCode.REFUSED;
        String place = ITEM_FORM.matcher(item).matches() ? item : "";
        return new Refused(Level.ARRIVED, code.code(), place, code.sentenceJa());
    }
}
