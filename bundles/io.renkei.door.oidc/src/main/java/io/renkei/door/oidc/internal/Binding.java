package io.renkei.door.oidc.internal;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.oauth2.sdk.auth.X509CertificateConfirmation;
import com.nimbusds.oauth2.sdk.dpop.JWKThumbprintConfirmation;
import java.util.Optional;

/**
 * What a token is bound to: exactly one of the two.
 *
 * @param key thumbprint of a key (RFC 9449, section 6)
 * @param certificate digest of a certificate (RFC 8705, section 3)
 */
record Binding(Optional<JWKThumbprintConfirmation> key, Optional<X509CertificateConfirmation> certificate) {

    private static final String KEY = "jkt";
    private static final String CERTIFICATE = "x5t#S256";

    static Binding to(JWKThumbprintConfirmation key) {
        return new Binding(Optional.of(key), Optional.empty());
    }

    static Binding to(X509CertificateConfirmation certificate) {
        return new Binding(Optional.empty(), Optional.of(certificate));
    }

    static Binding of(Json kept) {
        return new Binding(
                kept.optional(KEY).map(Base64URL::new).map(JWKThumbprintConfirmation::new),
                kept.optional(CERTIFICATE).map(Base64URL::new).map(X509CertificateConfirmation::new));
    }

    Json into(Json json) {
        return json.with(KEY, key.map(JWKThumbprintConfirmation::getValue))
                .with(CERTIFICATE, certificate.map(X509CertificateConfirmation::getValue));
    }

    boolean isDpop() {
        return key.isPresent();
    }
}
