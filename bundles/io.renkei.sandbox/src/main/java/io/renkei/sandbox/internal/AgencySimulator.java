package io.renkei.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The middle servers (中間サーバー) of agencies, one per destination in the path. Each knows test persons by its own linkage codes, and
 * answers with invented values, or as it is told.
 */
final class AgencySimulator implements Simulator {

    static final String INQUIRY = "inquiry";

    private static final SimulatedSoap SOAP = new SimulatedSoap("urn:renkei:middle-server:1");
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int MOST_YEARS = 10;

    /** How one agency answers: all it is asked, or one kind of information; a number of times, or until told otherwise. */
    private record Rule(String answer, String information, int left, int rounds, int seconds) {

        boolean covers(String code) {
            return information.isEmpty() || information.equals(code);
        }
    }

    /** What is asked of one kind of information. */
    private record Item(String information, List<Integer> years) {}

    /** An inquiry that is not finished; {@code rounds} more questions are answered with that. */
    private record Waiting(String destination, String person, List<Item> items, int rounds, int seconds) {}

    private final Parts parts;
    private final Map<String, Rule> rules = new ConcurrentHashMap<>();
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();

    AgencySimulator(Parts parts) {
        this.parts = parts;
    }

    @Override
    public String path() {
        return "/agency";
    }

    @Override
    public Map<String, Order> orders() {
        return Map.of("agencies/answer", this::order, "agencies/forget-handles", body -> {
            int size = waiting.size();
            waiting.clear();
            return Map.of("forgotten", size);
        });
    }

    private Object order(JsonNode body) {
        String destination = body.path("destination").asText();
        String answer = body.path("answer").asText();
        if (!answer.matches("data|no-data|undisclosed|pending|not-offered|odd|half")) {
            throw new Refusal(400, "The answers are data, no-data, undisclosed, pending, not-offered, odd and half.");
        }
        rules.put(
                destination,
                new Rule(
                        answer,
                        body.path("information").asText(),
                        body.path("count").asInt(Integer.MAX_VALUE),
                        body.path("rounds").asInt(1),
                        body.path("seconds").asInt(1)));
        return Map.of();
    }

    @Override
    public void handle(Call call) throws IOException {
        String[] path = call.segments();
        if (path.length != 1) {
            throw new Refusal(404, "An agency is named by its destination.");
        }
        if (parts.faults().isDown(path[0])) {
            call.drop();
            return;
        }
        if (!call.method().equals("POST")) {
            throw new Refusal(405, "A middle server is called by SOAP.");
        }
        try {
            Element operation = SOAP.operation(call);
            switch (operation.getLocalName()) {
                case "inquire" -> inquire(path[0], operation, call);
                case "result" -> result(path[0], operation, call);
                default -> throw new Refusal(400, "A middle server has no such operation.");
            }
        } catch (Refusal e) {
            call.answer(SOAP.fault(e.getMessage()));
        }
    }

    private void inquire(String destination, Element request, Call call) {
        Faults.Fault fault = parts.faults().next(destination);
        if (fault.mode().refuses()) {
            parts.faults().refuse(call, fault);
            return;
        }
        String number = SimulatedSoap.required(request, "inquiryNumber");
        for (String code : List.of("inquirer", "provider", "business", "procedure")) {
            if (!SimulatedSoap.required(request, code).matches("[0-9A-Z]{16}")) {
                throw new Refusal(400, "The call has a wrong " + code + ".");
            }
        }
        String person = LinkageCodes.person(
                        SimulatedSoap.required(request, "provider"), SimulatedSoap.required(request, "linkageCode"))
                .orElseThrow(() -> new Refusal(400, "The linkage code is not one of this agency."));
        List<Item> items = items(request);
        parts.ledger()
                .append(destination, number, INQUIRY, n -> "INQ-" + n, "", Map.of("information", informations(items)));
        Answer answer = SOAP.answer("inquire", answers(destination, number, person, items));
        parts.faults().deliver(destination, call, answer, fault);
    }

    private static String informations(List<Item> items) {
        return items.stream().map(Item::information).collect(Collectors.joining(" "));
    }

