package io.renkei.door.oidc.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import io.renkei.ports.trust.EllipticCurves;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;

/** Brings the fast curves into the SDK, which makes its verifiers itself: a JWT of here tells whatever verifies it which to use. */
final class Curves {

    private static final String EC = "EC";

    private final Provider provider;

    Curves(EllipticCurves curves) {
        this.provider = curves.provider();
    }

    /** The same JWT; a signature on a curve is verified by the fast ones. */
    SignedJWT with(SignedJWT jwt) {
        try {
            return new Verified(jwt.getParsedParts(), provider);
        } catch (ParseException e) {
            throw new IllegalStateException("a JWT that was just parsed", e);
        }
    }

    private static final class Verified extends SignedJWT {

        private static final long serialVersionUID = 1L;

        private final transient Provider provider;

        Verified(Base64URL[] parts, Provider provider) throws ParseException {
            super(parts[0], parts[1], parts[2]);
            this.provider = provider;
        }

        @Override
        public synchronized boolean verify(JWSVerifier verifier) throws JOSEException {
            if (verifier instanceof ECDSAVerifier) {
                verifier.getJCAContext().setProvider(provider);
            }
            return super.verify(verifier);
        }
    }

    /** The same key as the fast curves have it, so that they need not make it their own each time; another kind of key as it is. */
    PublicKey ready(PublicKey key) {
        if (!(key instanceof ECPublicKey)) {
            return key;
        }
        try {
            return KeyFactory.getInstance(EC, provider).generatePublic(new X509EncodedKeySpec(key.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key on a curve that is known", e);
        }
    }

    /** Safe for use by several threads. */
    JWSSigner signer(ECKey key) {
        try {
            ECDSASigner signer = new ECDSASigner(
                    KeyFactory.getInstance(EC, provider)
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(key.toECPrivateKey().getEncoded())),
                    key.getCurve());
            signer.getJCAContext().setProvider(provider);
            return signer;
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException("a P-256 key signs", e);
        }
    }

    ECDHEncrypter encrypter(ECKey key) throws JOSEException {
        ECDHEncrypter encrypter = new ECDHEncrypter(key);
        encrypter.getJCAContext().setKeyEncryptionProvider(provider);
        return encrypter;
    }
}
