package io.renkei.door.rest.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/** Bytes as Base64 (RFC 4648, section 4) in a JSON text, and in no other form. */
final class Base64Text extends StdDeserializer<byte[]> {

    private static final long serialVersionUID = 1L;

    Base64Text() {
        super(byte[].class);
    }

    @Override
    public byte[] deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (byte[]) context.handleUnexpectedToken(byte[].class, parser);
        }
        return parser.getBinaryValue();
    }
}
