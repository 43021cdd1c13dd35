package io.renkei.sandbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaymentOrdersTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    private final List<Pushing.Message> brought = new ArrayList<>();

    @Test
    void itsMinistryAsksWithItsOwnIdentityAndNumber() throws IOException {
        try (Ledger ledger = Ledger.open(directory, Clock.systemUTC())) {
            Object answer = order(
                    ledger,
                    "{\"destination\":\"health-insurance-society.06130012\",\"number\":\"S-1\",\"filing\":\"a-01\","
                            + "\"amount\":900}");

            assertEquals(Map.of("status", 201), answer);
            Pushing.Message message = brought.get(0);
            assertEquals("ministry-health-insurance-society", message.identity());
            assertEquals(URI.create("/v1/ministry/health-insurance-society.06130012/payments"), message.to());
            assertEquals(Map.of("Idempotency-Key", "S-1"), message.headers());
            assertEquals("{\"filing\":\"a-01\",\"amount\":900}", new String(message.body(), StandardCharsets.UTF_8));
            Ledger.Entry entry = ledger.after(0).get(0);
            assertEquals(PaymentOrders.REQUESTED, entry.kind());
            assertEquals("201", entry.details().get("status"));
        }
    }

    @Test
    void anOrderNamesItsMinistryItsNumberAndItsFiling() throws IOException {
        try (Ledger ledger = Ledger.open(directory, Clock.systemUTC())) {
            for (String incomplete : List.of(
                    "{}",
                    "{\"destination\":\"e-tax\",\"filing\":\"a-01\"}",
                    "{\"destination\":\"../e-tax\",\"number\":\"1\",\"filing\":\"a-01\"}",
                    "{\"destination\":\"e-tax\",\"number\":\"1\"}")) {
                assertThrows(Refusal.class, () -> order(ledger, incomplete));
            }
            assertEquals(List.of(), brought);
        }
    }

    private Object order(Ledger ledger, String order) throws IOException {
        PaymentOrders orders = new PaymentOrders(ledger, message -> {
            brought.add(message);
            return 201;
        });
        return orders.orders().get("payments/request").run(JSON.readTree(order));
    }
}
