package io.renkei.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.FilingKey;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
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
    record Taken(FilingKey filing, String digest) {}

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

    private Answer one(String destination, String filing) {
        Optional<Ledger.Entry> entry = parts.ledger().first(destination, filing, Ledger.SUBMISSION);
        return entry.map(found -> Answer.json(200, line(found)))
                .orElseGet(() -> Answer.json(404, Map.of("code", "UNKNOWN-FILING", "filing", filing)));
    }

    /** Once more is no error. */
    private Answer fetched(String destination, JsonNode receipt) {
        String filing = receipt.path("filing").asText();
        Optional<Ledger.Entry> entry = parts.ledger().first(destination, filing, Ledger.SUBMISSION);
        if (entry.isEmpty()
                || !receipt.path("noticeId")
                        .asText()
                        .equals(kind.name() + "-" + entry.get().remoteId())) {
            return Answer.json(404, Map.of("code", "UNKNOWN-NOTICE"));
        }
        if (parts.ledger().first(destination, filing, READ_RECEIPT).isEmpty()) {
            parts.ledger()
                    .append(destination, filing, READ_RECEIPT, n -> entry.get().remoteId(), "", Map.of());
        }
        return Answer.empty(204);
    }

    private Map<String, String> line(Ledger.Entry entry) {
        return Map.of(
                "filing",
                entry.filing(),
                kind.number(),
                entry.remoteId(),
                "receivedAt",
                entry.at().toString(),
                "status",
                parts.progress().step(entry).word());
    }
}
