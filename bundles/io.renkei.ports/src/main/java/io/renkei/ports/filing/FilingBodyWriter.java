package io.renkei.ports.filing;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.api.model.FilingContent;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import io.renkei.api.spi.DispatchTask;
import java.io.IOException;
import java.util.Map;

/** Writes one body. */
final class FilingBodyWriter {

    private final JsonGenerator json;

    FilingBodyWriter(JsonGenerator json) {
        this.json = json;
    }

    void write(FilingBody body) throws IOException {
        json.writeStartObject();
        json.writeNumberField("version", FilingBodies.VERSION);
        json.writeStringField("originalFormat", body.originalFormat());
        json.writeFieldName("items");
        content(body.content(), 0);
        json.writeArrayFieldStart("parts");
        for (DispatchTask.Part part : body.parts()) {
            part(part);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void content(FilingContent content, int depth) throws IOException {
        if (depth > FilingBodies.MAX_DEPTH) {
            throw new IllegalArgumentException("groups stand too deep in groups");
        }
        json.writeStartObject();
        for (Map.Entry<ItemId, ItemValue> item : content.items().entrySet()) {
            json.writeObjectFieldStart(item.getKey().value());
            value(item.getValue(), depth);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void value(ItemValue value, int depth) throws IOException {
        if (value instanceof ItemValue.Text text) {
            json.writeStringField("text", text.value());
        } else if (value instanceof ItemValue.Kana kana) {
            json.writeStringField("kana", kana.value());
        } else if (value instanceof ItemValue.Date date) {
            json.writeStringField("date", date.value().toString());
        } else if (value instanceof ItemValue.Money money) {
            json.writeNumberField("money", money.yen());
        } else if (value instanceof ItemValue.Code code) {
            json.writeArrayFieldStart("code");
            json.writeString(code.list());
            json.writeString(code.value());
            json.writeEndArray();
        } else if (value instanceof ItemValue.Corporate corporate) {
            json.writeStringField("corporate", corporate.value().digits());
        } else if (value instanceof ItemValue.Individual individual) {
            json.writeStringField("individual", individual.value().release());
        } else if (value instanceof ItemValue.AttachmentRef attachment) {
            json.writeStringField("attachment", attachment.id());
        } else if (value instanceof ItemValue.Group group) {
            json.writeArrayFieldStart("group");
            for (FilingContent member : group.members()) {
                content(member, depth + 1);
            }
            json.writeEndArray();
        } else {
            throw new IllegalArgumentException("this version of a body has no such type of item");
        }
    }

    private void part(DispatchTask.Part part) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", part.id());
        json.writeStringField("file", part.file());
        json.writeBooleanField("original", part.original());
        json.writeStringField("mediaType", part.mediaType());
        json.writeNumberField("size", part.size());
        json.writeStringField("digest", part.digest().hex());
        json.writeEndObject();
    }
}
