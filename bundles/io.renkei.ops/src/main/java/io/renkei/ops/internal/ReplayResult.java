package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.api.model.FilingKey;
import io.renkei.ports.state.FilingView;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What a replay did.
 *
 * @param more whether there may be more parked filings of the kind
 * @param stopped why it ended before its end
 */
record ReplayResult(List<Line> lines, boolean dryRun, boolean more, Optional<String> stopped) implements Answer {

    private static final List<String> HEADERS = List.of("filing", "what happened", "state", "状態");

    /** One filing, as it stands after. */
    record Line(FilingKey key, Optional<FilingView> now, Fate fate) {}

    /** What became of one. */
    enum Fate {
        WOULD_REPLAY("would be made ready"),
        REPLAYED("made ready"),
        NOT_PARKED("is not parked (any more): nothing done"),
        CHANGED_MEANWHILE("changed at the same moment: nothing done"),
        OUTCOME_OPEN("may have arrived: ask the destination, then --outcome-checked"),
        NO_SUCH_FILING("there is no such filing");

        private final String sentence;

        Fate(String sentence) {
            this.sentence = sentence;
        }
    }

    @Override
    public void print(Page page) {
        page.table(HEADERS, lines.stream().map(ReplayResult::row).toList(), "No parked filing is meant.");
        page.line(count(Fate.REPLAYED) + " made ready, " + count(Fate.WOULD_REPLAY) + " would be, "
                + (lines.size() - count(Fate.REPLAYED) - count(Fate.WOULD_REPLAY)) + " left alone.");
        if (more) {
            page.line("There may be more: run it again, or raise --limit.");
        }
    }

    private static List<String> row(Line line) {
        return List.of(
                line.key().toString(),
                line.fate().sentence,
                line.now().map(filing -> filing.state().name()).orElse(""),
                line.now().map(filing -> filing.state().japanese()).orElse(""));
    }

    private long count(Fate fate) {
        return lines.stream().filter(line -> line.fate() == fate).count();
    }

    @Override
    public void json(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeBooleanField("dryRun", dryRun);
        out.writeArrayFieldStart("filings");
        for (Line line : lines) {
            out.writeStartObject();
            out.writeStringField("key", line.key().toString());
            out.writeStringField("fate", line.fate().name());
            Json.text(out, "state", line.now().map(filing -> filing.state().name()));
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeBooleanField("more", more);
        Json.text(out, "stopped", stopped);
        out.writeEndObject();
    }

    @Override
    public Optional<String> alarm() {
        return stopped;
    }
}
