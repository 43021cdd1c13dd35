package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.FilingStore;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.JournalRow;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What waits for a person. */
public final class Parked {

    private static final int MOST = 100;

    private final FilingStore filings;
    private final ApplicationStore applications;
    private final Clock clock;

    public Parked(FilingStore filings, ApplicationStore applications, Clock clock) {
        this.filings = filings;
        this.applications = applications;
        this.clock = clock;
    }

    /** By key. */
    public Answer list(Optional<DestinationId> destination, Optional<FilingKey> after, int limit) {
        List<FilingView> found = filings.list(FilingState.PARKED, destination, after, Names.limit(limit, MOST));
        Map<ArrivalNumber, List<JournalRow>> lines = new HashMap<>();
        List<Row> rows = found.stream()
                .map(filing -> new Row(
                        filing,
                        Parking.of(
                                lines.computeIfAbsent(filing.key().application(), applications::timeLine),
                                filing.key())))
                .toList();
        Optional<FilingKey> next = found.size() < limit
                ? Optional.empty()
                : Optional.of(found.get(found.size() - 1).key());
        return new Sheet(rows, next, clock.instant());
    }

    /** A parked filing with how it came there. */
    record Row(FilingView filing, Parking parking) {}

    /** Some parked filings, as of {@code now}. */
    record Sheet(List<Row> rows, Optional<FilingKey> next, Instant now) implements Answer {

        private static final List<String> HEADERS =
                List.of("filing", "destination", "cause", "attempts", "since (JST)", "age", "has the destination it?");

        @Override
        public void print(Page page) {
            page.table(HEADERS, rows.stream().map(this::row).toList(), "Nothing is parked.");
            next.ifPresent(key -> page.line("More: --after " + key));
            if (!rows.isEmpty()) {
                page.line("Next: renkei:why FILING; when the cause is gone: renkei:parked-replay FILING");
            }
        }

        private List<String> row(Row row) {
            return List.of(
                    row.filing().key().toString(),
                    row.filing().destination().value(),
                    row.filing().cause().orElse(""),
                    String.valueOf(row.filing().attempts()),
                    Times.japan(row.parking().since()),
                    age(row).map(Times::length).orElse(""),
                    row.parking().doubtful() ? "perhaps: ask it" : "no");
        }

        private Optional<Duration> age(Row row) {
            return row.parking().since().map(since -> Duration.between(since, now));
        }

        @Override
        public void json(JsonGenerator out) throws IOException {
            out.writeStartObject();
            out.writeArrayFieldStart("parked");
            for (Row row : rows) {
                out.writeStartObject();
                Json.filing(out, row.filing());
                Json.time(out, "since", row.parking().since());
                Json.text(out, "age", age(row).map(Duration::toString));
                out.writeBooleanField("doubtful", row.parking().doubtful());
                out.writeEndObject();
            }
            out.writeEndArray();
            Json.text(out, "next", next.map(FilingKey::toString));
            out.writeEndObject();
        }
    }
}
