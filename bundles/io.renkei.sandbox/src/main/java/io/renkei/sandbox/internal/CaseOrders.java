package io.renkei.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What an examiner does, ordered from outside: asks for corrections, lets a case lie, answers withdrawals. An order for
 * the next submissions of a destination takes effect with their arrival, before any of them can be decided. Safe for use
 * by several threads.
 */
final class CaseOrders {

    private final Ledger ledger;
    private final Map<String, Pending> corrections = new ConcurrentHashMap<>();
    private final Map<String, Pending> holds = new ConcurrentHashMap<>();
    private final Map<String, String> withdrawals = new ConcurrentHashMap<>();

    /** For so many further submissions. */
    private record Pending(int count, Map<String, String> details) {}

    CaseOrders(Ledger ledger) {
        this.ledger = ledger;
        ledger.listen(this::arrived);
    }

    Map<String, Simulator.Order> orders() {
        Map<String, Simulator.Order> orders = new LinkedHashMap<>();
        orders.put("corrections/ask", body -> order(body, corrections, CaseLife.ASKED, asked(body)));
        orders.put("examination/hold", body -> order(body, holds, CaseLife.HELD, Map.of()));
        orders.put("examination/go-on", body -> append(body, CaseLife.GOES_ON, Map.of()));
        orders.put("withdrawals/answer", body -> {
            String answer = body.path("answer").asText();
            if (!answer.matches("accept|refuse|wait|reject")) {
                throw new Refusal(400, "A withdrawal is answered with accept, refuse, wait or reject.");
            }
            withdrawals.put(text(body, "destination"), answer);
            return Map.of();
        });
        return orders;
    }

    /** Whether a withdrawal is turned away at once. */
    boolean rejectsWithdrawals(String destination) {
        return withdrawals.getOrDefault(destination, "accept").equals("reject");
    }

    /** Keeps a withdrawal and its answer, where it is not left open. */
    Ledger.Entry withdraw(Ledger.Entry submission, Map<String, String> details, String digest) {
        String destination = submission.destination();
        Ledger.Entry entry = ledger.append(
                destination,
                submission.filing(),
                CaseLife.WITHDRAWAL,
                n -> String.format("9002026%09d", n),
                digest,
                details);
        String answer = withdrawals.getOrDefault(destination, "accept");
        if (!answer.equals("wait")) {
            String kind = answer.equals("accept") ? CaseLife.WITHDRAWN : CaseLife.WITHDRAWAL_REFUSED;
            ledger.append(destination, submission.filing(), kind, n -> submission.remoteId(), "", Map.of());
        }
        return entry;
    }

    private void arrived(Ledger.Entry entry) {
        if (entry.kind().equals(Ledger.SUBMISSION) && !entry.doubled()) {
            take(corrections, entry, CaseLife.ASKED);
            take(holds, entry, CaseLife.HELD);
        }
    }

    private void take(Map<String, Pending> pending, Ledger.Entry entry, String kind) {
        Pending before = pending.get(entry.destination());
        if (before != null && before.count() > 0) {
            pending.put(entry.destination(), new Pending(before.count() - 1, before.details()));
            ledger.append(entry.destination(), entry.filing(), kind, n -> entry.remoteId(), "", before.details());
        }
    }

    private Object order(JsonNode body, Map<String, Pending> pending, String kind, Map<String, String> details) {
        if (body.path("filing").isTextual()) {
            return append(body, kind, details);
        }
        pending.put(text(body, "destination"), new Pending(body.path("count").asInt(1), details));
        return Map.of();
    }

    private Object append(JsonNode body, String kind, Map<String, String> details) {
        String destination = text(body, "destination");
        Ledger.Entry submission = ledger.first(destination, text(body, "filing"), Ledger.SUBMISSION)
                .orElseThrow(() -> new Refusal(404, "There is no such filing."));
        ledger.append(destination, submission.filing(), kind, n -> submission.remoteId(), "", details);
        return Map.of();
    }

    private static Map<String, String> asked(JsonNode body) {
        Map<String, String> details = new LinkedHashMap<>();
        String kind = body.path("kind").asText("PARTIAL");
        if (!kind.matches("PARTIAL|WHOLE")) {
            throw new Refusal(400, "A correction is PARTIAL or WHOLE.");
        }
        details.put("kind", kind);
        details.put("deadline", body.path("deadline").asText(""));
        details.put(
                "reasons", body.path("reasons").isArray() ? body.path("reasons").toString() : "[]");
        return details;
    }

    private static String text(JsonNode body, String field) {
        if (!body.path(field).isTextual()) {
            throw new Refusal(400, "The order needs its " + field + ".");
        }
        return body.path(field).textValue();
    }
}
