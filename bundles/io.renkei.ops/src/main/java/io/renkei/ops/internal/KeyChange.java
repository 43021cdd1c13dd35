package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.ports.artefacts.KeyRenewal.NewKey;
import java.io.IOException;
import java.util.Optional;

/** A new key of the OpenID provider. */
public record KeyChange(NewKey key, boolean compromised) implements Answer {

    /**
     * @param key empty where there is no provider
     * @throws OpsFault then
     */
    public static Answer of(Optional<NewKey> key, boolean compromised) {
        return new KeyChange(key.orElseThrow(() -> OpsCode.SERVICE_MISSING.fault("The OpenID provider")), compromised);
    }

    @Override
    public void print(Page page) {
        page.line(
                compromised
                        ? "Key " + key.id() + " signs from now on. Those of before are destroyed; sites refuse sign-ons"
                                + " until they fetch the keys anew, which takes minutes."
                        : "Key " + key.id() + " is published and signs from " + Times.japan(key.signsFrom())
                                + " (JST). What those of before signed counts on.");
    }

    @Override
    public void json(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("key", key.id());
        out.writeStringField("signsFrom", key.signsFrom().toString());
        out.writeBooleanField("compromised", compromised);
        out.writeEndObject();
    }
}
