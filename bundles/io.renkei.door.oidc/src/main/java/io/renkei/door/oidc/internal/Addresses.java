package io.renkei.door.oidc.internal;

import io.renkei.ports.access.Listener;
import java.net.URI;
import java.util.Optional;

/** Where each endpoint stands; on the listener for certificates at the same path. */
final class Addresses {

    static final String DISCOVERY = "/.well-known/openid-configuration";
    static final String JWKS = "/oidc/jwks";
    static final String PAR = "/oidc/par";
    static final String AUTHORIZE = "/oidc/authorize";
    static final String TOKEN = "/oidc/token";
    static final String USERINFO = "/oidc/userinfo";
    static final String HANDOVER = "/oidc/handover";
    static final String INTROSPECT = "/oidc/introspect";
    static final String REVOKE = "/oidc/revoke";
    static final String LOGOUT = "/oidc/logout";

    /** Where the pages take an interaction over. */
    private static final String PAGES = "/people/requests/";

    private final URI issuer;
    private final Optional<URI> certificates;

    Addresses(URI issuer, Optional<URI> certificates) {
        this.issuer = issuer;
        this.certificates = certificates;
    }

    String issuer() {
        return issuer.toString();
    }

    URI at(String path) {
        return URI.create(issuer + path);
    }

    Optional<URI> withCertificate(String path) {
        return certificates.map(base -> URI.create(base + path));
    }

    /** As a caller on that listener knows it. */
    URI seenFrom(Listener listener, String path) {
        return listener == Listener.PEOPLE_TLS ? withCertificate(path).orElseGet(() -> at(path)) : at(path);
    }

    /** Where a person begins. */
    URI home() {
        return at("/people/sites");
    }

    URI pages(String interaction) {
        return at(PAGES + interaction);
    }
}
