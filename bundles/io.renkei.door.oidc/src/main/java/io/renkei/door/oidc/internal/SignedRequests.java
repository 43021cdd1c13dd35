package io.renkei.door.oidc.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import io.renkei.ports.sites.Site;
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

    SignedRequests(String issuer, ClientKeys keys, Curves curves) {
        this.issuer = issuer;
        this.keys = keys;
        this.curves = curves;
    }

    /** @throws Refused with {@code invalid_request_object} */
    AuthenticationRequest open(Site site, String object) throws Refused {
        try {
            JWTClaimsSet claims = verifier(site).process(curves.with(SignedJWT.parse(object)), null);
            Duration lasts = Duration.between(
                    claims.getNotBeforeTime().toInstant(),
                    claims.getExpirationTime().toInstant());
            if (lasts.compareTo(LONGEST) > 0) {
                throw bad();
            }
            return AuthenticationRequest.parse(parameters(claims));
        } catch (java.text.ParseException | BadJOSEException e) {
            throw bad();
        } catch (JOSEException e) {
            throw new IllegalStateException("the JDK verifies these signatures", e);
        } catch (ParseException e) {
            throw Refused.unread(e);
        }
    }

    private DefaultJWTProcessor<SecurityContext> verifier(Site site) {
        String id = site.id().value();
        DefaultJWTProcessor<SecurityContext> verifier = new DefaultJWTProcessor<>();
        // OpenID Connect Core 1.0 leaves the type open, RFC 9101 names one; those of other tokens are none.
        verifier.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPE, JOSEObjectType.JWT, null));
        verifier.setJWSKeySelector((header, context) ->
                Clients.ALGORITHMS.contains(header.getAlgorithm()) ? keys.verifying(site, header) : List.of());
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
