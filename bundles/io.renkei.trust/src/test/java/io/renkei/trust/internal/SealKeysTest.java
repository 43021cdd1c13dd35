package io.renkei.trust.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealKeysTest {

    private static final Duration LIFE = Duration.ofDays(730);

    @TempDir
    Path temporary;

    private Path directory;

    @BeforeEach
    void name() {
        directory = temporary.resolve("鍵");
    }

    @Test
    void makesAKeyAtTheFirstStartAndKeepsItAtTheNext() throws IOException {
        SealKeys first = open(TestPki.NOW);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)));
        SealKeys second = open(TestPki.NOW.plus(Duration.ofDays(729)));
        assertEquals(first.certificates(), second.certificates());
        assertEquals(first.privateKey(), second.privateKey());
    }

    @Test
    void replacesAnOldKeyAndKeepsItsCertificatePublished() {
        SealKeys first = open(TestPki.NOW);
        GatewaySeal second = new GatewaySeal(open(TestPki.NOW.plus(LIFE)));
        assertEquals(2, second.certificates().size());
        assertEquals(first.certificates().get(0), second.certificates().get(1));
        assertEquals(second.certificate(), second.certificates().get(0));
        assertTrue(second.jwks().split("\"kid\"").length == 3);
    }

    @Test
    void doesNotStartWithAKeyThatOthersCanRead() throws IOException {
        open(TestPki.NOW);
        Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString("rw-r-----"));
        SealUnavailable refused = assertThrows(SealUnavailable.class, () -> open(TestPki.NOW));
        assertEquals(SealUnavailable.Code.READABLE_BY_OTHERS, refused.code());
        assertTrue(refused.getMessage().startsWith("TRUST-060"));
    }

    @Test
    void doesNotStartInADirectoryThatOthersCanWrite() throws IOException {
        open(TestPki.NOW);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwx---"));
        assertEquals(
                SealUnavailable.Code.READABLE_BY_OTHERS,
                assertThrows(SealUnavailable.class, () -> open(TestPki.NOW)).code());
    }

    @Test
    void doesNotStartWithABrokenOrForeignKeyAndMakesNoNewOneInItsPlace() throws IOException {
        open(TestPki.NOW);
        Path key = keyFile();
        Path other = temporary.resolve("other");
        SealKeys.open(other, LIFE, Clock.fixed(TestPki.NOW, ZoneOffset.UTC));
        for (String text : List.of("壊れた", Files.readString(files(other, ".key").get(0)))) {
            Files.writeString(key, text);
            assertEquals(
                    SealUnavailable.Code.BROKEN,
                    assertThrows(SealUnavailable.class, () -> open(TestPki.NOW)).code());
        }
        assertEquals(1, files(directory, ".key").size());
    }

    private SealKeys open(Instant now) {
        return SealKeys.open(directory, LIFE, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Path keyFile() throws IOException {
        return files(directory, ".key").get(0);
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        }
    }
}
