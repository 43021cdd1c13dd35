package io.renkei.door.oidc.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import io.renkei.ports.sites.Site;
import java.security.PublicKey;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;

/** The public keys of a site, as its file holds them. */
final class ClientKeys {

    private ClientKeys() {}

    static JWKSet of(Site site) {
        String jwks = site.client().jwks();
        try {
            return jwks.isBlank() ? new JWKSet() : JWKSet.parse(jwks);
        } catch (ParseException e) {
            throw new IllegalStateException("the keys in the file of site " + site.id() + " are no JWK set", e);
        }
    }

    /** Those that could have made a signature with this header. */
    static List<PublicKey> verifying(Site site, JWSHeader header) {
        List<PublicKey> found = new ArrayList<>();
        for (JWK key : new JWKSelector(JWKMatcher.forJWSHeader(header)).select(of(site))) {
            if (key instanceof AsymmetricJWK asymmetric) {
                try {
                    found.add(asymmetric.toPublicKey());
                } catch (JOSEException e) {
                    throw new IllegalStateException("a key in the file of site " + site.id() + " cannot be used", e);
                }
            }
        }
        return found;
    }
}
