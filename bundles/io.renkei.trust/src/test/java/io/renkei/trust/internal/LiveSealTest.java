package io.renkei.trust.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.ports.health.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveSealTest {

    private static final Duration LIFE = Duration.ofDays(730);
    private static final Duration WARNING = Duration.ofDays(30);

    @TempDir
    Path temporary;

    private final Moving clock = new Moving();
    private Path directory;
    private LiveSeal seal;

    private static final class Moving extends Clock {
        private Instant now = TestPki.NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void open() {
        directory = temporary.resolve("keys");
        seal = new LiveSeal(directory, LIFE, clock);
    }

    @Test
    void anOldKeyIsReplacedWithoutARestartAndStaysPublished() {
        X509Certificate first = seal.now().certificate();
        clock.now = TestPki.NOW.plus(LIFE);
        seal.look();
        assertNotEquals(first, seal.now().certificate());
        assertEquals(List.of(seal.now().certificate(), first), seal.now().certificates());
        assertEquals(3, seal.now().jwks().split("\"kid\"").length);
    }

    @Test
    void aKeyThatIsMovedAwayIsReplacedAndStaysPublished() throws IOException {
        X509Certificate first = seal.now().certificate();
        clock.now = TestPki.NOW.plusSeconds(60);
        Files.move(only(".key"), temporary.resolve("away"));
        lookTwice();
        assertEquals(List.of(seal.now().certificate(), first), seal.now().certificates());
        assertNotEquals(first, seal.now().certificate());
    }

    @Test
    void aDirectoryThatIsGoneChangesNothingAndHealthSaysSo() throws IOException {
        X509Certificate first = seal.now().certificate();
        Path elsewhere = temporary.resolve("elsewhere");
        Files.move(directory, elsewhere);
        lookTwice();
        assertEquals(first, seal.now().certificate());
        assertTrue(seal.findings(WARNING).get(0).sentence().contains("is gone"));
        assertTrue(Files.notExists(directory));
        Files.move(elsewhere, directory);
        lookTwice();
        assertEquals(List.of(first), seal.now().certificates());
        assertEquals(Finding.Level.OK, seal.findings(WARNING).get(0).level());
    }

    @Test
    void aKeyThatOthersCanReadChangesNothing() throws IOException {
        X509Certificate first = seal.now().certificate();
        Path key = only(".key");
        Path copy = directory.resolve("seal-20260402T000000Z.key");
        Files.copy(key, copy);
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r--r--"));
        lookTwice();
        assertEquals(first, seal.now().certificate());
        assertEquals(Finding.Level.WARNING, seal.findings(WARNING).get(0).level());
    }

    private void lookTwice() {
        seal.look();
        seal.look();
    }

    private Path only(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(each -> each.toString().endsWith(suffix))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
