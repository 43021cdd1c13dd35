package io.renkei.door.oidc.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import io.renkei.ports.linkage.SignedRequest;
import io.renkei.ports.sites.Site;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.minidev.json.JSONValue;

/**
 * Requests that the site signed (RFC 9101), pushed as any other one; what stands beside the object does not count. As FAPI 2.0 Message
 * Signing, section 5.3.1, asks for: by the site's own key, for this provider, with {@code nbf} and {@code exp}, and for an hour at most.
 */
final class SignedRequests {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final JOSEObjectType TYPE = new JOSEObjectType("oauth-authz-req+jwt");

    private final String issuer;
    private final ClientKeys keys;
    private final Curves curves;
    private final Clock clock;

    SignedRequests(String issuer, ClientKeys keys, Curves curves, Clock clock) {
        this.issuer = issuer;
        this.keys = keys;
        this.curves = curves;
        this.clock = clock;
    }

    /** What was asked, and what is kept as evidence of it. */
    record Opened(AuthenticationRequest request, SignedRequest evidence) {}

    /** What was signed, and the key that verified it. */
    private record Verified(JWTClaimsSet claims, JWK key) {}

    /** @throws Refused with {@code invalid_request_object} */
    Opened open(Site site, String object) throws Refused {
        if (object.length() > SignedRequest.LONGEST) {
            throw Refused.with(
                    OAuth2Error.INVALID_REQUEST_OBJECT.setHTTPStatusCode(400),
                    "The request object has more than " + SignedRequest.LONGEST + " characters");
        }
        try {
            Verified verified = verified(site, curves.with(SignedJWT.parse(object)));
            JWTClaimsSet claims = verified.claims();
            Duration lasts = Duration.between(
                    claims.getNotBeforeTime().toInstant(),
                    claims.getExpirationTime().toInstant());
            if (lasts.compareTo(LONGEST) > 0) {
                throw bad();
            }
            String key = JSONObjectUtils.toJSONString(verified.key().getRequiredParams());
            return new Opened(
                    AuthenticationRequest.parse(parameters(claims)), new SignedRequest(object, key, clock.instant()));
        } catch (java.text.ParseException | BadJOSEException e) {
            throw bad();
        } catch (JOSEException e) {
            throw new IllegalStateException("the JDK verifies these signatures", e);
        } catch (ParseException e) {
            throw Refused.unread(e);
        }
    }

    private Verified verified(Site site, SignedJWT object) throws BadJOSEException, JOSEException {
        if (Clients.ALGORITHMS.contains(object.getHeader().getAlgorithm())) {
            for (Map.Entry<JWK, PublicKey> key :
                    keys.candidates(site, object.getHeader()).entrySet()) {
                try {
                    return new Verified(verifier(site, key.getValue()).process(object, null), key.getKey());
                } catch (BadJWSException e) {
                    continue; // made by another key, if by one of the site
                }
            }
        }
        throw new BadJWSException("no key of the site made this signature");
    }

    private DefaultJWTProcessor<SecurityContext> verifier(Site site, PublicKey key) {
        String id = site.id().value();
        DefaultJWTProcessor<SecurityContext> verifier = new DefaultJWTProcessor<>();
        // OpenID Connect Core 1.0 leaves the type open, RFC 9101 names one; those of other tokens are none.
        verifier.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPE, JOSEObjectType.JWT, null));
        verifier.setJWSKeySelector((header, context) -> List.of(key));
        verifier.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                Set.of(issuer),
                new JWTClaimsSet.Builder().issuer(id).claim("client_id", id).build(),
                Set.of("exp", "nbf"),
                Set.of("request", "request_uri", "sub")));
        return verifier;
    }

    /** As if they stood in a form: what is no text is JSON there. */
    private static Map<String, List<String>> parameters(JWTClaimsSet claims) {
        Map<String, List<String>> parameters = new HashMap<>();
        claims.toJSONObject().forEach((name, value) -> {
            if (!JWTClaimsSet.getRegisteredNames().contains(name)) {
                parameters.put(name, List.of(value instanceof String text ? text : JSONValue.toJSONString(value)));
            }
        });
        return parameters;
    }

    private static Refused bad() {
        return Refused.with(
                OAuth2Error.INVALID_REQUEST_OBJECT.setHTTPStatusCode(400),
                "The request object is not signed by a key of the site, is not for this provider, or is out of its time");
    }
}
