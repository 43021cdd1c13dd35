package io.renkei.door.oidc.internal;

import jakarta.servlet.http.HttpServletResponse;

/** What every answer says to browsers and caches. */
final class Headers {

    private Headers() {}

    static void set(HttpServletResponse response) {
        response.setHeader("Strict-Transport-Security", "max-age=31536000");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
    }

    /** For what is the same for everybody; shorter than a key is published before it signs. */
    static void kept(HttpServletResponse response) {
        response.setHeader("Cache-Control", "public, max-age=300");
    }
}
