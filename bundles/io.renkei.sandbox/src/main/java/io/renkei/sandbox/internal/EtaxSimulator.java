package io.renkei.sandbox.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * e-Tax: takes XTX files with an immediate notice, shows the outcome of its content check in the message box after the
 * first pause, and pushes its official document after the second. A file that is taken twice gets two numbers and counts
 * as doubled.
 */
final class EtaxSimulator implements Simulator, Pushing {

    static final String DESTINATION = "e-tax";
    static final String ACKNOWLEDGED = "document-fetched";

    private static final String ERROR = "error";

    /** How the official document comes to the gateway. */
    enum Way {
        SOAP,
        REST;

        /** @throws IllegalArgumentException if it is neither {@code soap} nor {@code rest} */
        static Way named(String text) {
            try {
                return valueOf(text.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("push.etax is soap or rest", e);
            }
        }
    }

    private final Parts parts;
    private final Way way;
    private final EtaxSimulatorChecks checks;
    private final EtaxMessageBoxes boxes;
    private final AtomicInteger noticeErrors = new AtomicInteger();
    private final AtomicInteger boxErrors = new AtomicInteger();

    EtaxSimulator(Parts parts, Way way) {
        this.parts = parts;
        this.way = way;
        this.boxes = new EtaxMessageBoxes(parts.ledger());
        this.checks = new EtaxSimulatorChecks(parts.gatewaySeals());
    }

    @Override
    public String path() {
        return "/etax";
    }

    @Override
    public Map<String, Order> orders() {
        return Map.of(
                "etax/refuse",
                body -> {
                    boolean box = body.path("stage").asText("notice").equals("message-box");
                    (box ? boxErrors : noticeErrors).set(body.path("count").asInt(1));
                    return Map.of();
                },
                "etax/message",
                boxes::leave);
    }

    @Override
    public void handle(Call call) throws IOException {
        if (parts.faults().isDown(DESTINATION)) {
            call.drop();
            return;
        }
        if (!call.method().equals("POST")) {
            throw new Refusal(405, "The reception is called by SOAP.");
        }
        try {
            Element operation = EtaxSimulatorSoap.operation(call.body());
            requireHeaders(call, operation.getLocalName());
            switch (operation.getLocalName()) {
                case "submit" -> submit(operation, call);
                case "messageBox" -> call.answer(messageBox(operation));
                case "lookUp" -> call.answer(lookUp(operation));
                case "listMessages" -> call.answer(boxes.list(operation));
                case "fetchMessage" -> call.answer(boxes.fetch(operation));
                case "confirmMessage" -> call.answer(boxes.confirm(operation));
                case "acknowledge" -> call.answer(acknowledge(operation));
                default -> throw new Refusal(400, "The reception has no such operation.");
            }
        } catch (Refusal e) {
            call.answer(EtaxSimulatorSoap.fault(e.getMessage()));
        }
    }

    @Override
    public boolean covers(String destination) {
        return destination.equals(DESTINATION);
    }

    @Override
    public Message message(Ledger.Entry submission) {
        byte[] document = parts.documents()
                .issue(
                        DESTINATION,
                        "税務署",
                        "届出書受理通知書",
                        submission,
                        parts.progress().at(submission, Progress.Step.DECIDED));
        if (way == Way.REST) {
            return new Message(
                    "ministry-e-tax",
                    URI.create("/v1/ministry/" + DESTINATION + "/notices"),
                    "application/xml",
                    Map.of(),
                    document);
        }
        String content = EtaxSimulatorSoap.element("destination", DESTINATION)
                + EtaxSimulatorSoap.element("noticeId", DESTINATION + "-" + submission.remoteId())
                + EtaxSimulatorSoap.element("document", Base64.getEncoder().encodeToString(document));
        return new Message(
                "ministry-e-tax",
                URI.create("/soap/notices"),
                "text/xml; charset=utf-8",
                Map.of("SOAPAction", "\"" + EtaxSimulatorSoap.DELIVERY + "#deliver\""),
                EtaxSimulatorSoap.envelope("deliver", EtaxSimulatorSoap.DELIVERY, content));
    }

