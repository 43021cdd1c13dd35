package io.renkei.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What operators look up is what was compiled. */
class ReferencesTest {

    private static final boolean WRITES = Boolean.getBoolean("renkei.write-references");
    private static final Path OPERATORS =
            Path.of("../../docs/operators").toAbsolutePath().normalize();

    @Test
    void theSettingsAreThoseOfTheBundles() throws IOException {
        assertIsWritten("settings.md", References.settings());
    }

    @Test
    void theErrorCodesAreThoseOfTheBundles() throws IOException {
        assertIsWritten("error-codes.md", References.codes());
    }

    @Test
    void noCodeIsSaidByTwoBundlesOrTwiceByOne() throws IOException {
        Map<String, String> owners = new HashMap<>();
        for (String bundle : Bundles.written()) {
            for (Code code : Code.of(bundle)) {
                String other = owners.put(code.code(), bundle);
                assertEquals(null, other, () -> code.code() + " is a code of " + bundle + " too");
            }
        }
    }

    /** Such as in the text of an exception or in a line of the log. */
    @Test
    void eachCodeThatABundleSaysIsAmongTheErrorCodes() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String bundle : Bundles.written()) {
            Code.of(bundle).forEach(code -> known.add(code.code()));
        }
        String prefixes = known.stream()
                .map(code -> code.substring(0, code.indexOf('-')))
                .distinct()
                .collect(Collectors.joining("|"));
        Set<String> unknown = new TreeSet<>();
        for (String bundle : Bundles.written()) {
            Matcher said =
                    Pattern.compile("\\b(?:" + prefixes + ")-[0-9]{3}\\b").matcher(compiled(bundle));
            while (said.find()) {
                if (!known.contains(said.group())) {
                    unknown.add(said.group() + " in " + bundle);
                }
            }
        }
        assertEquals(Set.of(), unknown, "a code stands in its bundle's code enum, or in a table of its README");
    }

    private static String compiled(String bundle) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> all = Files.walk(Bundles.classes(bundle).resolve(bundle.replace('.', '/')))) {
            List<Path> classes =
                    all.filter(file -> file.toString().endsWith(".class")).toList();
            for (Path file : classes) {
                text.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }

    private static void assertIsWritten(String name, String expected) throws IOException {
        Path file = OPERATORS.resolve(name);
        if (WRITES) {
            Files.writeString(file, expected);
        }
        assertTrue(
                Files.exists(file) && Files.readString(file).equals(expected),
                () -> "docs/operators/" + name
                        + " is not what the bundles say now: run ./renkei references, look at the"
                        + " difference and commit it.");
    }
}
