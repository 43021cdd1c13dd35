package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.ports.config.Written;
import io.renkei.ports.settings.SettingsChange;
import io.renkei.ports.settings.SettingsChange.Edit;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Changes of settings, newest first; a line per key. */
record SettingHistorySheet(List<SettingsChange> changes) implements Answer {

    private static final List<String> HEADERS =
            List.of("configuration", "change", "when (JST)", "way", "who", "what", "key", "before", "after");

    @Override
    public void print(Page page) {
        page.table(
                HEADERS,
                changes.stream()
                        .flatMap(change -> change.edits().isEmpty()
                                ? List.of(row(change, new Edit("", Optional.empty(), Optional.empty()))).stream()
                                : change.edits().stream().map(edit -> row(change, edit)))
                        .toList(),
                "Nothing was changed.");
    }

    private static List<String> row(SettingsChange change, Edit edit) {
        return List.of(
                change.name(),
                String.valueOf(change.number()),
                Times.japan(change.at()),
                word(change.via()),
                change.who(),
                word(change.kind()),
                edit.key(),
                edit.before().map(Written::text).orElse(""),
                edit.after().map(Written::text).orElse(""));
    }

    @Override
    public void json(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("changes");
        for (SettingsChange change : changes) {
            out.writeStartObject();
            out.writeStringField("configuration", change.name());
            out.writeNumberField("change", change.number());
            out.writeStringField("at", change.at().toString());
            out.writeStringField("way", word(change.via()));
            out.writeStringField("who", change.who());
            out.writeStringField("what", word(change.kind()));
            out.writeArrayFieldStart("keys");
            for (Edit edit : change.edits()) {
                out.writeStartObject();
                out.writeStringField("key", edit.key());
                Json.text(out, "before", edit.before().map(Written::text));
                Json.text(out, "after", edit.after().map(Written::text));
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
