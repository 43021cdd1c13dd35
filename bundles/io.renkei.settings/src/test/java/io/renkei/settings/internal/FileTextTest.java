package io.renkei.settings.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTextTest {

    private static final FileText FILE = new FileText(
            "# whose key this is\ntls.key = ${renkei.pki}/key.pem\n# hosts, \\\nhosts = one, \\\n  two\nattempts=3\n");

    private final References references = new References(Map.of("renkei.pki", "/etc/pki")::get);

    @Test
    void aChangedKeyLeavesRemarksAndReferencesAsTheyAre() {
        assertEquals(
                "# whose key this is\ntls.key = ${renkei.pki}/key.pem\n# hosts, \\\nhosts = three\nattempts=3\n",
                FILE.with("hosts", Optional.of("three")).text());
    }

    @Test
    void aKeyComesAndGoes() {
        assertEquals(
                FILE.text() + "pause.millis = 5\n",
                FILE.with("pause.millis", Optional.of("5")).text());
        assertFalse(FILE.with("hosts", Optional.empty()).text().contains("two"));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        for (String value : new String[] {"C:\\keys", " led by a space", "two\nlines", "届出 𠮷", "a=b:c#d!", ""}) {
            assertEquals(
                    Map.of("key", value),
                    FileText.EMPTY.with("key", Optional.of(value)).values());
        }
    }

    @Test
    void aLineThatIsNoneStaysWhereItIs() {
        FileText odd = new FileText("odd = \\u12\nkey = 1\n");
        assertEquals("odd = \\u12\nkey = 2\n", odd.with("key", Optional.of("2")).text());
    }

    @Test
    void aFileSaysWhatItsReferencesStandFor() {
        Map<String, String> values = Map.of("tls.key", "/etc/pki/key.pem", "hosts", "one, two", "attempts", "3");
        assertTrue(references.says(FILE, values));
        assertFalse(references.says(FILE, Map.of("attempts", "3")));
        assertFalse(references.says(FILE.with("attempts", Optional.of("4")), values));
        assertFalse(references.says(FILE.with("attempts", Optional.of("${unknown}")), values));
        assertFalse(references.says(
                FileText.EMPTY.with("external.password", Optional.of("hunter2")),
                Values.shown(Map.of("external.password", "hunter2"))));
    }

    @Test
    void aReferenceToAnotherKeyIsNotKnown() {
        assertEquals(Optional.of("/etc/pki/a"), references.filled("${renkei.pki}/a"));
        assertEquals(Optional.empty(), references.filled("${hosts:-none}"));
        assertEquals(Optional.of("$[secret:x]"), references.filled("$[secret:x]"));
    }

    @Test
    void aFileIsReplacedWhole(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("io.renkei.example.cfg");
        FILE.write(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        FileText.EMPTY.with("attempts", Optional.of("4")).write(file);
        assertEquals("attempts = 4\n", Files.readString(file));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(Optional.empty(), FileText.of(folder.resolve("absent.cfg")));
    }
}
