package io.renkei.door.soap.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void theFileNamesEveryKeyWithItsDefault() throws IOException {
        Map<String, String> file = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("src/main/cfg/" + SoapConfig.PID + ".cfg"))) {
            if (line.matches("#[a-z.]+ = .*")) {
                String[] parts = line.substring(1).split(" = ", 2);
                file.put(parts[0], parts[1]);
            }
        }
        Map<String, String> annotation = new TreeMap<>();
        for (Method method : SoapConfig.class.getDeclaredMethods()) {
            annotation.put(
                    method.getName().replace('_', '.'), method.getDefaultValue().toString());
        }
        assertEquals(annotation, file);
    }

    @Test
    void aBoundThatCannotBeMeantIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new SoapSettings(0, Duration.ofSeconds(1), 4096));
        assertThrows(IllegalArgumentException.class, () -> new SoapSettings(1, Duration.ZERO, 4096));
        assertThrows(IllegalArgumentException.class, () -> new SoapSettings(1, Duration.ofSeconds(1), 1));
    }
}
