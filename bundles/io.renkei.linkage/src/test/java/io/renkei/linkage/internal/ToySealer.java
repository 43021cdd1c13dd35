package io.renkei.linkage.internal;

import io.renkei.ports.trust.ReceiptSealer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Makes what looks like a seal, so that a test can read what was sealed. */
final class ToySealer implements ReceiptSealer {

    @Override
    public String seal(String type, byte[] payload) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString(type.getBytes(StandardCharsets.UTF_8)) + "." + base64.encodeToString(payload)
                + ".x";
    }

    static String payload(String receipt) {
        return new String(Base64.getUrlDecoder().decode(receipt.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    @Override
    public String jwks() {
        return "{\"keys\":[]}";
    }
}
