package io.renkei.door.oidc.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.X509CertificateConfirmation;
import com.nimbusds.oauth2.sdk.dpop.JWKThumbprintConfirmation;
import com.nimbusds.oauth2.sdk.dpop.verifiers.AccessTokenValidationException;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPIssuer;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPProofUse;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPProtectedResourceRequestVerifier;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPTokenRequestVerifier;
import com.nimbusds.oauth2.sdk.dpop.verifiers.InvalidDPoPNonceException;
import com.nimbusds.oauth2.sdk.dpop.verifiers.InvalidDPoPProofException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.oauth2.sdk.token.DPoPTokenError;
import com.nimbusds.oauth2.sdk.util.singleuse.AlreadyUsedException;
import com.nimbusds.oauth2.sdk.util.singleuse.SingleUseChecker;
import com.nimbusds.openid.connect.sdk.Nonce;
import io.renkei.ports.artefacts.Artefacts.Kept;
import io.renkei.ports.sites.Site;
import io.renkei.ports.sites.SiteId;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What a caller proves beside who it is: that it has the key, or the certificate, which its token is bound to. */
final class Proofs {

    private static final long SKEW_SECONDS = 30;
    private static final long AGE_SECONDS = 60;

    private final Seen seen;
    private final Nonces nonces;
    private final Curves curves;
    private final Clock clock;

    Proofs(Seen seen, Nonces nonces, Curves curves, Clock clock) {
        this.seen = seen;
        this.nonces = nonces;
        this.curves = curves;
        this.clock = clock;
    }

    /** What tokens that are asked for now are bound to; a key comes before the certificate. */
    Binding forTokens(Site site, HTTPRequest http) throws Refused {
        Optional<JWKThumbprintConfirmation> key = keyOf(site, http, nonces.atTokens());
        if (key.isPresent()) {
            return Binding.to(key.get());
        }
        X509Certificate certificate = http.getClientX509Certificate();
        if (site.client().authentication() == Site.ClientAuthentication.TLS_CERTIFICATE && certificate != null) {
            return Binding.to(X509CertificateConfirmation.of(certificate));
        }
        throw Refused.with(OAuth2Error.INVALID_DPOP_PROOF, "A DPoP proof is needed (RFC 9449)");
    }

    /** The key of the proof beside a pushed request, if there is one. */
    Optional<JWKThumbprintConfirmation> ofPushed(Site site, HTTPRequest http) throws Refused {
        return keyOf(site, http, nonces.elsewhere());
    }

    private Optional<JWKThumbprintConfirmation> keyOf(Site site, HTTPRequest http, Set<Nonce> needed) throws Refused {
        Optional<SignedJWT> proof = proof(http);
        if (proof.isEmpty()) {
            return Optional.empty();
        }
        DPoPTokenRequestVerifier verifier = new DPoPTokenRequestVerifier(
                new HashSet<>(Clients.ALGORITHMS), http.getURI(), SKEW_SECONDS, AGE_SECONDS, once(site.id()));
        try {
            return Optional.of(verifier.verify(issuer(site.id()), proof.get(), accepted(needed, proof.get())));
        } catch (InvalidDPoPNonceException e) {
            throw new Refused(nonces.with(OAuth2Error.USE_DPOP_NONCE.toHTTPResponse()));
        } catch (InvalidDPoPProofException e) {
            throw Refused.with(OAuth2Error.INVALID_DPOP_PROOF);
        } catch (JOSEException e) {
            throw new IllegalStateException("the JDK verifies these signatures", e);
        }
    }

    private Optional<SignedJWT> proof(HTTPRequest http) throws Refused {
        if (http.getHeaderValue("DPoP") == null) {
            return Optional.empty();
        }
        if (http.getHeaderValues("DPoP").size() > 1) {
            throw Refused.with(OAuth2Error.INVALID_DPOP_PROOF);
        }
        try {
            return Optional.of(curves.with(http.getPoPWithException()));
        } catch (ParseException e) {
            throw Refused.with(OAuth2Error.INVALID_DPOP_PROOF);
        }
    }

    /** Whether whoever shows a token has what it is bound to. */
    boolean holds(SiteId site, AccessToken shown, Binding bound, HTTPRequest http) throws Refused {
        if (bound.isDpop() != shown instanceof DPoPAccessToken) {
            return false;
        }
        if (shown instanceof DPoPAccessToken token) {
            Optional<SignedJWT> proof = proof(http);
            return proof.isPresent() && holdsKey(site, token, bound.key().orElseThrow(), proof.get(), http);
        }
        X509Certificate certificate = http.getClientX509Certificate();
        return certificate != null
                && bound.certificate()
                        .filter(X509CertificateConfirmation.of(certificate)::equals)
                        .isPresent();
    }

    private boolean holdsKey(
            SiteId site, DPoPAccessToken token, JWKThumbprintConfirmation key, SignedJWT proof, HTTPRequest http)
            throws Refused {
        DPoPProtectedResourceRequestVerifier verifier = new DPoPProtectedResourceRequestVerifier(
                new HashSet<>(Clients.ALGORITHMS), SKEW_SECONDS, AGE_SECONDS, once(site));
        try {
            verifier.verify(
                    http.getMethod().name(),
                    http.getURI(),
                    issuer(site),
                    proof,
                    token,
                    key,
                    accepted(nonces.elsewhere(), proof),
                    null);
            return true;
        } catch (InvalidDPoPNonceException e) {
            throw new Refused(
                    nonces.with(Bearers.refused(DPoPTokenError.USE_DPOP_NONCE).answer()));
        } catch (InvalidDPoPProofException | AccessTokenValidationException e) {
            return false;
        } catch (JOSEException e) {
            throw new IllegalStateException("the JDK verifies these signatures", e);
        }
    }

    /** Where none is needed, whatever the proof has: sites go on with the one that another endpoint gave them. */
    private static Set<Nonce> accepted(Set<Nonce> needed, SignedJWT proof) {
        if (!needed.isEmpty()) {
            return needed;
        }
        try {
            String given = proof.getJWTClaimsSet().getStringClaim("nonce");
            return given == null || given.isBlank() ? Set.of() : Set.of(new Nonce(given));
        } catch (java.text.ParseException e) {
            return Set.of();
        }
    }

    private static DPoPIssuer issuer(SiteId site) {
        return new DPoPIssuer(new ClientID(site.value()));
    }

    /** Asked for when the signature is good. */
    private SingleUseChecker<DPoPProofUse> once(SiteId site) {
        return use -> {
            Kept kept = seen.firstTime(
                    site, "proof", use.getJWTID().getValue(), clock.instant().plusSeconds(SKEW_SECONDS + AGE_SECONDS));
            if (kept != Kept.KEPT) {
                throw new AlreadyUsedException("seen before");
            }
        };
    }
}
