package io.renkei.connector.agency.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.InformationCode;
import io.renkei.api.model.SelfInformationNumber;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgencySettingsTest {

    private static final String URL = "http://localhost:1/agency";

    @Test
    void readsItemsAndTheirCodes() {
        Map<String, Object> set = TestConfig.agency("pension-service", "7-3, 7-6", URL);
        set.put("information.codes", "7-3:TM00000099000703 , 7-6:TM00000099000706");
        AgencySettings settings = AgencySettings.of(TestConfig.of(AgencyConfig.class, set));
        assertEquals(Set.of(new SelfInformationNumber("7-3"), new SelfInformationNumber("7-6")), settings.items());
        assertEquals(new InformationCode("TM00000099000703"), settings.codes().get(new SelfInformationNumber("7-3")));
    }

    @Test
    void tellsAllFaultsAtOnce() {
        Map<String, Object> set = TestConfig.agency("Pension", "7-03", "http://example.com");
        set.put("information.codes", "7-3:TM1");
        set.put("inquirer.code", "");
        set.put("business.code", "JM01");
        set.put("total.timeout.millis", 1_000L);
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> AgencySettings.of(TestConfig.of(AgencyConfig.class, set)));
        assertEquals(7, refusal.getMessage().lines().count(), refusal.getMessage());
    }

    @Test
    void noItemAndNoCodeMayStandTwice() {
        for (String codes : new String[] {
            "7-3:TM00000099000703,7-3:TM00000099000704", "7-3:TM00000099000703,7-4:TM00000099000703", "7-3"
        }) {
            Map<String, Object> set = TestConfig.agency("pension-service", "7-3", URL);
            set.put("information.codes", codes);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> AgencySettings.of(TestConfig.of(AgencyConfig.class, set)),
                    codes);
        }
    }

    @Test
    void theServiceOfLinkageCodesKnowsTheAgenciesByTheirCodes() {
        Map<String, Object> set = new HashMap<>();
        set.put("endpoint.url", URL);
        set.put("agency.codes", "municipality.131130:" + TestConfig.CITY_CODE);
        assertEquals(
                Map.of(new DestinationId("municipality.131130"), TestConfig.CITY_CODE),
                CodesSettings.of(TestConfig.of(CodesConfig.class, set)).agencies());
        set.put("agency.codes", "municipality.131130:13");
        assertThrows(IllegalArgumentException.class, () -> CodesSettings.of(TestConfig.of(CodesConfig.class, set)));
    }
}
