package io.renkei.settings.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.renkei.api.spi.SettingsRule;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RulesTest {

    private Rules rules;

    @BeforeEach
    void declare() throws IOException {
        Schema schema = Samples.schema();
        rules = new Rules(pid -> Optional.of(schema).filter(each -> each.pid().equals(pid)));
    }

    private List<String> faults(Map<String, ?> properties) {
        return rules.faults(Samples.PID, properties);
    }

    @Test
    void whatIsNotDeclaredIsNotJudged() {
        assertEquals(List.of(), rules.faults("io.renkei.other", Map.of("a", "b")));
    }

    @Test
    void unknownKeysAreAFaultOnceTheRuleOfTheBundleIsThere() {
        assertEquals(List.of(), faults(Map.of("office.13", "x")));
        rules.add(Samples.PID, properties -> List.of());
        assertEquals(1, faults(Map.of("office.13", "x")).size());
    }

    @Test
    void sentencesOfOneLineAreToldOneByOneWithoutWhereTheyStand() {
        rules.add(
                Samples.PID,
                properties ->
                        List.of("EXAMPLE-001: io.renkei.example.cfg: endpoint.url is missing. pause.millis is odd."));
        assertEquals(List.of("endpoint.url is missing", "pause.millis is odd"), faults(Map.of()));
    }

    @Test
    void aKeyThatIsNoNumberIsToldOnceAndTheRuleStillReadsTheRest() {
        rules.add(
                Samples.PID,
                properties -> SettingsRule.told(() -> {
                    Integer.parseInt(
                            String.valueOf(properties.containsKey("parallel") ? properties.get("parallel") : "8"));
                    throw new IllegalArgumentException("parallel is odd\nendpoint.url is missing");
                }));
        assertEquals(
                List.of("parallel is a number and is at least 1 and at most 2147483647", "endpoint.url is missing"),
                faults(Map.of("parallel", "many")));
    }

    @Test
    void aRuleThatFailsIsAFaultOfTheConfiguration() {
        rules.add(Samples.PID, properties -> {
            throw new IllegalStateException("no such disk");
        });
        assertEquals(List.of("It cannot be read: no such disk"), faults(Map.of()));
    }
}
