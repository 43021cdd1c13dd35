package io.renkei.door.pages.internal;

import io.renkei.ports.access.Listener;
import jakarta.servlet.http.HttpServletResponse;

/** What stands on every answer. */
final class SecurityHeaders {

    private SecurityHeaders() {}

    static void set(HttpServletResponse response, PagesSettings settings, Listener listener) {
        // A form of the certificate's listener is answered by a redirect to the pages, which browsers hold against
        // form-action too.
        String forms = listener == Listener.PEOPLE ? "'self'" : "'self' " + settings.people();
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self'; form-action " + forms
                        + "; frame-ancestors 'none'; base-uri 'none'");
        response.setHeader("Strict-Transport-Security", "max-age=31536000");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        // With no-referrer a browser would send "Origin: null" with our own forms.
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-site");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
    }
}
