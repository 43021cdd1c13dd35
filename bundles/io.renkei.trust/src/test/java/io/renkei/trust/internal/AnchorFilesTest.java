package io.renkei.trust.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.ports.health.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnchorFilesTest {

    private static final X509Certificate OLD = TestPki.root("CN=旧認証局,C=JP").certificate();
    private static final X509Certificate NEW = TestPki.root("CN=新認証局,C=JP").certificate();

    @TempDir
    Path directory;

    private final AtomicLong nanos = new AtomicLong();
    private AnchorFiles anchors;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(directory.resolve("ministry"));
        anchors = new AnchorFiles(directory, nanos::get);
    }

    @Test
    void readsEveryPemFileOfAPurposeAndNothingElse() throws IOException {
        write("ministry/旧.pem", pem(OLD));
        write("ministry/新.pem", pem(NEW));
        write("ministry/note.txt", "覚え");
        assertEquals(Set.of(OLD, NEW), anchors.anchors("ministry"));
        assertEquals(Set.of(), anchors.anchors("applicant"));
    }

    @Test
    void readsSeveralCertificatesOfOneFile() throws IOException {
        write("ministry/all.pem", pem(OLD) + pem(NEW));
        assertEquals(Set.of(OLD, NEW), anchors.anchors("ministry"));
    }

    @Test
    void seesAChangeAfterASecondAndNotBefore() throws IOException {
        write("ministry/a.pem", pem(OLD));
        assertEquals(Set.of(OLD), anchors.anchors("ministry"));
        write("ministry/b.pem", pem(NEW));
        nanos.addAndGet(Duration.ofMillis(999).toNanos());
        assertEquals(Set.of(OLD), anchors.anchors("ministry"));
        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        Set<X509Certificate> both = anchors.anchors("ministry");
        assertEquals(Set.of(OLD, NEW), both);
        later();
        assertSame(both, anchors.anchors("ministry"));
        Files.delete(directory.resolve("ministry/a.pem"));
        later();
        assertEquals(Set.of(NEW), anchors.anchors("ministry"));
    }

    @Test
    void keepsTheSetOfBeforeWhileAFileIsBroken() throws IOException {
        write("ministry/a.pem", pem(OLD));
        assertEquals(Set.of(OLD), anchors.anchors("ministry"));
        for (String broken : new String[] {"", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "x"}) {
            write("ministry/b.pem", broken);
            later();
            assertEquals(Set.of(OLD), anchors.anchors("ministry"));
        }
        write("ministry/b.pem", pem(NEW));
        later();
        assertEquals(Set.of(OLD, NEW), anchors.anchors("ministry"));
    }

    @Test
    void trustsNobodyWhenTheFirstReadingFindsABrokenFile() throws IOException {
        write("ministry/a.pem", pem(OLD));
        write("ministry/b.pem", "壊れた");
        assertEquals(Set.of(), anchors.anchors("ministry"));
    }

    @Test
    void refusesAPurposeThatIsAPath() {
        assertThrows(IllegalArgumentException.class, () -> anchors.anchors("../ministry"));
        assertThrows(IllegalArgumentException.class, () -> anchors.anchors(""));
    }

    @Test
    void tellsARootThatEndsSoonUntilItsSuccessorStandsBesideIt() throws IOException {
        Duration warning = Duration.ofDays(30);
        Instant end = OLD.getNotAfter().toInstant();
        write("ministry/a.pem", pem(OLD));
        assertEquals(List.of(), anchors.findings(end.minus(warning).minusSeconds(1), warning));
        Finding soon = anchors.findings(end.minus(warning), warning).get(0);
        assertEquals(Finding.Level.WARNING, soon.level());
        assertTrue(soon.sentence().contains("CN=旧認証局 in " + directory.resolve("ministry")), soon.sentence());
        assertEquals(
                Finding.Level.CRITICAL, anchors.findings(end, warning).get(0).level());

        write(
                "ministry/b.pem",
                pem(TestPki.of(null)
                        .name("CN=旧認証局,C=JP")
                        .valid(TestPki.NOW, end.plus(warning).plusSeconds(1))
                        .ca()
                        .issue()
                        .certificate()));
        later();
        assertEquals(List.of(), anchors.findings(end, warning));
    }

    private void later() {
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.writeString(file, text);
    }

    private static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
