package io.renkei.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The control endpoint: ledger, statistics, faults, and what else the simulators let be ordered. */
final class Control implements Simulator {

    private final Ledger ledger;
    private final Faults faults;
    private final Map<String, Order> orders = new LinkedHashMap<>();

    /** @param more orders that are no simulator's own */
    Control(Ledger ledger, Faults faults, List<Map<String, Order>> more, List<Simulator> simulators) {
        this.ledger = ledger;
        this.faults = faults;
        more.forEach(orders::putAll);
        simulators.forEach(simulator -> orders.putAll(simulator.orders()));
        orders.put("faults", this::setFault);
        orders.put("release", body -> Map.of("released", faults.release(text(body, "destination"))));
        orders.put("reset-faults", body -> {
            faults.reset();
            return Map.of();
        });
    }

    @Override
    public String path() {
        return "/control";
    }

    @Override
    public void handle(Call call) throws IOException {
        String what = String.join("/", call.segments());
        if (call.method().equals("GET")) {
            call.answer(Answer.json(200, look(what, call.query())));
            return;
        }
        Order order = orders.get(what);
        if (order == null || !call.method().equals("POST")) {
            throw new Refusal(404, "Known orders: " + orders.keySet());
        }
        JsonNode body = call.body().length == 0 ? Answer.JSON.createObjectNode() : call.json();
        call.answer(Answer.json(200, order.run(body)));
    }

    private Object look(String what, Map<String, String> query) {
        return switch (what) {
            case "ledger" ->
                ledger.after(number(query.getOrDefault("after", "0"))).stream()
                        .filter(e -> query.getOrDefault("destination", e.destination())
                                .equals(e.destination()))
                        .filter(e -> query.getOrDefault("filing", e.filing()).equals(e.filing()))
                        .filter(e -> query.getOrDefault("kind", e.kind()).equals(e.kind()))
                        .limit(number(query.getOrDefault("limit", "10000")))
                        .map(Control::line)
                        .toList();
            case "statistics" -> Map.of("destinations", ledger.statistics(), "held", faults.heldBack());
            case "faults" ->
                faults.rules().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                rule -> rule.getValue().mode().name()));
            default -> throw new Refusal(404, "Known views: ledger, statistics, faults");
        };
    }

    private Object setFault(JsonNode body) {
        String destination =
                text(body, "destination").orElseThrow(() -> new Refusal(400, "The fault needs its destination."));
        String mode = text(body, "mode").orElseThrow(() -> new Refusal(400, "The fault needs its mode."));
        JsonNode count = body.path("count");
        JsonNode share = body.path("share");
        faults.set(
                destination,
                new Faults.Rule(
                        Faults.Mode.named(mode),
                        count.isInt() ? Optional.of(count.intValue()) : Optional.empty(),
                        share.isNumber() ? OptionalDouble.of(share.doubleValue()) : OptionalDouble.empty(),
                        body.path("millis").asLong(1_000)));
        return Map.of();
    }

    private static Map<String, Object> line(Ledger.Entry e) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("number", e.number());
        line.put("at", e.at().toString());
        line.put("destination", e.destination());
        line.put("filing", e.filing());
        line.put("kind", e.kind());
        line.put("remoteId", e.remoteId());
        line.put("digest", e.digest());
        line.put("doubled", e.doubled());
        line.put("details", e.details());
        return line;
    }

    private static Optional<String> text(JsonNode body, String field) {
        return body.path(field).isTextual() ? Optional.of(body.path(field).textValue()) : Optional.empty();
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Refusal(400, "A number is needed.");
        }
    }
}
