package io.renkei.delivery.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.PartnerId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliverySettingsTest {

    private static final Map<String, Object> LEAST =
            Map.of("service", "my-post", "url", "https://post.example/in", "tls.trust", "ca.pem");

    @Test
    void nobodysNoticesGoThereUnlessItIsSaid() {
        assertEquals(
                new DeliverySettings(
                        "my-post",
                        Way.POST,
                        URI.create("https://post.example/in"),
                        Path.of("ca.pem"),
                        Optional.empty(),
                        Set.of(),
                        Duration.ofDays(7),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(60),
                        4),
                DeliverySettings.of(Config.of(LEAST)));
    }

    @Test
    void thePartnersAreThoseThatAreNamed() {
        assertEquals(
                Set.of(new PartnerId("acme"), new PartnerId("beta")),
                DeliverySettings.of(with("partners", " acme, beta,, acme ")).partners());
    }

    @Test
    void aStoreHasNoQueryAndRoomForTheIdOfANotice() {
        assertEquals(
                Way.STORE, DeliverySettings.of(store("https://cloud.example/a")).way());
        assertTrue(refused(store("https://cloud.example/?a=b")).startsWith("url of a store"));
        assertTrue(refused(store("https://cloud.example/" + "a".repeat(300))).startsWith("url of a store"));
        assertTrue(refused(with("way", "mail")).startsWith("way"));
    }

    private static DeliveryConfig store(String url) {
        Map<String, Object> settings = new HashMap<>(LEAST);
        settings.put("way", "store");
        settings.put("url", url);
        return Config.of(settings);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "portal", "issuer", "My-Post", "a--b", "-a", "a b", "a23456789-123456789-123456789-123"})
    void aChannelOfTheGatewaysOwnAndAnOddNameAreRefused(String service) {
        assertTrue(refused(with("service", service)).startsWith("service"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://post.example/", "https://user:secret@post.example/", "post.example"})
    void anAddressThatIsNotAPlainHttpsOneIsRefused(String url) {
        String sentence = refused(with("url", url));
        assertTrue(sentence.startsWith("url"), sentence);
        assertTrue(!sentence.contains("secret"), sentence);
    }

    @Test
    void allFaultsAreToldAtOnce() {
        String sentence = refused(Config.of(Map.of(
                "partners",
                "Acme",
                "tls.identity",
                "a\0b",
                "give.up.days",
                91,
                "answer.timeout.millis",
                999L,
                "longest.pause.millis",
                3_600_001L,
                "parallel.calls",
                33)));
        for (String key : List.of(
                "service",
                "url",
                "tls.trust",
                "tls.identity",
                "partners",
                "give.up.days",
                "answer.timeout.millis",
                "longest.pause.millis",
                "parallel.calls")) {
            assertTrue(sentence.contains(key), sentence);
        }
    }

    @Test
    void theRuleReadsWhatAFileHolds() {
        Map<String, Object> file = new HashMap<>(LEAST);
        assertEquals(List.of(), new DeliveryRule().faults(file));
        file.put("service", "portal");
        assertEquals(1, new DeliveryRule().faults(file).size());
    }

    private static String refused(DeliveryConfig config) {
        return assertThrows(IllegalArgumentException.class, () -> DeliverySettings.of(config))
                .getMessage();
    }

    private static DeliveryConfig with(String key, Object value) {
        Map<String, Object> settings = new HashMap<>(LEAST);
        settings.put(key, value);
        return Config.of(settings);
    }
}
