package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.ops.internal.BundleChanges.Change;
import io.renkei.ops.internal.BundleChanges.Touched;
import io.renkei.ops.internal.BundleChanges.What;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was deployed, and which bundles it touched. */
record ChangeSheet(List<Change> changes) implements Answer {

    private static final List<String> HEADERS = List.of("when (JST)", "bundles", "what happened");
    private static final int SHOWN = 5;

    @Override
    public void print(Page page) {
        page.table(HEADERS, changes.stream().map(ChangeSheet::row).toList(), "Nothing was deployed since the start.");
    }

    private static List<String> row(Change change) {
        List<Touched> all = change.bundles();
        String shown = all.stream().limit(SHOWN).map(ChangeSheet::words).collect(Collectors.joining("; "));
        return List.of(
                Times.japan(change.began()),
                String.valueOf(all.size()),
                all.size() > SHOWN ? shown + "; and " + (all.size() - SHOWN) + " more (--json)" : shown);
    }

    private static String words(Touched touched) {
        return touched.bundle() + " "
                + touched.before().map(before -> before + " -> ").orElse("") + touched.version()
                + " "
                + touched.what().stream()
                        .map(what -> what.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
    }

    @Override
    public void json(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("changes");
        for (Change change : changes) {
            out.writeStartObject();
            out.writeStringField("began", change.began().toString());
            out.writeStringField("ended", change.ended().toString());
            out.writeArrayFieldStart("bundles");
            for (Touched touched : change.bundles()) {
                out.writeStartObject();
                out.writeStringField("bundle", touched.bundle());
                out.writeStringField("version", touched.version());
                Json.text(out, "before", touched.before());
                out.writeArrayFieldStart("what");
                for (What what : touched.what()) {
                    out.writeString(what.name());
                }
                out.writeEndArray();
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
