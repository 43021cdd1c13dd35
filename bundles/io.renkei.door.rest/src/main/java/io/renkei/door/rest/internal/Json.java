package io.renkei.door.rest.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes JSON objects member by member, in order; what is empty is left out. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, Object> members = new LinkedHashMap<>();

    static Json object() {
        return new Json();
    }

    Json with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    Json with(String name, Optional<?> value) {
        value.ifPresent(present -> members.put(name, present.toString()));
        return this;
    }

    Json withObject(String name, Optional<Map<String, Object>> value) {
        value.ifPresent(present -> members.put(name, present));
        return this;
    }

    Json withText(String name, String value) {
        return value.isEmpty() ? this : with(name, value);
    }

    Json withList(String name, List<?> values) {
        return values.isEmpty() ? this : with(name, (Object) values);
    }

    Map<String, Object> map() {
        return members;
    }

    /** UTF-8. */
    byte[] bytes() {
        try {
            return MAPPER.writeValueAsBytes(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, lists, texts and numbers can always be written", e);
        }
    }
}
