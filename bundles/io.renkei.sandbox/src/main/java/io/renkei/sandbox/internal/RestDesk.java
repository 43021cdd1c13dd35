package io.renkei.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.FilingKey;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the ministries with a small REST API have in common: POST applications, GET applications/{filing key}, POST
 * read-receipts, faults, ledger, and the official document that is pushed.
 */
final class RestDesk {

    static final String READ_RECEIPT = "read-receipt";

    private final Parts parts;
    private final Kind kind;
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();

    /**
     * What differs between them.
     *
     * @param name of ministry, whose seal and identity are used
     * @param author the agency, in Japanese
     * @param title of its official document, in Japanese
     * @param number the field that carries its number of a filing
     * @param numberFormat of that number, from the number of the line in the ledger
     */
    record Kind(String name, String author, String title, String number, String numberFormat) {}

    /** What passed the check. */
    record Taken(FilingKey filing, String digest, Optional<Corrects> corrects) {

        /** No correction. */
        Taken(FilingKey filing, String digest) {
            this(filing, digest, Optional.empty());
        }
    }

    /** The filing that a submission corrects. @param kind PARTIAL or WHOLE */
    record Corrects(FilingKey filing, String kind) {}

    /** The formal check of one submission. */
    interface Check {
        /**
         * @throws Report with the first thing that is wrong
         * @throws Refusal if it cannot be read at all
         */
        Taken check(Call call) throws Report;
    }

    /** A submission that is refused: 422 with a code and an item. */
    static final class Report extends Exception {

        private static final long serialVersionUID = 1L;

        private final String item;

        Report(String code, String item) {
            super(code);
            this.item = item;
        }

        Answer answer() {
            return Answer.json(422, Map.of("code", getMessage(), "item", item));
        }
    }

    RestDesk(Parts parts, Kind kind) {
        this.parts = parts;
        this.kind = kind;
    }

    /** The next submissions of a destination are refused. */
    Object refuse(JsonNode body) {
        refusals.put(
                body.path("destination").asText(kind.name()), body.path("count").asInt(1));
        return Map.of();
    }

    /** @param path below the destination's own */
    void serve(String destination, String[] path, Call call, Check check) throws IOException {
        String what = call.method() + " " + String.join("/", Arrays.copyOf(path, Math.min(path.length, 1)));
        if (parts.faults().isDown(destination)) {
            call.drop();
        } else if (what.equals("POST applications") && path.length == 1) {
            submit(destination, call, check);
        } else if (what.equals("POST applications") && path.length == 3 && path[2].equals("withdrawal")) {
            withdraw(destination, path[1], call);
        } else if (what.equals("GET applications") && path.length == 2) {
            call.answer(one(destination, path[1]));
        } else if (what.equals("POST read-receipts") && path.length == 1) {
            call.answer(fetched(destination, call.json()));
        } else {
            call.answer(Answer.json(404, Map.of("code", "NO-SUCH-RESOURCE")));
        }
    }

    /** The official document of a filing, as a push to the gateway's own address of that destination. */
    Pushing.Message push(Ledger.Entry submission) {
        byte[] document = parts.documents()
                .issue(
                        kind.name(),
                        kind.author(),
                        kind.title(),
                        submission,
                        parts.progress().at(submission, Progress.Step.DECIDED));
        return new Pushing.Message(
                "ministry-" + kind.name(),
                URI.create("/v1/ministry/" + submission.destination() + "/notices"),
                "application/xml",
                Map.of(),
                document);
    }

    private void submit(String destination, Call call, Check check) {
        Faults.Fault fault = parts.faults().next(destination);
        if (fault.mode().refuses()) {
            parts.faults().refuse(call, fault);
            return;
        }
        try {
            if (refusals.merge(destination, -1, Integer::sum) >= 0) {
                throw new Report("CONTENT", "employee.name");
            }
            Taken taken = check.check(call);
            if (taken.corrects().isPresent()) {
                Answer answer = correct(destination, taken, Digests.sha256(call.body()));
                parts.faults().deliver(destination, call, answer, fault);
                return;
            }
            Ledger.Entry entry = parts.ledger()
                    .append(
                            destination,
                            taken.filing().toString(),
                            Ledger.SUBMISSION,
                            n -> String.format(kind.numberFormat(), n),
                            Digests.sha256(call.body()),
                            Map.of("package", taken.digest()));
            parts.faults().deliver(destination, call, Answer.json(201, line(entry)), fault);
        } catch (Report e) {
            call.answer(e.answer());
        }
    }

