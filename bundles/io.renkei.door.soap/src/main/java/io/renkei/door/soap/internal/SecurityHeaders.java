package io.renkei.door.soap.internal;

import jakarta.servlet.http.HttpServletResponse;

/** What stands on every answer. There is no CORS: no page of another origin reads anything here. */
final class SecurityHeaders {

    private SecurityHeaders() {}

    static void set(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    }
}
