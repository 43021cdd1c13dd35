package io.renkei.connector.yaml.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the operator allows. */
class AllowListTest {

    @Test
    void byDefaultNoHostAndNoComponentOfOthersIsAllowed() {
        AllowList standard = AllowList.of(TestConfig.of(Map.of()));
        assertEquals(AllowList.OURS, standard.components());
        assertFalse(standard.allows(URI.create("http://localhost:1/x")));
    }

    @Test
    void aHostIsAllowedWithAllItsPortsOrWithOne() {
        AllowList allowed =
                AllowList.of(TestConfig.of(Map.of("hosts", "Desk.example, other.example:8443,third.example:443")));
        assertTrue(allowed.allows(URI.create("https://desk.EXAMPLE:9/x")));
        assertTrue(allowed.allows(URI.create("https://other.example:8443/x")));
        assertTrue(allowed.allows(URI.create("https://third.example/x")));
        assertFalse(allowed.allows(URI.create("https://other.example/x")));
        assertFalse(allowed.allows(URI.create("https://desk.example.evil.example/x")));
        assertFalse(allowed.allows(URI.create("https://notdesk.example/x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "*.example", "https://desk.example", "desk.example/x", "desk example"})
    void aHostWithAStarOrASchemeIsRefused(String host) {
        assertThrows(IllegalArgumentException.class, () -> AllowList.of(TestConfig.of(Map.of("hosts", host))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bean", "class", "language", "script", "http", "https", "file", "exec", "controlbus", "direct"})
    void aComponentThatRunsCodeOrReachesPastTheHostsIsNeverAllowed(String component) {
        String told = assertThrows(
                        IllegalArgumentException.class,
                        () -> AllowList.of(TestConfig.of(Map.of("components", component))))
                .getMessage();
        assertTrue(told.contains("\"" + component + "\" can never be allowed"), told);
    }

    @Test
    void theReadmeNamesEachKeyAndEachCode() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        for (Method method : YamlConfig.class.getDeclaredMethods()) {
            assertTrue(readme.contains("| `" + method.getName().replace('_', '.') + "` |"), method.getName());
        }
        Set<String> codes = new HashSet<>();
        for (YamlCode code : YamlCode.values()) {
            assertTrue(codes.add(code.code()), code.code());
            assertTrue(code.sentence().endsWith(".") && code.sentenceJa().endsWith("。"), code.code());
            assertTrue(readme.contains("| `" + code.code() + "` |"), code.code());
        }
    }
}
