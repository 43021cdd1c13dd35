package io.renkei.door.oidc.internal;

import java.security.SecureRandom;
import java.util.Base64;

/** Draws codes and tokens: 256 random bits, base64url. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static String draw() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
