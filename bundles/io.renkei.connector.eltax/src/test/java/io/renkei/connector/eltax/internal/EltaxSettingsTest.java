package io.renkei.connector.eltax.internal;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EltaxSettingsTest {

    @Test
    void theReadmeNamesEachKeyAndEachCode() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        for (Method method : EltaxConfig.class.getDeclaredMethods()) {
            String row = "| `" + method.getName().replace('_', '.') + "` | "
                    + (String.valueOf(method.getDefaultValue()).isEmpty()
                            ? "|"
                            : "`" + method.getDefaultValue() + "` |");
            assertTrue(readme.contains(row), row);
        }
        for (EltaxCode code : EltaxCode.values()) {
            assertTrue(readme.contains("| `" + code.code() + "` |"), code.code());
        }
    }

    @Test
    void allFaultsAreToldAtOnce() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> EltaxSettings.of(TestConfig.of(Map.of(
                                "destination",
                                "hello-work",
                                "endpoint.url",
                                "http://api.example.invalid/",
                                "connect.timeout.millis",
                                0L,
                                "concurrency",
                                65,
                                "settle.millis",
                                -1L))))
                .getMessage();
        for (String part : new String[] {"destination", "endpoint.url", "connect.timeout", "concurrency", "settle"}) {
            assertTrue(message.contains(part), part + " in " + message);
        }
    }

    @Test
    void plainHttpReachesThisMachineOnly() {
        Map<String, Object> set =
                Map.of("destination", TestTask.DESTINATION.value(), "endpoint.url", "http://api.example.invalid/v1");
        assertThrows(IllegalArgumentException.class, () -> EltaxSettings.of(TestConfig.of(set)));
    }

    @Test
    void aDispatchHasTimeForItsCall() {
        Map<String, Object> set = Map.of(
                "destination",
                TestTask.DESTINATION.value(),
                "endpoint.url",
                "http://localhost:1",
                "total.timeout.millis",
                34_999L);
        assertThrows(IllegalArgumentException.class, () -> EltaxSettings.of(TestConfig.of(set)));
    }

    @Test
    void codesAreUniqueAndTellWhatToDo() {
        Set<String> codes = new HashSet<>();
        for (EltaxCode code : EltaxCode.values()) {
            assertTrue(codes.add(code.code()), code.code());
            assertTrue(code.sentence().endsWith(".") && code.sentenceJa().endsWith("。"), code.code());
        }
    }
}
