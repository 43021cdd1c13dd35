package io.renkei.ports.outgoing;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;

/** What stands around the data of every event (CloudEvents 1.0 JSON format, section 3). */
public final class Envelope {

    private static final String SOURCE = "urn:renkei:gateway";

    private Envelope() {}

    /**
     * Up to the first member of the data.
     *
     * @param id never changes, and is no other event's
     * @param sequence grows from event to event of one subject
     */
    public static void begin(JsonGenerator json, String id, long sequence, String type, Object subject, Instant time)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("specversion", "1.0");
        json.writeStringField("id", id);
        json.writeStringField("source", SOURCE);
        json.writeStringField("type", type);
        json.writeStringField("subject", subject.toString());
        json.writeStringField("time", time.toString());
        json.writeStringField("sequence", String.format(Locale.ROOT, "%019d", sequence));
        json.writeStringField("datacontenttype", "application/json");
        json.writeObjectFieldStart("data");
    }

    public static void end(JsonGenerator json) throws IOException {
        json.writeEndObject();
        json.writeEndObject();
    }
}
