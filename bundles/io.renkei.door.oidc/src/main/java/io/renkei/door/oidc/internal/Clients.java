package io.renkei.door.oidc.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.auth.SelfSignedTLSClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.verifier.ClientAuthenticationVerifier;
import com.nimbusds.oauth2.sdk.auth.verifier.ClientCredentialsSelector;
import com.nimbusds.oauth2.sdk.auth.verifier.Context;
import com.nimbusds.oauth2.sdk.auth.verifier.ExpendedJTIChecker;
import com.nimbusds.oauth2.sdk.auth.verifier.InvalidClientException;
import com.nimbusds.oauth2.sdk.auth.verifier.JWTAudienceCheck;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.JWTID;
import io.renkei.api.model.Sha256;
import io.renkei.ports.artefacts.Artefacts.Kept;
import io.renkei.ports.sites.Site;
import io.renkei.ports.sites.SiteId;
import io.renkei.ports.sites.Sites;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Proves which site calls, before anything else of its request is read: {@code private_key_jwt} (RFC 7523; the audience is the issuer
 * alone, each assertion once, on any node) or {@code self_signed_tls_client_auth} (RFC 8705). There is no secret shared with a site.
 */
final class Clients {

    static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.PS256);

    private final Sites sites;
    private final Seen seen;
    private final Rates rates;
    private final Curves curves;
    private final ClientAuthenticationVerifier<Asked> verifier;

    Clients(String issuer, Sites sites, Seen seen, Rates rates, ClientKeys keys, Curves curves) {
        this.sites = sites;
        this.seen = seen;
        this.rates = rates;
        this.curves = curves;
        this.verifier = new ClientAuthenticationVerifier<>(
                new Keys(keys), Set.of(new Audience(issuer)), JWTAudienceCheck.STRICT, new Once());
    }

    /** What the verifier is asked, and what it found beside its verdict. */
    private static final class Asked {
        private final Site site;
        private final Optional<X509Certificate> certificate;
        private Kept kept = Kept.KEPT;

        private Asked(Site site, Optional<X509Certificate> certificate) {
            this.site = site;
            this.certificate = certificate;
        }
    }

    /** @throws Refused with {@code invalid_client}, or past the site's rate */
    Site authenticate(Call call) throws Refused {
        ClientAuthentication proof = proof(call.http());
        Site site = SiteId.parse(proof.getClientID().getValue())
                .flatMap(sites::find)
                .filter(found -> method(found).equals(proof.getMethod()))
                .orElseThrow(Clients::unknown);
        if (proof instanceof PrivateKeyJWT jwt && !isTaken(jwt)) {
            throw unknown();
        }
        verify(proof, new Asked(site, Optional.ofNullable(call.http().getClientX509Certificate())));
        rates.count(site.id());
        return site;
    }

    /** An assertion without {@code jti} could come again (OpenID Connect Core 1.0, section 9). */
    private static boolean isTaken(PrivateKeyJWT jwt) {
        return ALGORITHMS.contains(jwt.getClientAssertion().getHeader().getAlgorithm())
                && jwt.getJWTAuthenticationClaimsSet().getJWTID() != null;
    }

    /** By an assertion if there is one; a certificate counts by itself, whoever issued it, since the site's file names it. */
    private ClientAuthentication proof(HTTPRequest http) throws Refused {
        try {
            if (http.getBodyAsFormParameters().containsKey("client_assertion")) {
                return new PrivateKeyJWT(curves.with(PrivateKeyJWT.parse(http).getClientAssertion()));
            }
            if (http.getClientX509Certificate() != null) {
                return SelfSignedTLSClientAuthentication.parse(http);
            }
        } catch (ParseException e) {
            throw unknown();
        }
        throw unknown();
    }

    private void verify(ClientAuthentication proof, Asked asked) throws Refused {
        Context<Asked> context = new Context<>();
        context.set(asked);
        try {
            verifier.verify(proof, Set.of(), context);
        } catch (InvalidClientException | JOSEException e) {
            throw unknown();
        }
        if (asked.kept == Kept.SEEN_BEFORE) {
            throw unknown();
        }
        if (asked.kept == Kept.TOO_MANY) {
            throw Refused.later(429, Seen.PAUSE);
        }
    }

    static ClientAuthenticationMethod method(Site site) {
        return site.client().authentication() == Site.ClientAuthentication.TLS_CERTIFICATE
                ? ClientAuthenticationMethod.SELF_SIGNED_TLS_CLIENT_AUTH
                : ClientAuthenticationMethod.PRIVATE_KEY_JWT;
    }

    /** Whatever was wrong: who it is not learns nothing of it. */
    private static Refused unknown() {
        return Refused.with(OAuth2Error.INVALID_CLIENT);
    }

    /** A site's keys; of a certificate only that which stands in the site's file. */
    private static final class Keys implements ClientCredentialsSelector<Asked> {

        private final ClientKeys keys;

        private Keys(ClientKeys keys) {
            this.keys = keys;
        }

        @Override
        public List<Secret> selectClientSecrets(
                ClientID client, ClientAuthenticationMethod method, Context<Asked> context) {
            return List.of();
        }

        @Override
        public List<PublicKey> selectPublicKeys(
                ClientID client,
                ClientAuthenticationMethod method,
                JWSHeader header,
                boolean forceRefresh,
                Context<Asked> context) {
            Asked asked = context.get();
            return header == null
                    ? asked.certificate.filter(shown -> isOf(asked.site, shown)).stream()
                            .map(X509Certificate::getPublicKey)
                            .toList()
                    : keys.verifying(asked.site, header);
        }

        private static boolean isOf(Site site, X509Certificate certificate) {
            try {
                return site.client()
                        .certificates()
                        .contains(Sha256.of(certificate.getEncoded()).hex());
            } catch (CertificateEncodingException e) {
                return false;
            }
        }
    }

    /** Asked for when the signature is good, so that nobody else fills the memory. */
    private final class Once implements ExpendedJTIChecker<Asked> {

        @Override
        public boolean isExpended(
                JWTID id, ClientID client, ClientAuthenticationMethod method, Context<Asked> context) {
            return false;
        }

        @Override
        public void markExpended(
                JWTID id, Date expires, ClientID client, ClientAuthenticationMethod method, Context<Asked> context) {
            Asked asked = context.get();
            asked.kept = seen.firstTime(
                    asked.site.id(), "assertion", id.getValue(), Instant.ofEpochMilli(expires.getTime()));
        }
    }
}
