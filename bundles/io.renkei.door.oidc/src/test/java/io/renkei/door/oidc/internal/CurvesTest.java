package io.renkei.door.oidc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;

/** The fast curves judge as those of the JDK do. */
class CurvesTest {

    private static final JWTClaimsSet CLAIMS =
            new JWTClaimsSet.Builder().subject("somebody").build();

    private final Provider fast = new BouncyCastleProvider();
    private final Curves curves = new Curves(() -> fast);

    private static SignedJWT signed(ECKey key) throws Exception {
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), CLAIMS);
        jwt.sign(new ECDSASigner(key));
        return SignedJWT.parse(jwt.serialize());
    }

    @Test
    void aSignatureIsVerifiedByTheFastCurvesWhicheverVerifierTheSdkMakes() throws Exception {
        ECKey key = Rp.key();
        JWSVerifier verifier = new ECDSAVerifier(key.toECPublicKey());

        assertTrue(curves.with(signed(key)).verify(verifier));
        assertSame(fast, verifier.getJCAContext().getProvider());
        assertFalse(curves.with(signed(Rp.key())).verify(new ECDSAVerifier(key.toECPublicKey())));
    }

    @Test
    void aSignatureOfNothingIsNone() throws Exception {
        ECKey key = Rp.key();
        SignedJWT good = signed(key);
        for (byte[] value : new byte[][] {new byte[64], new byte[63]}) {
            SignedJWT bad = new SignedJWT(good.getParsedParts()[0], good.getParsedParts()[1], Base64URL.encode(value));
            assertFalse(curves.with(bad).verify(new ECDSAVerifier(key.toECPublicKey())));
        }
    }

    @Test
    void whatTheySignTheJdkVerifies() throws Exception {
        ECKey key = Rp.key();
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), CLAIMS);
        jwt.sign(curves.signer(key));

        assertTrue(SignedJWT.parse(jwt.serialize()).verify(new ECDSAVerifier(key.toECPublicKey())));
        assertEquals(
                "somebody",
                curves.with(SignedJWT.parse(jwt.serialize())).getJWTClaimsSet().getSubject());
    }

    @Test
    void rsaStaysWithTheJdk() throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).generate();
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.PS256), CLAIMS);
        jwt.sign(new RSASSASigner(key));
        JWSVerifier verifier = new RSASSAVerifier(key.toRSAPublicKey());

        assertTrue(curves.with(SignedJWT.parse(jwt.serialize())).verify(verifier));
        assertNull(verifier.getJCAContext().getProvider());
        assertSame(key.toPublicKey().getClass(), curves.ready(key.toPublicKey()).getClass());
    }
}
