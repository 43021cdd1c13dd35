package io.renkei.ops.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.ops.internal.BundleChanges.What;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BundleChangesTest {

    private final BundleChanges changes = new BundleChanges();

    private void at(long millis, String bundle, String version, What... what) {
        for (What each : what) {
            changes.happened(Gateway.NIGHT.plus(Duration.ofMillis(millis)), bundle, version, each);
        }
    }

    @Test
    void anUpdateIsOneChangeThatNamesBothVersionsAndAllThatItTouched() {
        at(0, "org.example.first", "1.0.0", What.INSTALLED, What.RESOLVED, What.STARTED);
        at(5_000, "org.example.first", "1.0.0", What.STOPPED);
        at(5_040, "org.example.first", "1.0.1", What.UNRESOLVED, What.UPDATED, What.RESOLVED);
        at(5_100, "org.example.second", "2.0.0", What.STARTED);
        JsonNode newest = Screen.json(() -> changes.list(10)).at("/changes/0");
        assertEquals(2, newest.get("bundles").size());
        assertEquals("1.0.1", newest.at("/bundles/0/version").asText());
        assertEquals("1.0.0", newest.at("/bundles/0/before").asText());
        assertEquals(
                "[\"RESOLVED\",\"STOPPED\",\"UPDATED\",\"UNRESOLVED\"]",
                newest.at("/bundles/0/what").toString());
        String page = Screen.page(() -> changes.list(1));
        assertTrue(page.contains("org.example.first 1.0.0 -> 1.0.1 resolved, stopped, updated, unresolved"), page);
    }

    @Test
    void twoUpdatesInOneSecondAreTwoChanges() {
        for (int i = 0; i < 2; i++) {
            at(i * 300, "org.example.first", "1.0.0", What.STOPPED, What.UNRESOLVED, What.UPDATED);
            at(i * 300 + 60, "org.example.first", "1.0.0", What.RESOLVED, What.STARTED);
        }
        assertEquals(2, Screen.json(() -> changes.list(10)).get("changes").size());
    }

    @Test
    void theOldestOfTooManyAreForgotten() {
        for (int i = 0; i < 300; i++) {
            at(i * 2_000L, "b" + i, "1.0.0", What.STARTED);
        }
        JsonNode all = Screen.json(() -> changes.list(200)).get("changes");
        assertEquals(200, all.size());
        assertEquals("b299", all.at("/0/bundles/0/bundle").asText());
        assertEquals(
                "Nothing was deployed since the start.",
                Screen.page(() -> new BundleChanges().list(1)).strip());
    }
}
