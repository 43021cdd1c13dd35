package io.renkei.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Lets a simulated ministry ask the gateway for a payment, with the ministry's own identity. */
final class PaymentOrders {

    static final String REQUESTED = "payment-requested";

    private static final String OWN = "number";

    private final Ledger ledger;
    private final Push.Courier courier;

    PaymentOrders(Ledger ledger, Push.Courier courier) {
        this.ledger = ledger;
        this.courier = courier;
    }

    Map<String, Simulator.Order> orders() {
        return Map.of("payments/request", this::request);
    }

    /** What the order has beside destination and number goes to the gateway as it stands. */
    private Object request(JsonNode order) throws IOException {
        String destination = text(order, "destination");
        String number = text(order, OWN);
        String filing = text(order, "filing");
        ObjectNode body = order.deepCopy();
        body.remove(List.of("destination", OWN));
        Pushing.Message message = new Pushing.Message(
                "ministry-" + destination.split("\\.")[0],
                URI.create("/v1/ministry/" + destination + "/payments"),
                "application/json",
                Map.of("Idempotency-Key", number),
                Answer.JSON.writeValueAsBytes(body));
        int status = bring(message);
        ledger.append(
                destination,
                filing,
                REQUESTED,
                n -> number,
                Digests.sha256(message.body()),
                Map.of("status", Integer.toString(status)));
        return Map.of("status", status);
    }

    private int bring(Pushing.Message message) throws IOException {
        try {
            return courier.bring(message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the sandbox stops", e);
        }
    }

    private static String text(JsonNode order, String field) {
        if (!order.path(field).asText().matches("[A-Za-z0-9.-]{1,64}")) {
            throw new Refusal(400, "The order needs its " + field + ".");
        }
        return order.path(field).textValue();
    }
}
