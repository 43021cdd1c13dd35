package io.renkei.door.oidc.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which requests with a DPoP proof need a nonce of the provider in it. */
enum DpopNonces {
    OFF,
    /** Those for tokens. */
    TOKEN,
    /** Those for tokens, pushed ones, and those for userinfo and data. */
    EVERYWHERE;

    static Optional<DpopNonces> parse(String text) {
        return Arrays.stream(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text.strip()))
                .findFirst();
    }
}
