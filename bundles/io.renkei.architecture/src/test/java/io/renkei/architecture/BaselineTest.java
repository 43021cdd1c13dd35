package io.renkei.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What others build on has not changed since its last release, or its version says so. {@code ./renkei baseline} writes
 * the files anew when a release is made.
 */
class BaselineTest {

    private static final boolean WRITES = Boolean.getBoolean("renkei.write-baseline");
    private static final Path FOLDER = Path.of("../../docs/baseline");

    @ParameterizedTest
    @ValueSource(strings = {"io.renkei.api", "io.renkei.http", "io.renkei.testkit"})
    void aChangedPackageHasTheVersionThatItsChangeAsksFor(String bundle) throws Exception {
        Api now = Api.of(Bundles.classes(bundle));
        Path file = FOLDER.resolve(bundle + ".txt");
        if (WRITES) {
            Files.createDirectories(FOLDER);
            Files.write(file, ApiText.write(now));
        }
        assertEquals(List.of(), now.faults(ApiText.read(Files.readAllLines(file))));
    }
}
