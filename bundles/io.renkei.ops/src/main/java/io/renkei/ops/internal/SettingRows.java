package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.ports.config.Written;
import io.renkei.ports.settings.Setting;
import io.renkei.ports.settings.SettingsFault;
import java.io.IOException;
import java.util.List;

/** Keys: what is in use, beside the default and the file. */
record SettingRows(List<Row> rows, List<SettingsFault> faults) implements Answer {

    private static final List<String> HEADERS = List.of("configuration", "key", "in use", "default", "kept out");

    /** One key of one configuration. */
    record Row(String name, Setting setting) {

        String keptOut() {
            return setting.keptOut() ? setting.written().map(Written::text).orElse("(not set)") : "";
        }
    }

    @Override
    public void print(Page page) {
        page.table(
                HEADERS,
                rows.stream()
                        .map(row -> List.of(
                                row.name(),
                                row.setting().key(),
                                Written.text(row.setting().effective()),
                                row.setting().standard(),
                                row.keptOut()))
                        .toList(),
                "Everything has its default.");
        for (SettingsFault fault : faults) {
            page.line(fault.name() + ".cfg is not right" + (fault.kept() ? ", what was before is in use: " : ": ")
                    + String.join("; ", fault.sentences()));
        }
    }

    @Override
    public void json(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("settings");
        for (Row row : rows) {
            Setting setting = row.setting();
            out.writeStartObject();
            out.writeStringField("configuration", row.name());
            out.writeStringField("key", setting.key());
            out.writeStringField("inUse", Written.text(setting.effective()));
            out.writeStringField("default", setting.standard());
            Json.text(out, "file", setting.written().map(Written::text));
            out.writeBooleanField("keptOut", setting.keptOut());
            out.writeStringField("meaning", setting.meaning());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeArrayFieldStart("faults");
        for (SettingsFault fault : faults) {
            out.writeStartObject();
            out.writeStringField("configuration", fault.name());
            out.writeBooleanField("beforeInUse", fault.kept());
            sentences(out, fault.sentences());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    static void sentences(JsonGenerator out, List<String> sentences) throws IOException {
        out.writeArrayFieldStart("sentences");
        for (String sentence : sentences) {
            out.writeString(sentence);
        }
        out.writeEndArray();
    }
}
