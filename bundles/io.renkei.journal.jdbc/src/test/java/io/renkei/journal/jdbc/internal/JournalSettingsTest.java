package io.renkei.journal.jdbc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalSettingsTest {

    private static final String KEPT = "jdbc:h2:dsync:/data/journal";

    @TempDir
    Path folder;

    private static JournalSettings settings(String url) {
        return JournalSettings.of(
                url,
                "renkei",
                "file:/etc/password",
                16,
                5000,
                "file:/etc/master.key",
                0,
                Map.<String, String>of()::get);
    }

    @Test
    void refusesAnH2AddressThatWouldLoseAcceptedApplications() {
        for (String url : List.of(
                "jdbc:h2:/data/journal",
                "jdbc:h2:file:/data/journal",
                "jdbc:h2:mem:journal",
                "jdbc:h2:dsync:mem:journal",
                "jdbc:h2:tcp://host/dsync:/data/journal",
                "jdbc:h2:dsync:")) {
            var refused = assertThrows(StartRefused.class, () -> settings(url), url);
            assertTrue(refused.getMessage().startsWith("JOURNAL-001"), refused::getMessage);
            assertTrue(refused.getMessage().contains("dsync:"), refused::getMessage);
        }
        var delayed = assertThrows(StartRefused.class, () -> settings(KEPT + ";write_delay=500"));
        assertTrue(delayed.getMessage().contains("WRITE_DELAY"), delayed::getMessage);
        assertTrue(settings(KEPT).isH2());
        assertEquals(Path.of("/data/journal.mv.db"), settings(KEPT).h2File());
        assertFalse(settings("jdbc:postgresql://host:5432/renkei").isH2());
    }

    @Test
    void namesAllFaultsAtOnceAndRepeatsNoPassword() {
        var refused = assertThrows(
                StartRefused.class,
                () -> JournalSettings.of(
                        "jdbc:postgresql://host/renkei?user=a&password=opensesame",
                        " ",
                        "opensesame",
                        1,
                        1,
                        "env:KEY",
                        -1,
                        Map.<String, String>of()::get));

        for (String key : List.of(
                "database.url",
                "database.user",
                "database.password",
                "master.key",
                "pool.size",
                "pool.wait.millis",
                "disk.free.min.bytes")) {
            assertTrue(refused.getMessage().contains(key), key);
        }
        assertFalse(refused.getMessage().contains("opensesame"));
    }

    @Test
    void fillsInTheFoldersOfTheGatewayAndRefusesAnUnknownOne() {
        JournalSettings filled = JournalSettings.of(
                "jdbc:h2:dsync:${karaf.data}/journal",
                "renkei",
                "env:PASSWORD",
                16,
                5000,
                "file:${karaf.etc}/key",
                0,
                Map.of("karaf.data", "/data", "karaf.etc", "/etc/$1")::get);
        assertEquals(KEPT, filled.url());
        assertEquals(Path.of("/etc/$1/key"), filled.masterKey());
        assertEquals(Optional.empty(), filled.passwordFile());

        var refused = assertThrows(StartRefused.class, () -> settings("jdbc:h2:dsync:${nowhere}/j"));
        assertTrue(refused.getMessage().contains("${nowhere}"));
    }

    @Test
    void makesSecretFilesForANewDatabaseThatNobodyElseCanRead() throws IOException {
        JournalSettings settings = H2Files.none(folder);
        Journal.open(settings).close();

        for (String file : List.of("password", "master.key")) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))),
                    file);
        }
        assertEquals(32, Files.size(settings.masterKey()));
        Journal.open(settings).close();
    }

    @Test
    void refusesASecretFileThatOthersCanRead() throws IOException {
        JournalSettings settings = H2Files.empty(folder);
        Journal.open(settings).close();
        for (String file : List.of("password", "master.key")) {
            for (String permissions : List.of("rw-r-----", "rw----r--")) {
                Files.setPosixFilePermissions(folder.resolve(file), PosixFilePermissions.fromString(permissions));
                assertRefused("JOURNAL-003", settings);
            }
            Files.setPosixFilePermissions(folder.resolve(file), PosixFilePermissions.fromString("rw-------"));
        }
        Journal.open(settings).close();
    }

    @Test
    void refusesToOpenADatabaseWithoutItsSecretsOrWithOthers() throws IOException {
        JournalSettings settings = H2Files.empty(folder);
        Journal.open(settings).close();
        byte[] key = Files.readAllBytes(settings.masterKey());
        Files.write(settings.masterKey(), new byte[32]);
        assertRefused("JOURNAL-007", settings);
        Files.write(settings.masterKey(), new byte[31]);
        assertRefused("JOURNAL-007", settings);
        Files.delete(settings.masterKey());
        assertRefused("JOURNAL-007", settings);
        assertFalse(Files.exists(settings.masterKey()), "a lost key is not replaced");
        new SecretFile(settings.masterKey()).create(key);

        Path password = settings.passwordFile().orElseThrow();
        byte[] right = Files.readAllBytes(password);
        Files.writeString(password, "wrong");
        assertRefused("JOURNAL-005", settings);
        Files.writeString(password, "\n");
        assertRefused("JOURNAL-003", settings);
        Files.delete(password);
        assertRefused("JOURNAL-005", settings);
        new SecretFile(password).create(right);
        Journal.open(settings).close();
    }

    private static void assertRefused(String code, JournalSettings settings) {
        var refused =
                assertThrows(StartRefused.class, () -> Journal.open(settings).close());
        assertTrue(refused.getMessage().startsWith(code), refused::getMessage);
    }
}