    private void submit(Element request, Call call) {
        Faults.Fault fault = parts.faults().next(DESTINATION);
        if (fault.mode().refuses()) {
            parts.faults().refuse(call, fault);
            return;
        }
        String fileName = required(request, "fileName");
        String filerId = required(request, "filerId");
        String head =
                EtaxSimulatorSoap.element("receivedAt", parts.clock().instant().toString())
                        + EtaxSimulatorSoap.element("fileName", fileName)
                        + EtaxSimulatorSoap.element("filerId", filerId);
        try {
            byte[] xtx = decoded(required(request, "file"));
            String filing = checks.check(fileName, filerId, xtx);
            if (takeOne(noticeErrors)) {
                throw new EtaxSimulatorChecks.Wrong("E-FORM", "IT");
            }
            Map<String, String> details = takeOne(boxErrors) ? Map.of(ERROR, "E-FILER") : Map.of();
            Ledger.Entry entry = parts.ledger()
                    .append(
                            DESTINATION,
                            filing,
                            Ledger.SUBMISSION,
                            n -> String.format("2026%016d", n),
                            Digests.sha256(xtx),
                            details);
            String number = EtaxSimulatorSoap.element("receptionNumber", entry.remoteId());
            parts.faults().deliver(DESTINATION, call, EtaxSimulatorSoap.answer("submit", number + head), fault);
        } catch (EtaxSimulatorChecks.Wrong e) {
            String error = "<error>" + EtaxSimulatorSoap.element("code", e.code())
                    + EtaxSimulatorSoap.element("place", e.place()) + "</error>";
            call.answer(EtaxSimulatorSoap.answer("submit", head + error));
        }
    }

    private Answer messageBox(Element request) {
        StringBuilder entries = new StringBuilder();
        for (String number : all(request, "receptionNumber")) {
            parts.ledger()
                    .byRemoteId(DESTINATION, number, Ledger.SUBMISSION)
                    .filter(entry -> parts.progress().step(entry).reached(Progress.Step.EXAMINING))
                    .ifPresent(entry -> entries.append(boxEntry(entry)));
        }
        return EtaxSimulatorSoap.answer("messageBox", entries.toString());
    }

    private static String boxEntry(Ledger.Entry entry) {
        String error = entry.details().get(ERROR);
        return "<entry>" + EtaxSimulatorSoap.element("receptionNumber", entry.remoteId())
                + EtaxSimulatorSoap.element("result", error == null ? "受付完了" : "エラー情報あり")
                + (error == null ? "" : EtaxSimulatorSoap.element("code", error)) + "</entry>";
    }

    private Answer lookUp(Element request) {
        String filing = required(request, "fileName").replaceFirst("\\.xtx$", "");
        StringBuilder numbers = new StringBuilder();
        parts.ledger().after(0).stream()
                .filter(entry -> entry.destination().equals(DESTINATION)
                        && entry.kind().equals(Ledger.SUBMISSION)
                        && entry.filing().equals(filing))
                .limit(100)
                .forEach(entry -> numbers.append(EtaxSimulatorSoap.element("receptionNumber", entry.remoteId())));
        return EtaxSimulatorSoap.answer("lookUp", numbers.toString());
    }

    /** Once more is no error. */
    private Answer acknowledge(Element request) {
        String number = required(request, "receptionNumber");
        String document = required(request, "documentNumber");
        Ledger.Entry entry = parts.ledger()
                .byRemoteId(DESTINATION, number, Ledger.SUBMISSION)
                .filter(found -> document.equals(DESTINATION + "-" + found.remoteId())
                        || parts.ledger().isIssued(DESTINATION, found.filing(), document))
                .orElseThrow(() -> new Refusal(400, "There is no such document."));
        Optional<Ledger.Entry> before = parts.ledger().first(DESTINATION, entry.filing(), ACKNOWLEDGED);
        if (before.isEmpty()) {
            parts.ledger().append(DESTINATION, entry.filing(), ACKNOWLEDGED, n -> number, "", Map.of());
        }
        return EtaxSimulatorSoap.answer("acknowledge", "");
    }

    /** SOAP 1.1, 6.1: the media type, and the action with its quotes. */
    private static void requireHeaders(Call call, String operation) {
        String type = call.header("Content-Type").orElse("");
        String action = "\"" + EtaxSimulatorSoap.RECEPTION + "#" + operation + "\"";
        if (!type.startsWith("text/xml")
                || !action.equals(call.header("SOAPAction").orElse(""))) {
            throw new Refusal(400, "The call is text/xml with the action of its operation.");
        }
    }

    private static boolean takeOne(AtomicInteger left) {
        return left.getAndUpdate(n -> Math.max(n - 1, 0)) > 0;
    }

    private static String required(Element request, String name) {
        return Xml.text(request, name).orElseThrow(() -> new Refusal(400, "The call has no " + name + "."));
    }

    private static List<String> all(Element request, String name) {
        List<String> texts = new ArrayList<>();
        NodeList found = request.getElementsByTagNameNS(EtaxSimulatorSoap.RECEPTION, name);
        for (int i = 0; i < Math.min(found.getLength(), 100); i++) {
            texts.add(found.item(i).getTextContent().strip());
        }
        return texts;
    }

    private static byte[] decoded(String base64) throws EtaxSimulatorChecks.Wrong {
        try {
            return Base64.getMimeDecoder().decode(base64.getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new EtaxSimulatorChecks.Wrong("E-FILE", "file");
        }
    }
}
