package io.renkei.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.sandbox.internal.DeliveryBoxes.Letter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Private delivery services (民間送達サービス), one per name in the path: senders, what lies there, documents, read receipts. Each subject
 * that comes is the test person, with certificates of an insurer and a bank.
 */
final class PrivateDeliverySimulator implements Simulator {

    static final String KIND = "private-delivery";

    private static final int PAGE = 50;

    private final Faults faults;
    private final DeliveryBoxes boxes;

    PrivateDeliverySimulator(Parts parts, Seals seals) {
        this.faults = parts.faults();
        this.boxes = new DeliveryBoxes(parts.ledger(), new DeductionCertificates(seals), parts.clock());
    }

    @Override
    public String path() {
        return "/private-delivery";
    }

    @Override
    public Map<String, Order> orders() {
        return Map.of(
                "private-delivery/put", boxes::put,
                "private-delivery/flaw", boxes::flaw,
                "private-delivery/forget", boxes::forget,
                "private-delivery/look", boxes::look);
    }

    @Override
    public void handle(Call call) throws IOException {
        String[] path = call.segments();
        if (path.length < 2 || !path[0].matches("[A-Za-z0-9]{1,30}")) {
            throw new Refusal(404, "A service is named by letters and digits.");
        }
        String destination = KIND + "." + path[0];
        if (faults.isDown(destination)) {
            call.drop();
            return;
        }
        Faults.Fault fault = faults.next(destination);
        if (fault.mode().refuses()) {
            faults.refuse(call, fault);
            return;
        }
        Optional<String> subject = call.header("Renkei-Subject");
        Answer answer = subject.isEmpty()
                ? Answer.json(403, Map.of("code", "NO-SUBJECT"))
                : boxes.isForgotten(destination, subject.get())
                        ? unknown("SUBJECT")
                        : answer(destination, subject.get(), path, call);
        faults.deliver(destination, call, answer, fault);
    }

    private Answer answer(String destination, String subject, String[] path, Call call) throws IOException {
        String what = call.method() + " " + path[1] + "/" + path.length + (path.length == 4 ? path[3] : "");
        return switch (what) {
            case "GET senders/2" -> Answer.json(200, Map.of("senders", boxes.senders(destination, subject)));
            case "PUT senders/3" ->
                boxes.pick(destination, subject, path[2], flag(call.json())) ? Answer.empty(204) : unknown("SENDER");
            case "GET holdings/2" ->
                page(boxes.letters(destination, subject), call.query().getOrDefault("cursor", ""));
            case "GET holdings/3" ->
                boxes.document(destination, subject, path[2])
                        .map(document -> Answer.of(200, "application/xml", document))
                        .orElse(unknown("HOLDING"));
            case "PUT holdings/4read" ->
                boxes.read(
                                destination,
                                subject,
                                path[2],
                                call.json().path("openedAt").asText())
                        ? Answer.empty(204)
                        : unknown("HOLDING");
            default -> throw new Refusal(404, "There is no such call.");
        };
    }

    private static Answer page(List<Letter> letters, String cursor) {
        int from = cursor.isEmpty() ? 0 : number(cursor);
        List<Object> listed = new ArrayList<>();
        letters.stream().skip(from).limit(PAGE).map(Letter::told).forEach(listed::add);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("holdings", listed);
        if (from + PAGE < letters.size()) {
            page.put("next", "p" + (from + PAGE));
        }
        return Answer.json(200, page);
    }

    private static int number(String cursor) {
        if (!cursor.matches("p[0-9]{1,6}")) {
            throw new Refusal(400, "That is no cursor.");
        }
        return Integer.parseInt(cursor.substring(1));
    }

    private static boolean flag(JsonNode body) {
        if (!body.path("picked").isBoolean()) {
            throw new Refusal(400, "picked is true or false.");
        }
        return body.path("picked").booleanValue();
    }

    private static Answer unknown(String what) {
        return Answer.json(404, Map.of("code", "UNKNOWN-" + what));
    }
}
