package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.ops.internal.AccountErasing.Line;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.AccountJournal.Estate;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What erasing an account did, or would do.
 *
 * @param erased when it was erased; empty while it is not
 * @param now whether it was this call
 */
record AccountErasedSheet(
        AccountId account, Estate before, Optional<Instant> erased, boolean now, List<Line> ended, List<Line> kept)
        implements Answer {

    private static final List<String> ENDED = List.of("what there was", "number", "what happened");
    private static final List<String> ENDS = List.of("what there is", "number", "what would happen");
    private static final List<String> KEPT = List.of("what stays", "number", "until when");

    @Override
    public void print(Page page) {
        page.line("Account " + account + " (" + before.kind() + ", since " + Times.japan(before.since()) + ")");
        page.line(said());
        if (before.erased().isEmpty()) {
            page.table(now ? ENDED : ENDS, rows(ended), "");
        }
        page.table(KEPT, rows(kept), "");
        if (erased.isEmpty()) {
            page.line("Erase it: renkei:account-erase --yes " + account + ". It cannot be taken back.");
        }
    }

    private String said() {
        if (now) {
            return "It is erased.";
        }
        return erased.isPresent() ? "It was erased on " + Times.japan(erased) + "." : "Nothing was changed.";
    }

    private static List<List<String>> rows(List<Line> lines) {
        return lines.stream()
                .map(line -> List.of(line.what(), Long.toString(line.number()), line.fate()))
                .toList();
    }

    @Override
    public void json(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("account", account.toString());
        out.writeStringField("kind", before.kind().name());
        out.writeStringField("since", before.since().toString());
        Json.text(out, "erased", erased.map(Instant::toString));
        out.writeBooleanField("now", now);
        lines(out, "ended", before.erased().isEmpty() ? ended : List.of());
        lines(out, "kept", kept);
        out.writeEndObject();
    }

    private static void lines(JsonGenerator out, String name, List<Line> lines) throws IOException {
        out.writeArrayFieldStart(name);
        for (Line line : lines) {
            out.writeStartObject();
            out.writeStringField("what", line.what());
            out.writeNumberField("number", line.number());
            out.writeStringField("fate", line.fate());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
