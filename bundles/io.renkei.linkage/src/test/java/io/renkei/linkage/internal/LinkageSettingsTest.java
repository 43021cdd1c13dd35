package io.renkei.linkage.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkageSettingsTest {

    @Test
    void theDefaultsAreRight() {
        LinkageSettings settings = LinkageSettings.of(Config.of(LinkageConfig.class, Map.of()));
        assertEquals(Duration.ofMinutes(30), settings.idle());
        assertEquals(Duration.ofHours(24), settings.review());
    }

    @Test
    void allFaultsAreToldAtOnce() {
        Map<String, String> wrong = Map.of(
                "session.idle.minutes", "121",
                "session.longest.minutes", "14",
                "ask.minutes", "0",
                "collect.minutes", "60",
                "review.hours", "1",
                "look.pause.millis", "1");
        String told = assertThrows(
                        IllegalArgumentException.class, () -> LinkageSettings.of(Config.of(LinkageConfig.class, wrong)))
                .getMessage();
        assertEquals(6, told.lines().count(), told);
    }
}
