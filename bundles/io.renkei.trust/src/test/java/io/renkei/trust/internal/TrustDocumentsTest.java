package io.renkei.trust.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The README and the code say the same. */
class TrustDocumentsTest {

    @Test
    void everyCodeIsUniqueAndHasAnEnglishAndAJapaneseSentenceAndALineInTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        Set<String> codes = new HashSet<>();
        for (TrustCode code : TrustCode.values()) {
            var fault = code.at("x");
            assertTrue(codes.add(code.code()), code.code());
            assertTrue(fault.sentence().matches("\\p{ASCII}+\\. ?\\p{ASCII}+\\."), code.name());
            assertTrue(fault.sentenceJa().matches("(?s).*\\p{IsHiragana}.*。"), code.name());
            assertTrue(readme.contains("| " + code.code() + " |"), code.code());
        }
        for (String code :
                new String[] {"TRUST-060", "TRUST-061", "TRUST-062", "TRUST-063", "TRUST-064", "TRUST-065", "TRUST-066"
                }) {
            assertTrue(readme.contains("| " + code + " |"), code);
        }
    }
}
