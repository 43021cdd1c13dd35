package io.renkei.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** The message boxes of e-Tax: what is ordered lies there until it is confirmed, and can be fetched afterwards too. */
final class EtaxMessageBoxes {

    static final String LEFT = "message";
    static final String CONFIRMED = "message-confirmed";

    private static final String FILER = "filer";
    private static final String KIND = "message-kind";
    private static final String KINDS = "受信通知|お知らせ|税務署からの連絡|処分通知";

    private final Ledger ledger;

    EtaxMessageBoxes(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Puts a message into a box; with a filing it names that and its reception. */
    Object leave(JsonNode order) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put(FILER, form(order, FILER, "[0-9]{16}"));
        details.put(KIND, form(order, "kind", KINDS));
        details.put("title", form(order, "title", "[^\\p{Cntrl}]{1,200}"));
        details.put("text", order.path("text").asText(""));
        String filing = order.path("filing").asText("");
        if (!filing.isEmpty()) {
            Ledger.Entry submission = ledger.first(EtaxSimulator.DESTINATION, filing, Ledger.SUBMISSION)
                    .orElseThrow(() -> new Refusal(404, "There is no such filing."));
            details.put("receptionNumber", submission.remoteId());
            details.put("fileName", filing + ".xtx");
        }
        Ledger.Entry entry =
                ledger.append(EtaxSimulator.DESTINATION, filing, LEFT, n -> String.format("M%012d", n), "", details);
        return Map.of("number", entry.remoteId());
    }

    Answer list(Element request) {
        String filer = required(request, "filerId");
        String after = Xml.text(request, "after").orElse("");
        int limit = Integer.parseInt(required(request, "limit"));
        List<Ledger.Entry> waiting = ledger.after(0).stream()
                .filter(entry -> isIn(entry, filer) && entry.remoteId().compareTo(after) > 0)
                .filter(entry -> !isConfirmed(entry))
                .toList();
        StringBuilder lines = new StringBuilder();
        waiting.stream()
                .limit(limit)
                .forEach(entry -> lines.append("<message>")
                        .append(EtaxSimulatorSoap.element("messageNumber", entry.remoteId()))
                        .append(EtaxSimulatorSoap.element(
                                "kind", entry.details().get(KIND)))
                        .append("</message>"));
        String more = EtaxSimulatorSoap.element("more", Boolean.toString(waiting.size() > limit));
        return EtaxSimulatorSoap.answer("listMessages", lines + more);
    }

    Answer fetch(Element request) {
        Ledger.Entry entry = find(request);
        Map<String, String> details = entry.details();
        StringBuilder content = new StringBuilder();
        content.append(EtaxSimulatorSoap.element("messageNumber", entry.remoteId()));
        content.append(EtaxSimulatorSoap.element("filerId", details.get(FILER)));
        content.append(EtaxSimulatorSoap.element("kind", details.get(KIND)));
        content.append(EtaxSimulatorSoap.element("title", details.get("title")));
        content.append(EtaxSimulatorSoap.element("issuedAt", entry.at().toString()));
        for (String name : List.of("receptionNumber", "fileName")) {
            Optional.ofNullable(details.get(name))
                    .ifPresent(value -> content.append(EtaxSimulatorSoap.element(name, value)));
        }
        content.append(EtaxSimulatorSoap.element("text", details.get("text")));
        return EtaxSimulatorSoap.answer("fetchMessage", content.toString());
    }

    /** Once more is no error. */
    Answer confirm(Element request) {
        Ledger.Entry entry = find(request);
        if (!isConfirmed(entry)) {
            ledger.append(EtaxSimulator.DESTINATION, entry.filing(), CONFIRMED, n -> entry.remoteId(), "", Map.of());
        }
        return EtaxSimulatorSoap.answer("confirmMessage", "");
    }

    private Ledger.Entry find(Element request) {
        String filer = required(request, "filerId");
        return ledger.byRemoteId(EtaxSimulator.DESTINATION, required(request, "messageNumber"), LEFT)
                .filter(entry -> isIn(entry, filer))
                .orElseThrow(() -> new Refusal(400, "There is no such message in this box."));
    }

    private boolean isConfirmed(Ledger.Entry entry) {
        return ledger.byRemoteId(EtaxSimulator.DESTINATION, entry.remoteId(), CONFIRMED)
                .isPresent();
    }

    private static boolean isIn(Ledger.Entry entry, String filer) {
        return entry.destination().equals(EtaxSimulator.DESTINATION)
                && entry.kind().equals(LEFT)
                && filer.equals(entry.details().get(FILER));
    }

    private static String required(Element request, String name) {
        return Xml.text(request, name).orElseThrow(() -> new Refusal(400, "The call has no " + name + "."));
    }

    private static String form(JsonNode order, String field, String form) {
        String value = order.path(field).asText("");
        if (!value.matches(form)) {
            throw new Refusal(400, "The order needs its " + field + ", as " + form + ".");
        }
        return value;
    }
}
