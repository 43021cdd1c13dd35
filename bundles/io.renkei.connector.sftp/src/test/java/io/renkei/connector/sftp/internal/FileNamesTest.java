package io.renkei.connector.sftp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingKey;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    private static final FilingKey FILING =
            new FilingKey(ArrivalNumber.draw(LocalDate.of(2026, 11, 28), new Random(1)), 2);

    @ParameterizedTest
    @ValueSource(strings = {"decision.xml", "納税証明書.pdf", "a b.zip", "髙橋.xml", "x"})
    void ordinaryNamesAreTaken(String name) {
        assertTrue(FileNames.isPlain(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "../x", "a/b", "/x", "a\\b", ".hidden", "a\nb", "a\u0000b", "a\u0085b", "a\uFFFDb"
            })
    void namesThatMeanMoreThanAFileOrCannotBeSaidAreNot(String name) {
        assertFalse(FileNames.isPlain(name));
    }

    @Test
    void aNameIsOf200CharactersAtMost() {
        assertTrue(FileNames.isPlain("𠮷".repeat(200)));
        assertFalse(FileNames.isPlain("x".repeat(201)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".pdf", "_納税証明.pdf", "-1.pdf", " (1).pdf"})
    void aFilingIsReadFromTheBeginning(String rest) {
        assertEquals(Optional.of(FILING), FileNames.filing(FILING + rest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x%s.pdf", "%s0000000.pdf", "1%s.pdf"})
    void whatOnlyLooksLikeOneIsNone(String pattern) {
        assertEquals(Optional.empty(), FileNames.filing(String.format(pattern, FILING)));
    }

    @Test
    void aNumberWithAWrongCheckDigitIsNone() {
        String text = FILING.toString();
        char last = text.charAt(17);
        String wrong = text.substring(0, 17) + (last == '9' ? '0' : (char) (last + 1)) + text.substring(18);
        assertEquals(Optional.empty(), FileNames.filing(wrong + ".pdf"));
    }
}
