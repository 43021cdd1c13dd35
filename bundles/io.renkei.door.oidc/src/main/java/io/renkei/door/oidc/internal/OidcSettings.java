package io.renkei.door.oidc.internal;

import io.renkei.ports.outgoing.OutgoingSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The provider as configured.
 *
 * @param issuer where people's browsers and sites reach it
 * @param certificates where sites reach it that prove themselves by a certificate
 * @param logoutTrust authorities of the servers that are told of a logout
 */
record OidcSettings(
        URI issuer,
        Optional<URI> certificates,
        Optional<Path> logoutTrust,
        Duration accessToken,
        Duration refreshToken,
        Duration signingKey,
        DpopNonces dpopNonces,
        int requestsPerMinute,
        int bodyMaxBytes,
        int requestsAtOnce) {

    /** @throws IllegalArgumentException with one line per fault */
    static OidcSettings of(OidcConfig config) {
        OutgoingSettings read = new OutgoingSettings();
        Optional<URI> issuer = base("issuer", config.issuer(), read);
        Optional<URI> certificates = config.certificates_url().isBlank()
                ? Optional.empty()
                : base("certificates.url", config.certificates_url(), read);
        Optional<Path> trust = config.logout_tls_trust().isBlank()
                ? Optional.empty()
                : read.trust(config.logout_tls_trust(), "the sites' servers");
        read.within("access.token.seconds", config.access_token_seconds(), 60, 3600);
        read.within("refresh.token.days", config.refresh_token_days(), 1, 365);
        read.within("signing.key.days", config.signing_key_days(), 1, 730);
        Optional<DpopNonces> nonces = DpopNonces.parse(config.dpop_nonces());
        read.require(nonces.isPresent(), "dpop.nonces is off, token or everywhere");
        read.within("site.requests.per.minute", config.site_requests_per_minute(), 10, 100_000);
        read.within("body.max.bytes", config.body_max_bytes(), 1_024, 1_048_576);
        read.within("requests.at.once", config.requests_at_once(), 1, 1_000);
        read.finish();
        return new OidcSettings(
                issuer.orElseThrow(),
                certificates,
                trust,
                Duration.ofSeconds(config.access_token_seconds()),
                Duration.ofDays(config.refresh_token_days()),
                Duration.ofDays(config.signing_key_days()),
                nonces.orElseThrow(),
                config.site_requests_per_minute(),
                config.body_max_bytes(),
                config.requests_at_once());
    }

    /** Without a path, so that each endpoint stands at one place. */
    private static Optional<URI> base(String key, String text, OutgoingSettings read) {
        Optional<URI> address = read.address(key, text);
        read.require(
                address.filter(url -> url.getRawPath().isEmpty() && url.getRawQuery() == null)
                        .isPresent(),
                key + " has no path and no query, and no slash at its end");
        return address;
    }
}
