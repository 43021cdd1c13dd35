package io.renkei.door.oidc.internal;

import com.nimbusds.oauth2.sdk.rar.AuthorizationDetail;
import com.nimbusds.oauth2.sdk.rar.AuthorizationType;
import io.renkei.api.model.AttributeCondition;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.linkage.HandoverWish;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.minidev.json.JSONObject;

/**
 * Reads a site's wish for data out of {@code authorization_details} (RFC 9396). Every member is known, none is missing, none comes twice:
 *
 * <pre>{"type": "urn:renkei:handover", "purpose": "…", "items": [{"number": "2", "condition": "latest"},
 *  {"number": "3-14", "condition": "at", "day": "2026-04-01"},
 *  {"number": "5", "condition": "range", "from": "2025-04-01", "to": "2026-03-31"}]}</pre>
 */
final class Wishes {

    static final AuthorizationType TYPE = new AuthorizationType("urn:renkei:handover");

    private static final Map<String, Set<String>> MEMBERS = Map.of(
            "latest", Set.of("number", "condition"),
            "at", Set.of("number", "condition", "day"),
            "range", Set.of("number", "condition", "from", "to"));

    private Wishes() {}

    /**
     * Empty where there are no details.
     *
     * @throws IllegalArgumentException with what is wrong, in ASCII
     */
    static Optional<HandoverWish> read(List<AuthorizationDetail> details) {
        if (details == null || details.isEmpty()) {
            return Optional.empty();
        }
        if (details.size() > 1 || !details.get(0).getType().equals(TYPE)) {
            throw new IllegalArgumentException("one detail of the type " + TYPE + " is taken");
        }
        JSONObject detail = details.get(0).toJSONObject();
        require(detail.keySet().equals(Set.of("type", "purpose", "items")), "a detail has type, purpose and items");
        require(detail.get("purpose") instanceof String, "purpose is a text");
        require(detail.get("items") instanceof List, "items is a list");
        Map<SelfInformationNumber, AttributeCondition> items = new HashMap<>();
        for (Object each : (List<?>) detail.get("items")) {
            require(each instanceof Map, "an item is an object");
            Map<?, ?> item = (Map<?, ?>) each;
            SelfInformationNumber number = SelfInformationNumber.parse(text(item, "number"))
                    .orElseThrow(() -> new IllegalArgumentException("number is that of an item of self-information"));
            require(items.put(number, condition(item)) == null, "each item is asked for once");
        }
        return Optional.of(new HandoverWish(items, (String) detail.get("purpose")));
    }

    private static AttributeCondition condition(Map<?, ?> item) {
        String condition = text(item, "condition");
        Set<String> members = MEMBERS.get(condition);
        require(members != null, "condition is latest, at or range");
        require(item.keySet().equals(members), "with this condition an item has " + String.join(", ", members));
        return switch (condition) {
            case "at" -> new AttributeCondition.At(day(item, "day"));
            case "range" -> new AttributeCondition.Range(day(item, "from"), day(item, "to"));
            default -> new AttributeCondition.Latest();
        };
    }

    /** The condition as it was asked for. */
    static Map<String, Object> write(AttributeCondition condition) {
        return condition.fold(
                () -> Map.of("condition", "latest"),
                day -> Map.of("condition", "at", "day", day.toString()),
                (from, to) -> Map.of("condition", "range", "from", from.toString(), "to", to.toString()));
    }

    private static LocalDate day(Map<?, ?> item, String name) {
        try {
            return LocalDate.parse(text(item, name));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name + " is a day, yyyy-mm-dd", e);
        }
    }

    private static String text(Map<?, ?> item, String name) {
        require(item.get(name) instanceof String, name + " is a text");
        return (String) item.get(name);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
