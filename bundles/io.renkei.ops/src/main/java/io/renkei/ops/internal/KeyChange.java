package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;

/** A new key of the OpenID provider. */
public record KeyChange(String key, boolean compromised) implements Answer {

    /**
     * @param key empty where there is no provider
     * @throws OpsFault then
     */
    public static Answer of(Optional<String> key, boolean compromised) {
        return new KeyChange(key.orElseThrow(() -> OpsCode.SERVICE_MISSING.fault("The OpenID provider")), compromised);
    }

    @Override
    public void print(Page page) {
        page.line("The OpenID provider signs with key " + key + ".");
        page.line(
                compromised
                        ? "The keys of before are destroyed. Sites refuse what they signed when they fetch the keys anew."
                        : "What the keys of before signed counts on; they are published for a week.");
    }

    @Override
    public void json(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("key", key);
        out.writeBooleanField("compromised", compromised);
        out.writeEndObject();
    }
}
