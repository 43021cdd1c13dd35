package io.renkei.intake.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.osgi.util.converter.Converters;

class IntakeSettingsTest {

    @Test
    void theShippedSettingsAreTheDefaultsOfTheAnnotation() {
        IntakeConfig config = Converters.standardConverter().convert(Map.of()).to(IntakeConfig.class);
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
}
