package io.renkei.door.oidc.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import io.renkei.ports.sites.Site;
import io.renkei.ports.sites.SiteId;
import java.security.PublicKey;
import java.text.ParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The public keys of sites, as their files hold them; read once, and again when a file changed. Safe for use by several threads. */
final class ClientKeys {

    private final Curves curves;
    private final Map<SiteId, Known> known = new ConcurrentHashMap<>();

    /**
     * What was read.
     *
     * @param jwks the text that it was read from
     */
    private record Known(String jwks, JWKSet set, Map<JWK, PublicKey> keys) {}

    ClientKeys(Curves curves) {
        this.curves = curves;
    }

    JWKSet of(Site site) {
        return known(site).set();
    }

    /** Those that could have made a signature with this header. */
    List<PublicKey> verifying(Site site, JWSHeader header) {
        return List.copyOf(candidates(site, header).values());
    }

    /** The same, as they stand in the file of the site, in its order. */
    Map<JWK, PublicKey> candidates(Site site, JWSHeader header) {
        Known now = known(site);
        Map<JWK, PublicKey> found = new LinkedHashMap<>();
        for (JWK key : new JWKSelector(JWKMatcher.forJWSHeader(header)).select(now.set())) {
            Optional.ofNullable(now.keys().get(key)).ifPresent(ready -> found.put(key, ready));
        }
        return found;
    }

    private Known known(Site site) {
        Known before = known.get(site.id());
        String jwks = site.client().jwks();
        if (before != null && before.jwks().equals(jwks)) {
            return before;
        }
        Known now = read(site, jwks);
        known.put(site.id(), now);
        return now;
    }

    private Known read(Site site, String jwks) {
        try {
            JWKSet set = jwks.isBlank() ? new JWKSet() : JWKSet.parse(jwks);
            Map<JWK, PublicKey> keys = new HashMap<>();
            for (JWK key : set.getKeys()) {
                if (key instanceof AsymmetricJWK asymmetric) {
                    keys.put(key, curves.ready(asymmetric.toPublicKey()));
                }
            }
            return new Known(jwks, set, Map.copyOf(keys));
        } catch (ParseException e) {
            throw new IllegalStateException("the keys in the file of site " + site.id() + " are no JWK set", e);
        } catch (JOSEException e) {
            throw new IllegalStateException("a key in the file of site " + site.id() + " cannot be used", e);
        }
    }
}
