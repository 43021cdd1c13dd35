package io.renkei.deploy.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedJarTest {

    private static final String BUILDS = "CN=Builds,O=Agency,C=JP";

    @TempDir
    Path folder;

    private Makers.Authority authority;
    private Makers.Signer builds;
    private Path anchors;
    private Path plain;
    private Path signed;

    @BeforeEach
    void make() throws Exception {
        authority = Makers.authority("Code CA");
        builds = authority.signer(BUILDS);
        anchors = folder.resolve("anchors.pem");
        authority.writeTo(anchors);
        plain = Makers.bundle(folder.resolve("plain.jar"), "x");
        signed = builds.sign(plain, folder.resolve("signed.jar"), "SHA-256");
    }

    @Test
    void letsInWhatIsWhollySignedBySomebodyAllowed() {
        assertEquals(Optional.empty(), refusal(signed, ""));
        assertEquals(Optional.empty(), refusal(signed, "CN=Other; cn=builds, o=Agency, c=JP"));
    }

    @Test
    void refusesWhatIsNotSignedOrNotWholly() throws Exception {
        assertEquals(Optional.of(DeployCode.UNSIGNED), refusal(plain, ""));
        for (String added : new String[] {"a/three.txt", "META-INF/services/x", "META-INF/a/b.SF"}) {
            Path more = Makers.tampered(signed, folder.resolve("more.jar"), added, "three");
            assertEquals(Optional.of(DeployCode.UNSIGNED), refusal(more, ""), added);
        }
    }

    @Test
    void refusesWhatWasChangedOrLacksSomething() throws Exception {
        Path changed = Makers.tampered(signed, folder.resolve("changed.jar"), "a/one.txt", "eins");
        assertEquals(Optional.of(DeployCode.CHANGED), refusal(changed, ""));
        Path less = Makers.tampered(signed, folder.resolve("less.jar"), "a/one.txt", null);
        assertEquals(Optional.of(DeployCode.CHANGED), refusal(less, ""));
    }

    @Test
    void refusesSha1() throws Exception {
        Path weak = builds.sign(plain, folder.resolve("weak.jar"), "SHA-1");
        assertEquals(Optional.of(DeployCode.WEAK), refusal(weak, ""));
    }

    @Test
    void refusesASignerWhomNobodyNamed() throws Exception {
        assertEquals(Optional.of(DeployCode.UNKNOWN_SIGNER), refusal(signed, "CN=Other"));
        Path foreign = Makers.authority("Code CA").signer(BUILDS).sign(plain, folder.resolve("foreign.jar"), "SHA-256");
        assertEquals(Optional.of(DeployCode.UNKNOWN_SIGNER), refusal(foreign, ""));
        Path late = authority
                .signer(BUILDS, Instant.now().minus(Duration.ofDays(1)))
                .sign(plain, folder.resolve("late.jar"), "SHA-256");
        assertEquals(Optional.of(DeployCode.UNKNOWN_SIGNER), refusal(late, ""));
    }

    @Test
    void refusesWhatIsNoJar() throws Exception {
        Path text = Files.writeString(folder.resolve("text.jar"), "no jar");
        assertEquals(Optional.of(DeployCode.UNREADABLE), refusal(text, ""));
    }

    @Test
    void aWrongSettingClosesTheGate() throws Exception {
        assertFalse(Policy.of("off", "", "").required());
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        for (Policy policy : new Policy[] {
            Policy.of("on", anchors.toString(), ""),
            Policy.of("", anchors.toString(), ""),
            Policy.of("required", "", ""),
            Policy.of("required", folder.resolve("away.pem").toString(), ""),
            Policy.of("required", empty.toString(), ""),
            Policy.of("required", plain.toString(), ""),
            Policy.of("required", anchors.toString(), "no subject")
        }) {
            assertTrue(policy.required() && policy.fault().isPresent());
            assertTrue(policy.anchors().isEmpty());
        }
    }

    private Optional<DeployCode> refusal(Path jar, String signers) {
        Policy policy = Policy.of("required", anchors.toString(), signers);
        assertEquals(Optional.empty(), policy.fault());
        return new SignedJar(policy, Instant.now()).refusal(jar.toFile());
    }
}