    /** A partial correction keeps the number; a whole one is a submission of its own in place of the first. */
    private Answer correct(String destination, Taken taken, String digest) throws Report {
        Corrects corrects = taken.corrects().orElseThrow();
        Ledger.Entry first = parts.ledger()
                .first(destination, corrects.filing().toString(), Ledger.SUBMISSION)
                .orElseThrow(() -> new Report("NOT-ASKED", ""));
        CaseLife life = parts.progress().life(first);
        if (!life.waits() || !life.asked().orElseThrow().details().get("kind").equals(corrects.kind())) {
            throw new Report("NOT-ASKED", "");
        }
        if (corrects.kind().equals("PARTIAL")) {
            parts.ledger()
                    .append(
                            destination,
                            first.filing(),
                            CaseLife.CORRECTED,
                            n -> first.remoteId(),
                            digest,
                            Map.of("key", taken.filing().toString(), "package", taken.digest()));
            return Answer.json(201, line(first));
        }
        Ledger.Entry entry = parts.ledger()
                .append(
                        destination,
                        taken.filing().toString(),
                        Ledger.SUBMISSION,
                        n -> String.format(kind.numberFormat(), n),
                        digest,
                        Map.of("package", taken.digest(), "first", first.remoteId()));
        parts.ledger()
                .append(
                        destination,
                        first.filing(),
                        CaseLife.REPLACED,
                        n -> entry.remoteId(),
                        "",
                        Map.of("key", entry.filing()));
        return Answer.json(201, line(entry));
    }

    private void withdraw(String destination, String filing, Call call) throws IOException {
        Faults.Fault fault = parts.faults().next(destination);
        if (fault.mode().refuses()) {
            parts.faults().refuse(call, fault);
            return;
        }
        Optional<Ledger.Entry> first = parts.ledger().first(destination, filing, Ledger.SUBMISSION);
        if (first.isEmpty()) {
            call.answer(Answer.json(404, Map.of("code", "UNKNOWN-FILING", "filing", filing)));
        } else if (parts.caseOrders().rejectsWithdrawals(destination)
                || parts.progress().step(first.get()).reached(Progress.Step.DECIDED)) {
            call.answer(Answer.json(422, Map.of("code", "NOT-WITHDRAWABLE", "item", "")));
        } else {
            String key = call.json().path("withdrawal").asText();
            parts.caseOrders().withdraw(first.get(), Map.of("key", key), Digests.sha256(call.body()));
            parts.faults().deliver(destination, call, Answer.json(202, line(first.get())), fault);
        }
    }

    private Answer one(String destination, String filing) {
        Optional<Ledger.Entry> entry = parts.ledger().first(destination, filing, Ledger.SUBMISSION);
        return entry.map(found -> Answer.json(200, line(found)))
                .orElseGet(() -> Answer.json(404, Map.of("code", "UNKNOWN-FILING", "filing", filing)));
    }

    /** Once more is no error. */
    private Answer fetched(String destination, JsonNode receipt) {
        String filing = receipt.path("filing").asText();
        Optional<Ledger.Entry> entry = parts.ledger().first(destination, filing, Ledger.SUBMISSION);
        String notice = receipt.path("noticeId").asText();
        if (entry.isEmpty()
                || !notice.equals(kind.name() + "-" + entry.get().remoteId())
                        && !parts.ledger().isIssued(destination, filing, notice)) {
            return Answer.json(404, Map.of("code", "UNKNOWN-NOTICE"));
        }
        if (parts.ledger().first(destination, filing, READ_RECEIPT).isEmpty()) {
            parts.ledger()
                    .append(destination, filing, READ_RECEIPT, n -> entry.get().remoteId(), "", Map.of());
        }
        return Answer.empty(204);
    }

    private Map<String, Object> line(Ledger.Entry entry) {
        CaseLife life = parts.progress().life(entry);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("filing", entry.filing());
        line.put(kind.number(), entry.remoteId());
        line.put("receivedAt", entry.at().toString());
        line.put("status", life.waits() ? "補正待ち" : parts.progress().step(entry).word());
        if (life.waits()) {
            Map<String, String> asked = life.asked().orElseThrow().details();
            line.put(
                    "correction",
                    Map.of(
                            "kind",
                            asked.get("kind"),
                            "deadline",
                            asked.get("deadline"),
                            "reasons",
                            Answer.tree(asked.get("reasons"))));
        }
        if (life.withdrawal() != CaseLife.Withdrawal.NONE) {
            line.put("withdrawal", life.withdrawal().name());
        }
        Map<String, Ledger.Entry> last = parts.ledger().last(entry.destination(), entry.filing());
        List<String> answers = new ArrayList<>();
        for (String each : List.of(CaseLife.CORRECTED, CaseLife.WITHDRAWAL)) {
            if (last.containsKey(each)) {
                answers.add(last.get(each).details().get("key"));
            }
        }
        line.put("answers", answers);
        return line;
    }
}
