package io.renkei.door.oidc.internal;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.minidev.json.JSONObject;

/** What the provider keeps with an artefact, as a small JSON object of texts. */
final class Json {

    private final JSONObject members;

    private Json(JSONObject members) {
        this.members = members;
    }

    static Json object() {
        return new Json(new JSONObject());
    }

    /** Only what {@link #bytes} wrote. */
    static Json read(byte[] kept) {
        try {
            return new Json(JSONObjectUtils.parse(new String(kept, StandardCharsets.UTF_8)));
        } catch (ParseException e) {
            throw new IllegalStateException("what was kept is not what was written", e);
        }
    }

    Json with(String name, String value) {
        members.put(name, value);
        return this;
    }

    Json with(String name, Optional<?> value) {
        value.ifPresent(present -> members.put(name, present.toString()));
        return this;
    }

    String text(String name) {
        return optional(name).orElseThrow(() -> new IllegalStateException("what was kept has no " + name));
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable((String) members.get(name));
    }

    byte[] bytes() {
        return members.toJSONString().getBytes(StandardCharsets.UTF_8);
    }
}
