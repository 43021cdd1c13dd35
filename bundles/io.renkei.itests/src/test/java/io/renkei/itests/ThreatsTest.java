package io.renkei.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.Test;

/** The table of threats names tests; each of them is there. */
public class ThreatsTest {

    private static final Path TOP = Path.of(System.getProperty("renkei.top", "../.."));
    private static final Pattern NAMED = Pattern.compile("`([A-Za-z0-9]+)`");
    private static final Pattern DECLARED = Pattern.compile("\\b(?:void|class)\\s+([A-Za-z0-9]+)");
    private static final int TEST_COLUMN = 5;
    private static final int LEAST_ROWS = 20;

    @Test
    public void everyTestThatTheTableNamesIsThere() throws IOException {
        Set<String> declared = declared();
        Set<String> missing = new TreeSet<>();
        List<String> rows = rows();
        for (String row : rows) {
            NAMED.matcher(row.split("\\|")[TEST_COLUMN])
                    .results()
                    .map(named -> named.group(1))
                    .filter(named -> !declared.contains(named))
                    .forEach(missing::add);
        }
        assertEquals(Set.of(), missing);
        assertTrue("the table was read", rows.size() >= LEAST_ROWS);
    }

    /** Rows of the table, without its head. */
    private static List<String> rows() throws IOException {
        return Files.readAllLines(TOP.resolve("docs/threats.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| threat |"))
                .toList();
    }

    /** Classes and methods in the sources of tests. */
    private static Set<String> declared() throws IOException {
        Set<String> declared = new TreeSet<>();
        try (Stream<Path> files = Files.walk(TOP.resolve("bundles"))) {
            for (Path file : files.filter(ThreatsTest::isTest).toList()) {
                DECLARED.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .forEach(declared::add);
            }
        }
        return declared;
    }

    private static boolean isTest(Path file) {
        String name = file.toString().replace('\\', '/');
        return name.endsWith(".java") && (name.contains("/src/test/") || name.contains("/io.renkei.testkit/src/"));
    }
}
