package io.renkei.connector.egov.internal;

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
import java.util.regex.Pattern;

/**
 * What an answer to POST /apply means. An acceptance or a refusal is believed only in e-Gov's own form; whatever else
 * comes after sending is unknown. No remote text goes further.
 */
final class EgovAnswers {

    /** The kind of the number that e-Gov calls 到達番号. */
    static final String ARRIVE_ID = "arrive-id";

    static final Pattern ARRIVE_ID_FORM = Pattern.compile("[0-9]{16,18}");

    private EgovAnswers() {}

    /**
     * @param reply not with status 401
     * @throws PermanentFailure if e-Gov rejects the call as such
     */
    static DispatchOutcome read(DestinationId destination, HttpReply reply, Instant now) throws PermanentFailure {
        JsonNode json = reply.json();
        int status = reply.status();
        if (status / 100 == 2) {
            return acknowledged(destination, json);
        }
        Optional<Instant> until = RetryAfter.of(status, reply.retryAfter(), now);
        if (until.isPresent()) {
            return new Deferred(until.get(), EgovCode.BUSY.code());
        }
        if (status / 100 == 4 && status != 408 && json.path("title").isTextual()) {
            JsonNode first = json.path("report_list").path(0);
            if (first.isObject()) {
                return refused(first);
            }
            throw new PermanentFailure(EgovCode.CLIENT_ERROR.code(), null);
        }
        return new Unknown(EgovCode.ODD_ANSWER.code());
    }

    private static DispatchOutcome acknowledged(DestinationId destination, JsonNode json) {
        String arriveId = json.path("results").path("arrive_id").asText("");
        return ARRIVE_ID_FORM.matcher(arriveId).matches()
                ? new Acknowledged(Level.ARRIVED, List.of(new ReceiptNumber(destination, ARRIVE_ID, arriveId)))
                : new Unknown(EgovCode.ODD_ANSWER.code());
    }

    private static Refused refused(JsonNode line) {
        EgovCode code = EgovFaults.code(
                line.path("item").asText(""), line.path("content").asText(""));
        return new Refused(
                Level.ARRIVED,
                code.code(),
                EgovFaults.place(
                        line.path("file_name").asText(""), line.path("item").asText("")),
                code.sentenceJa());
    }
}
