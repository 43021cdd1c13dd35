package io.renkei.partners.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.DestinationId;
import io.renkei.ports.access.Role;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(classes = {PartnerConfig.class, PartnersConfig.class})
    void theConfigurationFileShowsEachKeyWithItsSentenceAndDefault(Class<?> config) throws Exception {
        String pid = (String) config.getDeclaredField("PID").get(null);
        List<String> lines = lines(pid);
        for (Method method : config.getDeclaredMethods()) {
            String key = method.getName().replace('_', '.');
            int at = lines.indexOf(("#" + key + " = " + method.getDefaultValue()).strip());
            assertTrue(at > 0, pid + " lacks " + key);
            assertTrue(lines.get(at - 1).matches("# .+\\."), key + " needs its sentence above it");
        }
        long keys = lines.stream().filter(line -> line.matches("#[a-z].*=.*")).count();
        assertEquals(Arrays.stream(config.getDeclaredMethods()).count(), keys);
    }

    private static List<String> lines(String pid) throws IOException {
        return Files.readAllLines(Path.of("src/main/cfg", pid + ".cfg"));
    }
}
