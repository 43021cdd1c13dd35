package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.ports.evidence.Batch;
import io.renkei.ports.evidence.BatchStore;
import io.renkei.ports.evidence.BatchStore.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Questions about journal roots. */
public final class Batches {

    private static final int MOST = 1_000;

    private final BatchStore store;

    public Batches(BatchStore store) {
        this.store = store;
    }

    /** The newest first, and since when rows wait that are in none. */
    public Answer list(int limit) {
        return new Sheet(store.list(Optional.empty(), Names.limit(limit, MOST)), store.waiting(1));
    }

    /** Some batches. */
    record Sheet(List<Batch> batches, Waiting waiting) implements Answer {

        private static final List<String> HEADERS =
                List.of("batch", "sealed (JST)", "applications", "timestamped (JST)", "after");

        @Override
        public void print(Page page) {
            page.table(HEADERS, batches.stream().map(Sheet::row).toList(), "No batch is sealed yet.");
            page.line(waiting.oldest()
                    .map(since -> "Rows wait to be sealed since " + Times.japan(since) + " (JST).")
                    .orElse("No row waits to be sealed."));
        }

        private static List<String> row(Batch batch) {
            return List.of(
                    Long.toString(batch.number()),
                    Times.japan(batch.statement().at()),
                    Integer.toString(batch.statement().leaves()),
                    batch.stamp().map(stamp -> Times.japan(stamp.at())).orElse("no"),
                    batch.stamp()
                            .map(stamp -> Times.length(
                                    Duration.between(batch.statement().at(), stamp.at())))
                            .orElse(""));
        }

        @Override
        public void json(JsonGenerator out) throws IOException {
            out.writeStartObject();
            out.writeArrayFieldStart("batches");
            for (Batch batch : batches) {
                out.writeStartObject();
                out.writeNumberField("number", batch.number());
                out.writeNumberField("applications", batch.statement().leaves());
                out.writeStringField("root", batch.statement().root().hex());
                out.writeStringField("previous", batch.statement().previous().hex());
                Json.time(out, "sealed", Optional.of(batch.statement().at()));
                Json.time(out, "stamped", batch.stamp().map(Batch.Stamp::at));
                out.writeEndObject();
            }
            out.writeEndArray();
            Json.time(out, "waitingSince", waiting.oldest());
            out.writeEndObject();
        }
    }
}
