package io.renkei.portal.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortalSettingsTest {

    @Test
    void withoutAnAddressThereIsNoPortal() {
        assertEquals(Optional.empty(), PortalSettings.of(Config.of(Map.of("webhook.url", "  "))));
    }

    @Test
    void theDefaultsAreThoseOfTheAnnotation() {
        PortalSettings settings = PortalSettings.of(
                        Config.of(Map.of("webhook.url", " https://portal.example/受信 ", "tls.trust", "ca.pem")))
                .orElseThrow();
        assertEquals(
                new PortalSettings(
                        URI.create("https://portal.example/受信"),
                        Path.of("ca.pem"),
                        Optional.empty(),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(60)),
                settings);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://portal.example/",
                "https:///events",
                "https:portal",
                "//portal.example/",
                "portal.example",
                "https://user:secret@portal.example/",
                "https://portal.example/#a",
                "https://portal example/",
                "file:///x"
            })
    void anAddressThatIsNotAPlainHttpsOneIsRefused(String address) {
        String sentence = assertThrows(
                        IllegalArgumentException.class,
                        () -> PortalSettings.of(Config.of(Map.of("webhook.url", address, "tls.trust", "ca.pem"))))
                .getMessage();
        assertTrue(sentence.startsWith("webhook.url"), sentence);
        assertTrue(!sentence.contains("secret"), sentence);
    }

    @Test
    void allFaultsAreToldAtOnce() {
        PortalConfig wrong = Config.of(Map.of(
                "webhook.url",
                "http://portal.example/",
                "tls.identity",
                "a\0b",
                "answer.timeout.millis",
                99L,
                "longest.pause.millis",
                600_001L));
        String sentence = assertThrows(IllegalArgumentException.class, () -> PortalSettings.of(wrong))
                .getMessage();
        for (String key :
                List.of("webhook.url", "tls.trust", "tls.identity", "answer.timeout.millis", "longest.pause.millis")) {
            assertTrue(sentence.contains(key), sentence);
        }
    }
}
