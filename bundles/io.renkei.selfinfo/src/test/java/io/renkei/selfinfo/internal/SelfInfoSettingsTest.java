package io.renkei.selfinfo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.util.converter.Converters;

class SelfInfoSettingsTest {

    @Test
    void accessRecordsAreKeptForSevenYearsUnlessItIsSaidOtherwise() {
        assertEquals(7, SelfInfoSettings.of(config(Map.of())).recordYears());
    }

    @Test
    void tellsAllFaultsAtOnce() {
        var refusal = assertThrows(
                IllegalArgumentException.class,
                () -> SelfInfoSettings.of(config(
                        Map.of("asking.longest.minutes", 0, "access.records.years", 0, "pause.longest.millis", 20L))));
        assertEquals(3, refusal.getMessage().lines().count(), refusal.getMessage());
    }

    private static SelfInfoConfig config(Map<String, ?> keys) {
        return Converters.standardConverter().convert(keys).to(SelfInfoConfig.class);
    }
}
