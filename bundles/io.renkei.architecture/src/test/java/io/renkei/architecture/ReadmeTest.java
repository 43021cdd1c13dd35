package io.renkei.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each bundle says what it is for. */
class ReadmeTest {

    private static final Pattern KEY = Pattern.compile("#?\\s?[A-Za-z<][A-Za-z0-9.<>-]*\\s?=.*");

    @Test
    void eachBundleHasAReadme() throws IOException {
        List<String> without = new ArrayList<>();
        for (String bundle : Bundles.all()) {
            if (!Files.exists(Bundles.folder(bundle).resolve("README.md"))) {
                without.add(bundle);
            }
        }
        assertEquals(List.of(), without);
    }

    static List<Path> cfgFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String bundle : Bundles.written()) {
            Path folder = Bundles.folder(bundle).resolve("src/main/cfg");
            if (Files.isDirectory(folder)) {
                try (Stream<Path> all = Files.list(folder)) {
                    all.sorted().forEach(files::add);
                }
            }
        }
        return files;
    }

    @ParameterizedTest
    @MethodSource("cfgFiles")
    void aCfgFileHasAnOwnPidWithoutHyphenAndSetsNothing(Path cfg) throws IOException {
        String name = cfg.getFileName().toString();
        assertTrue(
                name.matches("io\\.renkei\\.[a-z.]+\\.cfg"), "the file installer splits a name at a hyphen: " + name);
        for (String line : Files.readAllLines(cfg)) {
            boolean set = !line.startsWith("#") && KEY.matcher(line).matches();
            assertFalse(set, () -> name + " sets a key, so that its default stands twice: " + line);
        }
    }
}
