package io.renkei.catalogue.internal;

import io.renkei.api.model.DestinationId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads codes.yaml, life-events.yaml and destinations.yaml. */
final class SmallFiles {

    static final String CODES = "codes.yaml";
    static final String LIFE_EVENTS = "life-events.yaml";
    static final String DESTINATIONS = "destinations.yaml";

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private SmallFiles() {}

    static Map<String, CodeList> codes(Yaml file) {
        Map<String, CodeList> lists = new LinkedHashMap<>();
        file.at("lists").entries().forEach((id, entry) -> {
            if (isWord(id, entry) && entry.isMapOf("name", "values", "pattern", "check-digit")) {
                Map<String, String> values = new LinkedHashMap<>();
                entry.at("values")
                        .entries()
                        .forEach((code, name) -> name.text().ifPresent(text -> values.put(code, text)));
                Optional<Pattern> form = entry.pattern("pattern");
                if (entry.has("values") == entry.has("pattern")) {
                    entry.fault("has either values or a pattern.");
                }
                Optional<CheckDigit> checkDigit = entry.has("check-digit")
                        ? entry.word("check-digit", CheckDigit::of, "local-government")
                        : Optional.empty();
                entry.text("name")
                        .ifPresent(name -> lists.put(
                                id, new CodeList(id, name, Collections.unmodifiableMap(values), form, checkDigit)));
            }
        });
        return Map.copyOf(lists);
    }

    static Map<String, String> lifeEvents(Yaml file) {
        Map<String, String> lifeEvents = new LinkedHashMap<>();
        file.at("life-events").entries().forEach((id, entry) -> {
            if (isWord(id, entry) && entry.isMapOf("name")) {
                entry.text("name").ifPresent(name -> lifeEvents.put(id, name));
            }
        });
        return Collections.unmodifiableMap(lifeEvents);
    }

    static Map<String, Destination> destinations(Yaml file) {
        Map<String, Destination> destinations = new TreeMap<>();
        file.at("destinations").entries().forEach((id, entry) -> {
            String plain = id.endsWith(".*") ? id.substring(0, id.length() - 2) : id;
            if (entry.id(plain, DestinationId::new).isPresent()
                    && entry.isMapOf("name", "connector", "retention", "hours", "closed")) {
                Optional<String> name = entry.text("name");
                Optional<String> connector = entry.text("connector");
                int days = retention(entry);
                ServiceHours hours = ServiceHoursFile.hours(entry);
                if (name.isPresent() && connector.isPresent()) {
                    destinations.put(id, new Destination(id, name.get(), connector.get(), days, hours));
                }
            }
        });
        return Collections.unmodifiableMap(destinations);
    }

    /** Either "unknown", or days with the source of the rule. */
    private static int retention(Yaml entry) {
        Yaml retention = entry.at("retention");
        if (retention.isText("unknown")) {
            return 0;
        }
        if (!entry.has("retention")) {
            retention.fault("is missing; write unknown, or days and source.");
            return 0;
        }
        if (!retention.isMapOf("days", "source")) {
            return 0;
        }
        retention.text("source");
        retention.text("days");
        return (int) retention.number("days", 0, 1, 36_525);
    }

    private static boolean isWord(String id, Yaml entry) {
        if (WORD.matcher(id).matches()) {
            return true;
        }
        entry.fault("an id is a lower-case word of letters, digits and hyphens.");
        return false;
    }
}
