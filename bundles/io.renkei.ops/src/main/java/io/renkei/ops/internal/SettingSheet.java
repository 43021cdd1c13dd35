package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.ports.settings.SettingsFault;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The configurations at a glance. */
record SettingSheet(List<Name> rows) implements Answer {

    private static final List<String> HEADERS = List.of("configuration", "not default", "state", "what is wrong");

    /** @param set how many of its keys have another value than the default */
    record Name(String name, long set, Optional<SettingsFault> fault) {

        String state() {
            return fault.map(each -> each.kept() ? "kept out" : "critical").orElse("ok");
        }

        String wrong() {
            return fault.map(each -> String.join("; ", each.sentences())).orElse("");
        }
    }

    @Override
    public void print(Page page) {
        page.table(
                HEADERS,
                rows.stream()
                        .map(row -> List.of(row.name(), String.valueOf(row.set()), row.state(), row.wrong()))
                        .toList(),
                "There is no configuration.");
    }

    @Override
    public void json(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("configurations");
        for (Name row : rows) {
            out.writeStartObject();
            out.writeStringField("name", row.name());
            out.writeNumberField("notDefault", row.set());
            out.writeStringField("state", row.state());
            SettingRows.sentences(out, row.fault().map(SettingsFault::sentences).orElse(List.of()));
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
