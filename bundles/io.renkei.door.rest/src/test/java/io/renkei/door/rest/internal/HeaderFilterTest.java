package io.renkei.door.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderFilterTest {

    private final HeaderFilter filter = HeaderFilter.only("Idempotency-Key", "accept");

    @Test
    void whatIsNotNamedDoesNotPass() throws RefusedCall {
        Map<String, String> passed = filter.pass(Map.of(
                "IDEMPOTENCY-key", List.of("A-1"),
                "CaMeLHttpUri", List.of("http://169.254.169.254/"),
                "camelFileName", List.of("../x"),
                "operationNAME", List.of("delete"),
                "Idempotency-Key2", List.of("x"),
                "İdempotency-key", List.of("x")));
        assertEquals(Map.of("idempotency-key", "A-1"), passed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CamelHttpUri",
                "cAMEL",
                "operationName",
                "OPERATIONNAMESPACE",
                "SOAPAction",
                "breadcrumbId",
                "org.apache.camel.x"
            })
    void whatSteersRoutesCannotBeNamed(String name) {
        assertThrows(IllegalArgumentException.class, () -> HeaderFilter.only("accept", name));
    }

    @Test
    void aHeaderTwiceInTwoCasesIsRefused() {
        assertThrows(
                RefusedCall.class,
                () -> filter.pass(Map.of("Idempotency-Key", List.of("1"), "idempotency-key", List.of("2"))));
        assertThrows(RefusedCall.class, () -> filter.pass(Map.of("Idempotency-Key", List.of("1", "2"))));
        assertThrows(RefusedCall.class, () -> filter.pass(Map.of("Idempotency-Key", List.of("番号"))));
        assertThrows(RefusedCall.class, () -> filter.pass(Map.of("Idempotency-Key", List.of("a\u0000"))));
    }

    @Test
    void aListMayStandInSeveralHeaders() throws RefusedCall {
        assertEquals(Map.of("accept", "a, b"), filter.pass(Map.of("Accept", List.of("a", "b"))));
    }
}
