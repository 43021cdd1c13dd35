package io.renkei.portal.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.ports.state.Outbox.OutboxRow;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;

/** What stands around the data of every event (CloudEvents 1.0 JSON format, section 3). */
final class Envelope {

    private static final String SOURCE = "urn:renkei:gateway";

    private Envelope() {}

    /** Up to the first member of the data. */
    static void begin(JsonGenerator json, OutboxRow row, String type, Object subject, Instant time) throws IOException {
        json.writeStartObject();
        json.writeStringField("specversion", "1.0");
        json.writeStringField("id", Long.toString(row.id()));
        json.writeStringField("source", SOURCE);
        json.writeStringField("type", type);
        json.writeStringField("subject", subject.toString());
        json.writeStringField("time", time.toString());
        json.writeStringField("sequence", String.format(Locale.ROOT, "%019d", row.id()));
        json.writeStringField("datacontenttype", "application/json");
        json.writeObjectFieldStart("data");
    }

    static void end(JsonGenerator json) throws IOException {
        json.writeEndObject();
        json.writeEndObject();
    }
}
