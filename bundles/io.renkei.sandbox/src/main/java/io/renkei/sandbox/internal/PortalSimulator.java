package io.renkei.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The portal as a receiver of events: CloudEvents 1.0 in JSON, one or a batch, with a detached JWS in a header. Each event is
 * in the ledger before it is answered; one that came before is answered well and counted as repeated. Per subject the
 * numbers of the events are watched: a gap is counted until it is filled.
 */
final class PortalSimulator implements Simulator {

    static final String DESTINATION = "portal";
    static final String EVENT = "event";

    /** The headers in which the seal is looked for, the first one that is there counts. */
    static final List<String> SEAL_HEADERS = List.of("Renkei-Signature", "X-JWS-Signature");

    private final Ledger ledger;
    private final GatewaySeals seals;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicLong repeated = new AtomicLong();
    private final AtomicLong forged = new AtomicLong();
    private final AtomicLong late = new AtomicLong();
    private final Map<String, Sequence> sequences = new HashMap<>();

    /** What is known of one subject: how many numbers came and the highest of them. */
    private record Sequence(long count, long highest) {
        Sequence plus(long number) {
            return new Sequence(count + 1, Math.max(highest, number));
        }
    }

    PortalSimulator(Ledger ledger, GatewaySeals seals) {
        this.ledger = ledger;
        this.seals = seals;
        ledger.after(0).stream()
                .filter(e -> e.destination().equals(DESTINATION) && e.kind().equals(EVENT))
                .forEach(this::follow);
    }

    @Override
    public String path() {
        return "/portal";
    }

    @Override
    public void handle(Call call) throws IOException {
        if (!call.method().equals("POST")) {
            throw new Refusal(405, "Events are posted.");
        }
        if (busy.get()) {
            call.answer(Answer.text(503, "Busy.").with("Retry-After", "1"));
            return;
        }
        try {
            seals.verifyDetached(seal(call), call.body());
        } catch (Refusal e) {
            forged.incrementAndGet();
            throw e;
        }
        JsonNode body = call.json();
        String digest = Digests.sha256(call.body());
        for (JsonNode event : body.isArray() ? body : List.of(body)) {
            take(event, digest);
        }
        call.answer(Answer.empty(204));
    }

    @Override
    public Map<String, Order> orders() {
        return Map.of(
                "portal/busy",
                body -> {
                    busy.set(body.path("busy").asBoolean(true));
                    return Map.of("busy", busy.get());
                },
                "portal/statistics",
                body -> statistics());
    }

    /** Events, subjects, repeats, events that came after a later one, and seals that were not good. */
    synchronized Map<String, Long> statistics() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put(
                "events", sequences.values().stream().mapToLong(Sequence::count).sum());
        counts.put("subjects", (long) sequences.size());
        counts.put("repeated", repeated.get());
        counts.put("late", late.get());
        counts.put("forged", forged.get());
        return counts;
    }

    private synchronized void take(JsonNode event, String digest) {
        String id = text(event, "id");
        if (ledger.byRemoteId(DESTINATION, id, EVENT).isPresent()) {
            repeated.incrementAndGet();
            return;
        }
        Map<String, String> details = new LinkedHashMap<>();
        details.put("type", text(event, "type"));
        details.put("sequence", event.path("sequence").asText("0"));
        Optional.of(event.at("/data/notice"))
                .filter(JsonNode::isTextual)
                .ifPresent(notice -> details.put("notice", notice.textValue()));
        details.put("state", event.at("/data/state").asText());
        follow(ledger.append(DESTINATION, text(event, "subject"), EVENT, n -> id, digest, details));
    }

    private synchronized void follow(Ledger.Entry event) {
        long number = number(event.details().getOrDefault("sequence", "0"));
        Sequence known = sequences.merge(event.filing(), new Sequence(1, number), (a, b) -> a.plus(b.highest()));
        if (number < known.highest()) {
            late.incrementAndGet();
        }
    }

    private static String seal(Call call) {
        return SEAL_HEADERS.stream()
                .flatMap(name -> call.header(name).stream())
                .findFirst()
                .orElseThrow(() -> new Refusal(400, "The event has no seal."));
    }

    private static String text(JsonNode event, String field) {
        String text = event.path(field).asText("");
        if (text.isEmpty()) {
            throw new Refusal(400, "The event has no " + field + ".");
        }
        return text;
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
