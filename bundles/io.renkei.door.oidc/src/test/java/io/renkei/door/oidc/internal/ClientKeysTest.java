package io.renkei.door.oidc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.renkei.door.oidc.fakes.FakeSites;
import io.renkei.ports.sites.Site;
import io.renkei.ports.sites.Site.Client;
import io.renkei.ports.sites.Site.ClientAuthentication;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;

class ClientKeysTest {

    private final ClientKeys keys = new ClientKeys(new Curves(BouncyCastleProvider::new));

    private static Site site(JWKSet keys) {
        return FakeSites.site(
                "bank",
                new Client(
                        ClientAuthentication.PRIVATE_KEY_JWT,
                        Set.of(),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        keys.toString(),
                        Set.of(),
                        false,
                        false,
                        true));
    }

    private List<PublicKey> verifying(Site site, JWSAlgorithm algorithm, String id) {
        return keys.verifying(site, new JWSHeader.Builder(algorithm).keyID(id).build());
    }

    @Test
    void aFileIsReadOnceAndAgainWhenItSaysSomethingElse() throws Exception {
        ECKey first = Rp.key();
        ECKey second = Rp.key();
        Site before = site(new JWKSet(first.toPublicJWK()));
        Site same = site(new JWKSet(first.toPublicJWK()));
        Site changed = site(new JWKSet(second.toPublicJWK()));

        assertSame(keys.of(before), keys.of(same));
        List<PublicKey> found = verifying(before, JWSAlgorithm.ES256, first.getKeyID());
        assertSame(
                found.get(0),
                verifying(same, JWSAlgorithm.ES256, first.getKeyID()).get(0));
        assertEquals(List.of(), verifying(changed, JWSAlgorithm.ES256, first.getKeyID()));
        assertNotEquals(found, verifying(changed, JWSAlgorithm.ES256, second.getKeyID()));
        assertEquals(
                1, verifying(changed, JWSAlgorithm.ES256, second.getKeyID()).size());
    }

    @Test
    void aKeyIsFoundForItsOwnKindOfSignatureAndIsTheKeyOfTheFile() throws Exception {
        ECKey curve = Rp.key();
        RSAKey rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
        Site site = site(new JWKSet(List.of(curve.toPublicJWK(), rsa.toPublicJWK())));

        PublicKey onCurve =
                verifying(site, JWSAlgorithm.ES256, curve.getKeyID()).get(0);
        assertEquals(
                curve.toPublicJWK(),
                new ECKey.Builder(curve.getCurve(), (ECPublicKey) onCurve)
                        .keyID(curve.getKeyID())
                        .keyUse(curve.getKeyUse())
                        .algorithm(curve.getAlgorithm())
                        .build());
        assertEquals(List.of(rsa.toPublicKey()), verifying(site, JWSAlgorithm.PS256, "rsa"));
        assertTrue(verifying(site, JWSAlgorithm.ES384, curve.getKeyID()).isEmpty());
        assertTrue(verifying(site(new JWKSet()), JWSAlgorithm.ES256, curve.getKeyID())
                .isEmpty());
    }
}
