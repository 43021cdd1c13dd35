package io.renkei.intake.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class IntakeSettingsTest {

    @Test
    void theShippedSettingsAreTheDefaultsOfTheAnnotation() {
        IntakeConfig config = (IntakeConfig) Proxy.newProxyInstance(
                IntakeConfig.class.getClassLoader(),
                new Class<?>[] {IntakeConfig.class},
                (proxy, key, arguments) -> key.getDefaultValue());
        assertEquals(IntakeSettings.defaults(), IntakeSettings.of(config));
    }

    @Test
    void allFaultsAreToldAtOnceInTheTermsOfTheFile() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> new IntakeSettings(1, Set.of(), "Ä"));
        for (String key :
                new String[] {"io.renkei.intake.cfg", "package.max.bytes", "package.formats", "anchors.purpose"}) {
            assertTrue(refusal.getMessage().contains(key), refusal.getMessage());
        }
    }

    @Test
    void theFileShowsEveryKeyWithItsDefault() throws Exception {
        Map<String, String> shown = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("src/main/cfg/io.renkei.intake.cfg"))) {
            if (line.startsWith("#") && !line.startsWith("# ")) {
                String[] pair = line.substring(1).split("=", 2);
                shown.put(pair[0], pair[1]);
            }
        }
        Map<String, String> declared = new TreeMap<>();
        for (Method key : IntakeConfig.class.getDeclaredMethods()) {
            Object value = key.getDefaultValue();
            declared.put(
                    key.getName().replace('_', '.'),
                    value instanceof String[] words ? String.join(",", words) : String.valueOf(value));
        }
        assertEquals(declared, shown);
    }
}
