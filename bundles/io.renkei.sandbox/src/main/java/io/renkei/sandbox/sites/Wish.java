package io.renkei.sandbox.sites;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The data that a site asks for. */
public final class Wish {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String purpose;
    private final List<Map<String, String>> items = new ArrayList<>();
    private Optional<Map<String, Object>> certificates = Optional.empty();

    public Wish(String purpose) {
        this.purpose = purpose;
    }

    public Wish latest(String number) {
        items.add(Map.of("number", number, "condition", "latest"));
        return this;
    }

    public Wish at(String number, String day) {
        items.add(Map.of("number", number, "condition", "at", "day", day));
        return this;
    }

    public Wish range(String number, String from, String to) {
        items.add(Map.of("number", number, "condition", "range", "from", from, "to", to));
        return this;
    }

    public Wish certificates(int year, String... kinds) {
        certificates = Optional.of(Map.of("year", year, "kinds", List.of(kinds)));
        return this;
    }

    /** As {@code authorization_details} (RFC 9396). */
    String details() {
        ArrayNode details = JSON.createArrayNode();
        ObjectNode detail =
                details.addObject().put("type", "urn:renkei:handover").put("purpose", purpose);
        if (!items.isEmpty()) {
            ArrayNode list = detail.putArray("items");
            items.forEach(item -> list.add(JSON.valueToTree(item)));
        }
        certificates.ifPresent(wanted -> detail.set("certificates", JSON.valueToTree(wanted)));
        return details.toString();
    }
}
