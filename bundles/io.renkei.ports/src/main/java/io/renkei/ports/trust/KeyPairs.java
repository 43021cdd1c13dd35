package io.renkei.ports.trust;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/** Whether two halves belong together. */
public final class KeyPairs {

    private static final byte[] PROBE = {'r', 'e', 'n', 'k', 'e', 'i'};

    private KeyPairs() {}

    public static boolean match(PrivateKey own, PublicKey published) throws GeneralSecurityException {
        String algorithm = switch (own.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> own.getAlgorithm();
        };
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(own);
        signature.update(PROBE);
        byte[] value = signature.sign();
        signature.initVerify(published);
        signature.update(PROBE);
        return signature.verify(value);
    }
}