    private String answers(String destination, String number, String person, List<Item> items) {
        Optional<Rule> rule = next(destination);
        List<Item> pending = items.stream()
                .filter(item -> rule.filter(
                                known -> known.answer().equals("pending") && known.covers(item.information()))
                        .isPresent())
                .toList();
        StringBuilder out = new StringBuilder(SimulatedSoap.element("inquiryNumber", number));
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            boolean leftOut =
                    rule.filter(known -> known.answer().equals("half")).isPresent() && i % 2 == 1;
            if (!pending.contains(item) && !leftOut) {
                String how = rule.filter(known -> known.covers(item.information()))
                        .map(Rule::answer)
                        .orElse("data");
                out.append(answer(item, how, person));
            }
        }
        if (!pending.isEmpty()) {
            String handle = "H-" + number;
            waiting.put(
                    handle,
                    new Waiting(
                            destination,
                            person,
                            pending,
                            rule.get().rounds(),
                            rule.get().seconds()));
            out.append(unfinished(handle, pending, rule.get().seconds()));
        }
        return out.toString();
    }

    /** The rule of now; counts down. */
    private Optional<Rule> next(String destination) {
        Rule rule = rules.get(destination);
        if (rule == null) {
            return Optional.empty();
        }
        if (rule.left() <= 1) {
            rules.remove(destination, rule);
        } else if (rule.left() < Integer.MAX_VALUE) {
            rules.replace(
                    destination,
                    rule,
                    new Rule(rule.answer(), rule.information(), rule.left() - 1, rule.rounds(), rule.seconds()));
        }
        return Optional.of(rule);
    }

    private void result(String destination, Element request, Call call) {
        Faults.Fault fault = parts.faults().next(destination);
        if (fault.mode().refuses()) {
            parts.faults().refuse(call, fault);
            return;
        }
        String number = SimulatedSoap.required(request, "inquiryNumber");
        String handle = SimulatedSoap.required(request, "handle");
        StringBuilder out = new StringBuilder(SimulatedSoap.element("inquiryNumber", number));
        Waiting known = waiting.get(handle);
        if (known != null && known.destination().equals(destination) && handle.equals("H-" + number)) {
            if (known.rounds() > 1) {
                waiting.put(
                        handle,
                        new Waiting(destination, known.person(), known.items(), known.rounds() - 1, known.seconds()));
                out.append(unfinished(handle, known.items(), known.seconds()));
            } else {
                known.items().forEach(item -> out.append(answer(item, "data", known.person())));
            }
        }
        parts.faults().deliver(destination, call, SOAP.answer("result", out.toString()), fault);
    }

    private static String unfinished(String handle, List<Item> items, int seconds) {
        StringBuilder out = new StringBuilder();
        for (Item item : items) {
            out.append("<answer>")
                    .append(SimulatedSoap.element("informationCode", item.information()))
                    .append(SimulatedSoap.element("status", "02"))
                    .append(SimulatedSoap.element("handle", handle))
                    .append(SimulatedSoap.element("askAfterSeconds", String.valueOf(seconds)))
                    .append("</answer>");
        }
        return out.toString();
    }

    private String answer(Item item, String how, String person) {
        String asOf = SimulatedSoap.element(
                "asOf", parts.clock().instant().atZone(JAPAN).toOffsetDateTime().toString());
        String said = switch (how) {
            case "no-data" -> SimulatedSoap.element("status", "04") + asOf;
            case "undisclosed" ->
                SimulatedSoap.element("status", "03") + SimulatedSoap.element("undisclosed", "1") + asOf;
            case "not-offered" -> SimulatedSoap.element("status", "05");
            case "odd" -> SimulatedSoap.element("status", "99");
            default -> SimulatedSoap.element("status", "03") + asOf + details(item, person);
        };
        return "<answer>" + SimulatedSoap.element("informationCode", item.information()) + said + "</answer>";
    }

    private static String details(Item item, String person) {
        StringBuilder out = new StringBuilder();
        for (AgencyData.Line line : AgencyData.lines(item.information(), person, item.years())) {
            out.append("<detail>")
                    .append(SimulatedSoap.element("hierarchy", String.valueOf(line.level())))
                    .append(SimulatedSoap.element("itemCode", line.code()))
                    .append(SimulatedSoap.element("itemName", line.name()))
                    .append(line.content().isEmpty() ? "" : SimulatedSoap.element("itemContent", line.content()))
                    .append("</detail>");
        }
        return out.toString();
    }

    private List<Item> items(Element request) {
        List<Item> items = new ArrayList<>();
        NodeList found = request.getElementsByTagNameNS(SOAP.namespace(), "item");
        for (int i = 0; i < Math.min(found.getLength(), 100); i++) {
            Element item = (Element) found.item(i);
            items.add(new Item(SimulatedSoap.required(item, "informationCode"), years(item)));
        }
        return items;
    }

    /** Fiscal years of the condition: April to March. */
    private List<Integer> years(Element item) {
        LocalDate today = LocalDate.ofInstant(parts.clock().instant(), JAPAN);
        LocalDate from =
                Xml.text(item, "from").map(text -> LocalDate.parse(text, DAY)).orElse(today);
        LocalDate to =
                Xml.text(item, "to").map(text -> LocalDate.parse(text, DAY)).orElse(from);
        return IntStream.rangeClosed(year(from), year(to))
                .limit(MOST_YEARS)
                .boxed()
                .toList();
    }

    private static int year(LocalDate day) {
        return day.getMonthValue() < 4 ? day.getYear() - 1 : day.getYear();
    }
}
