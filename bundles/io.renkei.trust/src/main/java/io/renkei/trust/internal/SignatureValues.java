package io.renkei.trust.internal;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;

/**
 * Checks a signature value. RSA with PKCS#1 padding is the JDK's; the rest is BouncyCastle's, whose ECDSA is ten times
 * as fast as that of JDK 17.
 */
final class SignatureValues {

    private final Provider provider;

    SignatureValues(Provider provider) {
        this.provider = provider;
    }

    /** @param algorithm one of {@link Algorithms#SIGNATURES} or {@link Algorithms#JWS_SIGNATURES} */
    boolean verifies(String algorithm, PublicKey key, byte[] signed, byte[] value) {
        try {
            Signature signature = algorithm.endsWith("withRSA")
                    ? Signature.getInstance(algorithm)
                    : Signature.getInstance(algorithm, provider);
            signature.initVerify(key);
            signature.update(signed);
            return signature.verify(value);
        } catch (InvalidKeyException | SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("there is no " + algorithm + "; install BouncyCastle as delivered", e);
        }
    }
}
