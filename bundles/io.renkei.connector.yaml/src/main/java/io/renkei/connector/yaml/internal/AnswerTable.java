package io.renkei.connector.yaml.internal;

import com.fasterxml.jackson.core.JsonPointer;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.DispatchOutcome;
import io.renkei.api.model.DispatchOutcome.Acknowledged;
import io.renkei.api.model.DispatchOutcome.Deferred;
import io.renkei.api.model.DispatchOutcome.Level;
import io.renkei.api.model.DispatchOutcome.Refused;
import io.renkei.api.model.DispatchOutcome.Unknown;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.ReceiptNumber;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.http.RetryAfter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the answers to a call mean, row by row. Before any row, 429, and 503 with {@code Retry-After}, mean later. What no
 * row fits is unknown, and so is an acceptance without its number: nothing is believed that is not shown. No remote text
 * goes further.
 */
final class AnswerTable {

    private static final Pattern PLACE = Pattern.compile("[A-Za-z0-9._/\\[\\]-]{1,64}");
    private static final int WITH_HEADER = 503;

    private final List<Row> rows;

    /** What a row says of an answer that shows its evidence; empty if the answer lacks something after all. */
    interface Meaning {
        Optional<DispatchOutcome> of(Answer answer, DestinationId destination, Instant now) throws PermanentFailure;
    }

    record Row(Evidence evidence, Meaning meaning) {}

    AnswerTable(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /** @throws PermanentFailure if the call is rejected as such */
    DispatchOutcome read(Answer answer, FilingKey filing, DestinationId destination, Instant now)
            throws PermanentFailure {
        Optional<Instant> until = RetryAfter.of(answer.status(), answer.retryAfter(), now);
        if (until.isPresent()) {
            return new Deferred(until.get(), YamlCode.BUSY.code());
        }
        for (Row row : rows) {
            if (row.evidence().isIn(answer, filing)) {
                Optional<DispatchOutcome> outcome = row.meaning().of(answer, destination, now);
                if (outcome.isPresent()) {
                    return outcome.get();
                }
            }
        }
        return new Unknown(YamlCode.ODD_ANSWER.code());
    }

    static Meaning acknowledged(Level level, List<Evidence.Receipt> wanted) {
        return (answer, destination, now) -> {
            List<ReceiptNumber> numbers = Evidence.numbers(wanted, answer, destination);
            return numbers.isEmpty() ? Optional.empty() : Optional.of(new Acknowledged(level, numbers));
        };
    }

    /** @param place where the answer names the form or item that is wrong */
    static Meaning refused(Level stage, Optional<JsonPointer> place) {
        return (answer, destination, now) -> {
            String named = place.map(answer::at)
                    .filter(text -> PLACE.matcher(text).matches())
                    .orElse("");
            return Optional.of(new Refused(stage, YamlCode.REFUSED.code(), named, YamlCode.REFUSED.sentenceJa()));
        };
    }

    /** Later, as {@code Retry-After} says; without the header the row does not fit. */
    static Meaning deferred() {
        return (answer, destination, now) -> RetryAfter.of(WITH_HEADER, answer.retryAfter(), now)
                .map(until -> new Deferred(until, YamlCode.BUSY.code()));
    }

    static Meaning failed() {
        return (answer, destination, now) -> {
            throw new PermanentFailure(YamlCode.CALL_REJECTED.code(), null);
        };
    }

    static Meaning unknown() {
        return (answer, destination, now) -> Optional.of(new Unknown(YamlCode.ODD_ANSWER.code()));
    }
}
