package io.renkei.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.spi.OfficialDocumentReader.Replacement;
import io.renkei.format.egov.OfficialDocument;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Official documents beyond the one of each filing, issued when it is ordered: later ones that replace or take back an
 * earlier one, those that name their filing in another way, and those that somebody tampered with. Each is in the ledger
 * before it goes to the gateway. Under the same number the same order issues the same bytes again. Safe for use by several
 * threads.
 */
final class DocumentOrders {

    static final String ISSUED = "issued";

    private static final String TEXT = "届出について確認しましたので通知します。";
    private static final String CHANGED = "届出について確認できませんでした。";

    private final Ledger ledger;
    private final OfficialDocuments documents;
    private final GatewayCourier courier;
    private final Clock clock;

    DocumentOrders(Ledger ledger, OfficialDocuments documents, GatewayCourier courier, Clock clock) {
        this.ledger = ledger;
        this.documents = documents;
        this.courier = courier;
        this.clock = clock;
    }

    Map<String, Simulator.Order> orders() {
        return Map.of("documents/issue", this::issue);
    }

    /** What is wrong with a document on purpose. */
    private enum Flaw {
        NONE,
        /** Its text was changed after it was sealed. */
        CHANGED,
        /** The seal is that of another ministry. */
        OTHER_SEAL;

        static Flaw named(String word) {
            return switch (word) {
                case "" -> NONE;
                case "changed" -> CHANGED;
                case "other-seal" -> OTHER_SEAL;
                default -> throw new Refusal(400, "A flaw is changed or other-seal.");
            };
        }
    }

    private Object issue(JsonNode body) throws IOException {
        DestinationId destination = destination(body);
        Ledger.Entry submission = ledger.first(destination.value(), text(body, "filing"), Ledger.SUBMISSION)
                .orElseThrow(() -> new Refusal(404, "There is no such filing."));
        String number = body.path("number").asText(destination.kind() + "-" + UUID.randomUUID());
        Optional<Ledger.Entry> before = ledger.byRemoteId(destination.value(), number, ISSUED);
        Instant issued = before.map(Ledger.Entry::at).orElseGet(clock::instant);
        Flaw flaw = Flaw.named(body.path("flaw").asText(""));
        byte[] document = document(destination.kind(), body, submission, number, issued, flaw);
        ledger.append(
                destination.value(),
                submission.filing(),
                ISSUED,
                n -> number,
                Digests.sha256(document),
                Map.of(
                        "flaw",
                        body.path("flaw").asText(""),
                        "names",
                        body.path("names").asText("")));
        return bring(destination, number, document);
    }

    private byte[] document(
            String kind, JsonNode body, Ledger.Entry submission, String number, Instant issued, Flaw flaw) {
        String names = body.path("names").asText("");
        Optional<FilingKey> filing = names.equals("receipt")
                ? Optional.empty()
                : Optional.of(key(names.isEmpty() ? submission.filing() : names));
        Optional<String> receipt =
                names.isEmpty() || names.equals("receipt") ? Optional.of(submission.remoteId()) : Optional.empty();
        byte[] sealed = documents.seal(
                flaw == Flaw.OTHER_SEAL ? another(kind) : kind,
                new OfficialDocument(
                        number,
                        OfficialDocuments.day(issued),
                        "申請者",
                        "試験機関",
                        "長",
                        body.path("title").asText("通知書"),
                        filing,
                        receipt,
                        List.of(TEXT),
                        body.path("closes").asBoolean(false),
                        earlier(body)));
        return flaw == Flaw.CHANGED
                ? new String(sealed, StandardCharsets.UTF_8)
                        .replace(TEXT, CHANGED)
                        .getBytes(StandardCharsets.UTF_8)
                : sealed;
    }

    private Object bring(DestinationId destination, String number, byte[] document) throws IOException {
        try {
            GatewayCourier.Reply reply = courier.send(new Pushing.Message(
                    "ministry-" + destination.kind(),
                    URI.create("/v1/ministry/" + destination + "/notices"),
                    "application/xml",
                    Map.of(),
                    document));
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("number", number);
            told.put("status", reply.status());
            told.put("answer", Answer.JSON.readTree(reply.body()));
            return told;
        } catch (IOException e) {
            throw new Refusal(
                    502, "The gateway did not take the document; start it, and order again under this number.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the sandbox stops", e);
        }
    }

    private static Optional<Replacement> earlier(JsonNode body) {
        boolean withdraws = body.path("withdraws").isTextual();
        return Optional.of(body.path(withdraws ? "withdraws" : "replaces"))
                .filter(JsonNode::isTextual)
                .map(number -> new Replacement(number.textValue(), withdraws));
    }

    private static String another(String kind) {
        return kind.equals("hello-work") ? "e-tax" : "hello-work";
    }

    private static DestinationId destination(JsonNode body) {
        try {
            return new DestinationId(text(body, "destination"));
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, "A destination is named by its id.");
        }
    }

    private static FilingKey key(String text) {
        try {
            return FilingKey.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, "A document names a filing by its key, or by receipt.");
        }
    }

    private static String text(JsonNode body, String field) {
        if (!body.path(field).isTextual()) {
            throw new Refusal(400, "The order needs its " + field + ".");
        }
        return body.path(field).textValue();
    }
}
