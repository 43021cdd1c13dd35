package io.renkei.connector.etax.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EtaxSettingsTest {

    @Test
    void theReadmeNamesEachKeyAndEachCode() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        for (Method method : EtaxConfig.class.getDeclaredMethods()) {
            String key = method.getName().replace('_', '.');
            assertTrue(readme.contains("`" + key + "`"), key);
        }
        Arrays.stream(EtaxCode.values()).forEach(code -> assertTrue(readme.contains(code.code()), code.code()));
    }

    @Test
    void allFaultsAreToldAtOnce() {
        Map<String, Object> set = Map.of(
                "endpoint.url",
                "http://reception.example.invalid/",
                "connect.timeout.millis",
                1L,
                "concurrency",
                65,
                "settle.millis",
                -1L,
                "form.id",
                "form");
        String message = assertThrows(IllegalArgumentException.class, () -> EtaxSettings.of(TestConfig.of(set)))
                .getMessage();
        for (String part :
                new String[] {"endpoint.url", "connect.timeout.millis", "concurrency", "settle.millis", "form.id"}) {
            assertTrue(message.contains(part), part + " in " + message);
        }
    }

    @Test
    void plainHttpReachesThisMachineOnlyAndHttpsNeedsItsAuthorities() {
        for (String url : new String[] {"http://reception.example.invalid/etax", "https://localhost:9443/etax"}) {
            assertThrows(
                    IllegalArgumentException.class, () -> EtaxSettings.of(TestConfig.of(Map.of("endpoint.url", url))));
        }
        EtaxSettings settings = EtaxSettings.of(
                TestConfig.of(Map.of("endpoint.url", "https://localhost:9443/etax", "tls.trust", "ca.pem")));
        assertEquals(Path.of("ca.pem"), settings.http().trust().orElseThrow());
        assertEquals(Duration.ofMinutes(10), settings.settle());
    }
}
