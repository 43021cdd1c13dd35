package io.renkei.trust.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.ports.trust.SignatureVerdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against what the gateway itself seals. */
class CadesVerifierTest {

    private static final byte[] CONTENT = "証拠".getBytes(StandardCharsets.UTF_8);

    private static SealKeys own;
    private static SealKeys stranger;

    private final Instant at = Clock.systemUTC().instant();

    @BeforeAll
    static void open(@TempDir Path directory) {
        own = SealKeys.open(directory.resolve("own"), Duration.ofDays(730), Clock.systemUTC());
        stranger = SealKeys.open(directory.resolve("other"), Duration.ofDays(730), Clock.systemUTC());
    }

    @Test
    void acceptsWhatTheGatewaySealed() {
        SignatureVerdict verdict = verify(CONTENT, sealed(own), own);

        assertTrue(verdict.accepted());
        assertTrue(verdict.signerFingerprint().isPresent());
    }

    @Test
    void refusesAnotherContentAndAnotherSigner() {
        byte[] other = "証拠。".getBytes(StandardCharsets.UTF_8);
        SignatureVerdict changed = verify(other, sealed(own), own);
        SignatureVerdict strange = verify(CONTENT, sealed(stranger), own);

        assertFalse(changed.coreValid());
        assertEquals(
                TrustCode.CONTENT_CHANGED.at("p").code(),
                changed.faults().get(0).code());
        assertTrue(strange.coreValid());
        assertFalse(strange.pathValid());
    }

    @Test
    void refusesWhatIsNoSignature() {
        assertFalse(verify(CONTENT, new byte[0], own).accepted());
        assertFalse(verify(CONTENT, CONTENT, own).accepted());
    }

    private SignatureVerdict verify(byte[] content, byte[] signature, SealKeys trusted) {
        return new CadesVerifier().verify(content, signature, Set.of(certificate(trusted)), at, "p");
    }

    private byte[] sealed(SealKeys by) {
        return new CadesSeals(by.privateKey(), certificate(by)).seal(CONTENT, at);
    }

    private static X509Certificate certificate(SealKeys keys) {
        return keys.certificates().get(0);
    }
}
