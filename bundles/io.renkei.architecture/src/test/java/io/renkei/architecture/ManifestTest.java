package io.renkei.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.jar.Manifest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A connector's refresh set is itself: nothing that runs imports dynamically or optionally what it could bring. */
class ManifestTest {

    static List<String> all() throws IOException {
        return Bundles.all();
    }

    static List<String> written() throws IOException {
        return Bundles.written();
    }

    static List<String> connectors() throws IOException {
        return Bundles.written().stream()
                .filter(name -> name.startsWith("io.renkei.connector."))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSymbolicNameIsTheFolder(String bundle) throws IOException {
        assertEquals(bundle, header(bundle, "Bundle-SymbolicName").replaceAll(";.*", ""));
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothingIsImportedDynamically(String bundle) throws IOException {
        assertNull(Bundles.manifest(bundle).getMainAttributes().getValue("DynamicImport-Package"));
    }

    @ParameterizedTest
    @MethodSource("written")
    void noImportIsOptional(String bundle) throws IOException {
        assertFalse(header(bundle, "Import-Package").contains("resolution:=optional"));
    }

    /** A wrapper may leave a library of its own out, but nothing that a connector could bring. */
    @ParameterizedTest
    @MethodSource("all")
    void noOptionalImportIsOneThatAConnectorCouldSatisfy(String bundle) throws IOException {
        for (String clause : clauses(header(bundle, "Import-Package"))) {
            if (clause.contains("resolution:=optional")) {
                assertFalse(clause.startsWith("io.renkei."), clause);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void aConnectorExportsNothing(String bundle) throws IOException {
        assertEquals("", header(bundle, "Export-Package"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsExportedHasAVersion(String bundle) throws IOException {
        for (String clause : clauses(header(bundle, "Export-Package"))) {
            assertTrue(clause.contains("version="), clause);
        }
    }

    @ParameterizedTest
    @MethodSource("written")
    void nothingInternalIsExported(String bundle) throws IOException {
        for (String clause : clauses(header(bundle, "Export-Package"))) {
            assertTrue(clause.startsWith(bundle), clause);
            assertFalse(clause.replaceAll(";.*", "").contains(".internal"), clause);
        }
    }

    private static String header(String bundle, String name) throws IOException {
        Manifest manifest = Bundles.manifest(bundle);
        String value = manifest.getMainAttributes().getValue(name);
        return value == null ? "" : value;
    }

    /** Splits at the commas that stand outside quotes. */
    private static List<String> clauses(String header) {
        return header.isEmpty() ? List.of() : List.of(header.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"));
    }
}
