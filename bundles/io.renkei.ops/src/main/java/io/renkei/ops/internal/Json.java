package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.renkei.api.model.FilingKey;
import io.renkei.ports.state.FilingView;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/** Writes JSON documents in ASCII, so that no terminal's encoding can spoil them. */
final class Json {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private Json() {}

    /** Writes a value. */
    @FunctionalInterface
    interface Value {
        void write(JsonGenerator out) throws IOException;
    }

    static String document(Value value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            value.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static void time(JsonGenerator out, String field, Optional<Instant> at) throws IOException {
        text(out, field, at.map(Instant::toString));
    }

    /** The text, or null where there is none. */
    static void text(JsonGenerator out, String field, Optional<String> value) throws IOException {
        out.writeFieldName(field);
        if (value.isPresent()) {
            out.writeString(value.get());
        } else {
            out.writeNull();
        }
    }

    /** The fields of a filing, inside an object that the caller opened. */
    static void filing(JsonGenerator out, FilingView filing) throws IOException {
        out.writeStringField("key", filing.key().toString());
        out.writeStringField("procedure", filing.procedure().value());
        out.writeStringField("destination", filing.destination().value());
        out.writeStringField("purpose", filing.purpose().name());
        text(out, "earlier", filing.earlier().map(FilingKey::toString));
        out.writeStringField("state", filing.state().name());
        out.writeStringField("stateJa", filing.state().japanese());
        out.writeNumberField("version", filing.version());
        out.writeNumberField("attempts", filing.attempts());
        time(out, "due", filing.due());
        text(out, "cause", filing.cause());
        out.writeArrayFieldStart("receipts");
        for (var receipt : filing.receipts()) {
            out.writeStartObject();
            out.writeStringField("destination", receipt.destination().value());
            out.writeStringField("kind", receipt.kind());
            out.writeStringField("value", receipt.value());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
