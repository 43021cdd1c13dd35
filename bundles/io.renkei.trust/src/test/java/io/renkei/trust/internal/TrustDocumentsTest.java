package io.renkei.trust.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The configuration file, the README and the code say the same. */
class TrustDocumentsTest {

    @Test
    void theConfigurationFileShowsEachDefaultUnderItsSentence() throws IOException {
        Map<String, String> declared = new TreeMap<>();
        for (Method key : TrustConfig.class.getDeclaredMethods()) {
            String line = ("#" + key.getName().replace('_', '.') + " = " + key.getDefaultValue()).strip();
            declared.put(line, "# " + definition(key.getName()));
        }
        Map<String, String> shown = new TreeMap<>();
        String before = "";
        for (String line : Files.readAllLines(Path.of("src/main/cfg/io.renkei.trust.cfg"))) {
            if (line.startsWith("#") && !line.startsWith("# ")) {
                shown.put(line, before);
            }
            before = line;
        }
        assertEquals(declared, shown);
    }

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
        for (String code : new String[] {"TRUST-060", "TRUST-061", "TRUST-062", "TRUST-063"}) {
            assertTrue(readme.contains("| " + code + " |"), code);
        }
    }

    /** The annotation is not kept for the running program, so its text is taken from the source. */
    private static String definition(String key) throws IOException {
        String source = Files.readString(Path.of("src/main/java/io/renkei/trust/internal/TrustConfig.java"));
        int end = source.indexOf(" " + key + "()");
        int start = source.lastIndexOf("description =", end);
        String text = source.substring(source.indexOf('"', start) + 1);
        return text.substring(0, text.indexOf('"'));
    }
}
