package io.renkei.door.rest.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a JSON object into a record: every member exactly once, none beside, none null, none of another type, nothing
 * after it. Bounded by the body that it reads from.
 */
final class StrictJson {

    private static final int MAX_DEPTH = 4;
    private static final int MAX_NAME = 64;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNameLength(MAX_NAME)
                            .maxNumberLength(20)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .withCoercionConfig(
                    LogicalType.Textual,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    /** For several objects, one after the other. */
    private static final JsonMapper ONE_OF_SEVERAL = MAPPER.rebuild()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    static JsonParser parser(InputStream body) throws IOException {
        return ONE_OF_SEVERAL.createParser(body);
    }

    /** The object at the parser's place, which is left behind it. */
    static <T> T one(JsonParser parser, Class<T> type) throws RefusedCall, IOException {
        T value = ONE_OF_SEVERAL.readerFor(type).readValue(parser);
        if (value == null) {
            throw new RefusedCall(RestCode.JSON);
        }
        return value;
    }

    /**
     * @throws RefusedCall if it is not exactly such an object
     * @throws IOException if the body cannot be read
     */
    static <T> T read(InputStream body, Class<T> type) throws RefusedCall, IOException {
        ObjectReader reader = MAPPER.readerFor(type);
        try {
            T value = reader.readValue(body);
            if (value == null) {
                throw new RefusedCall(RestCode.JSON);
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new RefusedCall(RestCode.JSON);
        }
    }
}
