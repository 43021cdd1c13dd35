package io.renkei.companystore.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.PartnerId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreSettingsTest {

    private static final Map<String, Object> LEAST =
            Map.of("partner", "acme", "url", "https://cloud.example/renkei/", "tls.trust", "ca.pem");

    @Test
    void theRestHasItsDefaults() {
        assertEquals(
                new StoreSettings(
                        new PartnerId("acme"),
                        "https://cloud.example/renkei",
                        Path.of("ca.pem"),
                        Optional.empty(),
                        Duration.ofSeconds(30),
                        64L << 20,
                        4),
                StoreSettings.of(Config.of(LEAST)));
    }

    @ParameterizedTest
    @CsvSource({
        "partner, ''",
        "partner, A b",
        "url, ''",
        "url, http://cloud.example/",
        "url, https://cloud.example/?a=b",
        "url, https://user:secret@cloud.example/",
        "tls.trust, ''"
    })
    void whatCannotBeUsedIsNamed(String key, String value) {
        assertTrue(refused(key, value).startsWith(key), refused(key, value));
    }

    @Test
    void numbersHaveBounds() {
        assertTrue(refused("answer.timeout.millis", 999L).startsWith("answer.timeout.millis"));
        assertTrue(refused("object.max.bytes", (1L << 30) + 1).startsWith("object.max.bytes"));
        assertTrue(refused("parallel.calls", 33).startsWith("parallel.calls"));
    }

    private static String refused(String key, Object value) {
        Map<String, Object> settings = new HashMap<>(LEAST);
        settings.put(key, value);
        return assertThrows(IllegalArgumentException.class, () -> StoreSettings.of(Config.of(settings)))
                .getMessage();
    }
}
