package io.renkei.trust.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.ports.health.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealKeeperTest {

    private static final Duration LIFE = Duration.ofDays(730);
    private static final Duration WARNING = Duration.ofDays(30);

    @TempDir
    Path directory;

    private final Moving clock = new Moving();

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
    void makeAKey() {
        SealKeys.open(directory, LIFE, clock);
    }

    @Test
    void aKeyThatDoesNotFitItsCertificateIsCriticalAndSaysWhatToDo() throws IOException {
        Path key = only(".key");
        byte[] right = Files.readAllBytes(key);
        Path other = Files.createDirectory(directory.resolve("other"));
        SealKeys.open(other, LIFE, clock);
        try (Stream<Path> files = Files.list(other)) {
            Files.write(
                    key,
                    Files.readAllBytes(files.filter(file -> file.toString().endsWith(".key"))
                            .findFirst()
                            .orElseThrow()));
        }
        SealKeeper keeper = new SealKeeper(directory, LIFE, clock);
        assertEquals(Optional.empty(), keeper.seal());
        Finding told = keeper.findings(WARNING).get(0);
        assertEquals(Finding.Level.CRITICAL, told.level());
        assertTrue(
                told.sentence().contains(key.getFileName() + " does not belong to its certificate"), told.sentence());
        assertTrue(told.sentence().contains("put the file back from a backup"), told.sentence());

        Files.write(key, right);
        assertFalse(keeper.look(), "not before its time");
        clock.now = clock.now.plusSeconds(5);
        assertTrue(keeper.look(), "it comes by itself");
        assertFalse(keeper.look(), "once");
        assertEquals(Finding.Level.OK, keeper.findings(WARNING).get(0).level());
        assertTrue(keeper.seal().isPresent());
    }

    @Test
    void aDirectoryThatIsNoneIsCriticalToo() throws IOException {
        SealKeeper keeper = new SealKeeper(Files.createFile(directory.resolve("file")), LIFE, clock);
        assertTrue(keeper.findings(WARNING).get(0).sentence().contains("TRUST-062"));
    }

    private Path only(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
