package io.renkei.connector.privatedelivery.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.spi.TlsContexts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Keys as file install hands them over: all of them text. */
class PrivateDeliveryRuleTest {

    private static final TlsContexts NO_SUCH_FILE = (trust, identity) -> {
        throw new IllegalArgumentException(trust + " cannot be read");
    };

    private final PrivateDeliveryRule rule = new PrivateDeliveryRule(NO_SUCH_FILE);

    private static Map<String, String> right() {
        Map<String, String> keys = new HashMap<>();
        TestConfig.right("http://127.0.0.1:8080/mypost").forEach((key, value) -> keys.put(key, value.toString()));
        return keys;
    }

    @Test
    void whatIsRightHasNoFault() {
        assertEquals(List.of(), rule.faults(right()));
    }

    @Test
    void allFaultsAreToldAtOnce() {
        Map<String, String> wrong = right();
        wrong.put("destination", "hello-work");
        wrong.put("site", "");
        wrong.put("endpoint.url", "http://elsewhere.example/");
        wrong.put("connections", "0");
        wrong.put("document.max.bytes", "1");
        assertEquals(5, rule.faults(wrong).size());
    }

    @Test
    void aCertificateThatCannotBeReadIsAFault() {
        Map<String, String> wrong = right();
        wrong.put("tls.trust", "/nowhere.pem");
        assertEquals(List.of("/nowhere.pem cannot be read"), rule.faults(wrong));
    }

    @Test
    void codesAreUniqueAndTellWhatToDo() {
        Set<String> codes = new HashSet<>();
        for (PrivateDeliveryCode code : PrivateDeliveryCode.values()) {
            assertTrue(codes.add(code.code()), code.code());
            assertTrue(code.sentence().endsWith(".") && code.sentenceJa().endsWith("。"), code.code());
        }
    }
}
