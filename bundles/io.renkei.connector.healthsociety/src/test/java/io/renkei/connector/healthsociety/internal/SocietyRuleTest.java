package io.renkei.connector.healthsociety.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.renkei.api.spi.TlsContexts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keys as file install hands them over: all of them text. */
class SocietyRuleTest {

    private static final TlsContexts NO_SUCH_FILE = (trust, identity) -> {
        throw new IllegalArgumentException(trust + " cannot be read");
    };

    private final SocietyRule rule = new SocietyRule(NO_SUCH_FILE);

    private static Map<String, String> right() {
        Map<String, String> keys = new HashMap<>();
        keys.put("destination", "health-insurance-society.06130012");
        keys.put("endpoint.url", "http://127.0.0.1:8080/society");
        keys.put("response.timeout.millis", "5000");
        keys.put("service.pid", "io.renkei.connector.healthsociety~06130012");
        return keys;
    }

    @Test
    void whatIsRightHasNoFault() {
        assertEquals(List.of(), rule.faults(right()));
    }

    @Test
    void allFaultsAreToldAtOnce() {
        Map<String, String> wrong = right();
        wrong.put("destination", "elsewhere");
        wrong.put("response.timeout.millis", "100000");
        assertEquals(
                List.of(
                        "destination: it has the form health-insurance-society\\.[0-9]{8}",
                        "total.timeout.millis is at least connect.timeout.millis and response.timeout.millis together"),
                rule.faults(wrong));
    }

    @Test
    void aCertificateThatCannotBeReadIsAFault() {
        Map<String, String> wrong = right();
        wrong.put("tls.trust", "/nowhere.pem");
        assertEquals(List.of("/nowhere.pem cannot be read"), rule.faults(wrong));
    }
}
