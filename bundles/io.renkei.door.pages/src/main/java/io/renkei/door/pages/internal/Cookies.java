package io.renkei.door.pages.internal;

import java.time.Duration;

/** The cookies of the pages. Each is for this host alone ({@code __Host-}), over TLS, and hidden from scripts. */
final class Cookies {

    static final String LANGUAGE = "__Host-renkei-language";

    /** Stands before the language where a site wished for it, and not the person. */
    static final String OF_SITE = "site-";

    static final String COMPANY = "__Host-renkei-company";
    static final String OFFER = "__Host-renkei-offer";
    static final String CERTIFICATE_CODE = "__Host-renkei-certificate-code";

    /** What a form is bound to where nobody is signed in. */
    static final String FORM = "__Host-renkei-form";

    private static final String BOUNDS = "; Path=/; Secure; HttpOnly; SameSite=Lax";

    private Cookies() {}

    /** Until the browser is closed. */
    static String set(String name, String value) {
        return name + "=" + value + BOUNDS;
    }

    static String set(String name, String value, Duration life) {
        return set(name, value) + "; Max-Age=" + life.toSeconds();
    }

    static String drop(String name) {
        return set(name, "", Duration.ZERO);
    }
}
