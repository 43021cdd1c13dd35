package io.renkei.ports.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretReferenceTest {

    @TempDir
    Path folder;

    private Path file(String permissions) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "open sesame\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void aFileOfItsOwnerHoldsTheSecret() throws Exception {
        assertEquals("open sesame", SecretReference.resolve("file:" + file("rw-------")));
        assertEquals("open sesame", SecretReference.resolve("file:" + file("r--------")));
    }

    @Test
    void aFileThatOthersMayReadIsRefusedAndItsContentNotTold() throws Exception {
        for (String permissions : new String[] {"rw-r-----", "rw----r--", "rwx------"}) {
            String reference = "file:" + file(permissions);
            var refusal =
                    assertThrows(IllegalArgumentException.class, () -> SecretReference.resolve(reference), permissions);
            assertFalse(refusal.getMessage().contains("sesame"));
        }
    }

    @Test
    void aSecretInPlaceOfItsReferenceIsRefusedAndNotRepeated() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> SecretReference.resolve("open sesame"));
        assertFalse(refusal.getMessage().contains("sesame"));
    }

    @Test
    void aVariableThatIsNotSetAndAFileThatIsNotThereAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> SecretReference.resolve("env:RENKEI_NO_SUCH_VARIABLE"));
        assertThrows(
                IllegalArgumentException.class, () -> SecretReference.resolve("file:" + folder.resolve("nothing")));
    }
}
