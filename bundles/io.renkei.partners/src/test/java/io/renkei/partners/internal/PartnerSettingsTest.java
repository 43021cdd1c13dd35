package io.renkei.partners.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.DestinationId;
import io.renkei.ports.access.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartnerSettingsTest {

    @Test
    void aMinistrySpeaksForItsDestinationsAndTheirInstances() {
        PartnerSettings society = PartnerSettings.of(Settings.config(Map.of(
                "id", "society",
                "certificate", "etc/society.pem",
                "roles", "ministry, Submitter",
                "destinations", "health-insurance-society, e-tax")));

        assertEquals(Set.of(Role.MINISTRY, Role.SUBMITTER), society.caller().roles());
        assertTrue(society.caller().speaksFor(new DestinationId("health-insurance-society.06130012")));
        assertFalse(society.caller().speaksFor(new DestinationId("eltax")));
        assertEquals(new Limits(32, 500, 67_108_864), society.limits());
    }

    @Test
    void aPartnerWithoutRolesMayNothing() {
        PartnerSettings nobody = PartnerSettings.of(Settings.config(Map.of("id", "acme", "certificate", "a.pem")));
        assertEquals(Set.of(), nobody.caller().roles());
    }

    @Test
    void allFaultsAreToldAtOnce() {
        PartnerConfig wrong = Settings.config(Map.of(
                "id", "Acme", "roles", "root", "destinations", "E_TAX", "requests.at.once", 0, "bytes.at.once", 0L));

        String sentence = assertThrows(IllegalArgumentException.class, () -> PartnerSettings.of(wrong))
                .getMessage();
        for (String key :
                List.of("id:", "certificate:", "roles:", "destinations:", "requests.at.once:", "bytes.at.once:")) {
            assertTrue(sentence.contains(key), sentence);
        }
    }

    @Test
    void aMinistryWithoutDestinationIsRefused() {
        PartnerConfig wrong = Settings.config(Map.of("id", "tax", "certificate", "a.pem", "roles", "ministry"));
        assertThrows(IllegalArgumentException.class, () -> PartnerSettings.of(wrong));
    }
}
