package io.renkei.connector.sftp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SftpSettingsTest {

    @TempDir
    Path home;

    private final KeyPair key = TestKeys.make();
    private Map<String, Object> keys;

    @BeforeEach
    void write() throws IOException {
        keys = TestConfig.of(22, HostKeys.fingerprint(key.getPublic()), TestKeys.write(home.resolve("key.pem"), key));
    }

    private SftpSettings read() {
        return SftpSettings.of(TestConfig.config(keys));
    }

    private List<String> faults() {
        return new SftpRule().faults(keys);
    }

    @Test
    void whatIsRightIsTaken() {
        keys.put("folder", "/official/out/");
        assertEquals("/official/out", read().folder());
        assertEquals(List.of(), faults());
    }

    @Test
    void withoutAHostKeyNoServerIsTrustedAndTheSentenceSaysWhatToDo() {
        keys.put("host.keys", "");
        assertEquals(1, faults().size());
        String fault = faults().get(0);
        assertTrue(fault.startsWith("host.keys: ") && fault.contains("over another way"), fault);
    }

    @Test
    void allFaultsAreToldAtOnceAndNothingOfTheKey() {
        keys.put("destination", "");
        keys.put("host.keys", "ssh-ed25519 AAAA");
        keys.put("user", "");
        keys.put("host", "");
        keys.put("folder", "");
        keys.put("key.file", home.resolve("none.pem").toString());
        assertEquals(6, faults().size(), faults().toString());
        assertTrue(faults().stream().noneMatch(each -> each.contains("BEGIN")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../out", "out/../..", "a//b", "/", "out/.ssh", "."})
    void aFolderIsNamedByItsPathAlone(String folder) {
        keys.put("folder", folder);
        assertEquals(1, faults().size(), faults().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"done", ".", "./x", ".do ne"})
    void aMarkerIsAnEnding(String marker) {
        keys.put("marker.suffix", marker);
        assertEquals(1, faults().size(), faults().toString());
    }

    @ParameterizedTest
    @CsvSource({"port,0", "file.max.bytes,0", "files.max,1001", "list.max,0", "poll.pause.millis,99", "settle.millis,-1"
    })
    void numbersHaveTheirRanges(String name, long value) {
        keys.put(name, value);
        assertThrows(IllegalArgumentException.class, this::read);
    }

    @Test
    void aKeyThatOthersCanReadIsRefused() throws IOException {
        Files.setPosixFilePermissions(home.resolve("key.pem"), PosixFilePermissions.fromString("rw-r-----"));
        assertEquals(List.of("key.file: others may read the file; run chmod 600 on it"), faults());
    }

    @Test
    void aFileThatHoldsNoKeyIsRefused() throws IOException {
        Files.writeString(home.resolve("key.pem"), "no key");
        assertEquals(1, faults().size(), faults().toString());
    }

    @Test
    void aKeyWithAPassphraseIsRefused() throws Exception {
        OpenSSHKeyEncryptionContext locked = new OpenSSHKeyEncryptionContext();
        locked.setPassword("secret");
        locked.setCipherType("256");
        try (OutputStream out = Files.newOutputStream(home.resolve("key.pem"))) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "renkei", locked, out);
        }
        assertEquals(1, faults().size(), faults().toString());
    }
}
