package io.renkei.sandbox.internal;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * RSA keys of 2048 bits by name, made once for a build: a key takes longer to make than most tests do. They stand in the
 * build's own folder, are valid nowhere else, and go with it.
 */
final class RsaKeys {

    private static final Path FOLDER = Path.of("../../target/test-keys");
    private static final Map<String, KeyPair> PAIRS = new ConcurrentHashMap<>();

    private RsaKeys() {}

    static KeyPair pair(String name) {
        return PAIRS.computeIfAbsent(name, each -> {
            try {
                Path file = FOLDER.resolve(each + ".der");
                return Files.exists(file) ? read(file) : made(file);
            } catch (IOException | GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static KeyPair read(Path file) throws IOException, GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("RSA");
        RSAPrivateCrtKey key =
                (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(file)));
        BigInteger modulus = key.getModulus();
        return new KeyPair(factory.generatePublic(new RSAPublicKeySpec(modulus, key.getPublicExponent())), key);
    }

    /** Tests of several modules may make one at the same time: each goes on with its own, and one stays. */
    private static KeyPair made(Path file) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        Files.createDirectories(FOLDER);
        Path whole = Files.createTempFile(FOLDER, "key", ".part");
        Files.write(whole, pair.getPrivate().getEncoded());
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        return pair;
    }
}
