package io.renkei.door.oidc.internal;

import com.nimbusds.oauth2.sdk.rar.AuthorizationDetail;
import com.nimbusds.oauth2.sdk.rar.AuthorizationType;
import io.renkei.api.model.AttributeCondition;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.linkage.DeductionWish;
import io.renkei.ports.linkage.HandoverWish;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
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
 *  {"number": "5", "condition": "range", "from": "2025-04-01", "to": "2026-03-31"}],
 *  "certificates": {"year": 2026, "kinds": ["TEG800", "TEG850"]}}</pre>
 *
 * Of items and certificates one may be left out.
 */
final class Wishes {

    static final AuthorizationType TYPE = new AuthorizationType("urn:renkei:handover");

    private static final Map<String, Set<String>> MEMBERS = Map.of(
            "latest", Set.of("number", "condition"),
            "at", Set.of("number", "condition", "day"),
            "range", Set.of("number", "condition", "from", "to"));

    private static final Set<String> DETAIL = Set.of("type", "purpose", "items", "certificates");

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
        require(
                DETAIL.containsAll(detail.keySet()) && detail.keySet().containsAll(Set.of("type", "purpose")),
                "a detail has type, purpose, and items, certificates or both");
        require(detail.get("purpose") instanceof String, "purpose is a text");
        Map<SelfInformationNumber, AttributeCondition> items =
                detail.containsKey("items") ? items(detail.get("items")) : Map.of();
        Optional<DeductionWish> certificates = detail.containsKey("certificates")
                ? Optional.of(certificates(detail.get("certificates")))
                : Optional.empty();
        return Optional.of(new HandoverWish(items, (String) detail.get("purpose"), certificates));
    }

    private static Map<SelfInformationNumber, AttributeCondition> items(Object list) {
        require(list instanceof List, "items is a list");
        Map<SelfInformationNumber, AttributeCondition> items = new HashMap<>();
        for (Object each : (List<?>) list) {
            require(each instanceof Map, "an item is an object");
            Map<?, ?> item = (Map<?, ?>) each;
            SelfInformationNumber number = SelfInformationNumber.parse(text(item, "number"))
                    .orElseThrow(() -> new IllegalArgumentException("number is that of an item of self-information"));
            require(items.put(number, condition(item)) == null, "each item is asked for once");
        }
        return items;
    }

    private static DeductionWish certificates(Object object) {
        require(object instanceof Map, "certificates is an object");
        Map<?, ?> wanted = (Map<?, ?>) object;
        require(wanted.keySet().equals(Set.of("year", "kinds")), "certificates has year and kinds");
        require(wanted.get("kinds") instanceof List, "kinds is a list");
        Set<String> kinds = new HashSet<>();
        for (Object kind : (List<?>) wanted.get("kinds")) {
            require(kind instanceof String text && kinds.add(text), "each kind is a text and asked for once");
        }
        // Whether documents are handed over is for the site's file to say.
        return new DeductionWish(year(wanted.get("year")), kinds, false);
    }

    private static int year(Object value) {
        require(value instanceof Long || value instanceof Integer, "year is a number of four digits");
        long year = ((Number) value).longValue();
        require(year >= 1000 && year <= 9999, "year is a number of four digits");
        return (int) year;
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
