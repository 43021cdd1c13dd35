package io.renkei.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A place in a file. What it does not find in the right form it reports there, and answers empty. */
final class Yaml {

    private final String file;
    private final String path;
    private final JsonNode node;
    private final DataFaults faults;

    Yaml(String file, String path, JsonNode node, DataFaults faults) {
        this.file = file;
        this.path = path;
        this.node = node;
        this.faults = faults;
    }

    void fault(String sentence) {
        faults.add(file, path, sentence);
    }

    /** Reports keys that nobody reads; answers whether this is a map at all. */
    boolean isMapOf(String... keys) {
        if (!node.isObject()) {
            fault("is no map; write keys and values.");
            return false;
        }
        Set<String> known = Set.of(keys);
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                at(key, node.get(key)).fault("is no key here; use " + String.join(", ", keys) + ".");
            }
        });
        return true;
    }

    boolean has(String key) {
        return node.has(key);
    }

    Yaml at(String key) {
        return at(key, node.path(key));
    }

    /** The value of a key as text; a missing one is a fault. */
    Optional<String> text(String key) {
        Yaml value = at(key);
        if (value.node.isMissingNode()) {
            value.fault("is missing.");
            return Optional.empty();
        }
        return value.text();
    }

    Optional<String> text() {
        if (node.isValueNode() && !node.isNull() && !node.asText().isBlank()) {
            return Optional.of(node.asText());
        }
        fault("is no text.");
        return Optional.empty();
    }

    boolean isText(String text) {
        return node.isTextual() && node.asText().equals(text);
    }

    Optional<String> textIfThere(String key) {
        return has(key) ? text(key) : Optional.empty();
    }

    boolean flag(String key) {
        Yaml value = at(key);
        if (!value.node.isMissingNode() && !value.node.isBoolean()) {
            value.fault("is neither true nor false.");
        }
        return value.node.asBoolean(false);
    }

    long number(String key, long fallback, long least, long most) {
        Yaml value = at(key);
        if (value.node.isMissingNode()) {
            return fallback;
        }
        if (!value.node.isIntegralNumber() || value.node.asLong() < least || value.node.asLong() > most) {
            value.fault("is no whole number between " + least + " and " + most + ".");
            return fallback;
        }
        return value.node.asLong();
    }

    Optional<Pattern> pattern(String key) {
        return textIfThere(key).flatMap(text -> {
            try {
                return Optional.of(Pattern.compile(text));
            } catch (PatternSyntaxException e) {
                at(key).fault("is no regular expression.");
                return Optional.empty();
            }
        });
    }

    Period period(String key) {
        Yaml value = at(key);
        if (value.node.isMissingNode() || !value.isMapOf("from", "until")) {
            return Period.ALWAYS;
        }
        Period period = new Period(value.day("from"), value.day("until"));
        if (period.isEmpty()) {
            value.fault("ends before it begins; \"until\" is the first day after it.");
        }
        return period;
    }

    private Optional<LocalDate> day(String key) {
        return textIfThere(key).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException e) {
                at(key).fault("is no day; write it like 2022-06-01.");
                return Optional.empty();
            }
        });
    }

    /** A word that has to have a meaning; another one is a fault that names those that have. */
    <T> Optional<T> word(String key, Function<String, Optional<T>> meaning, String words) {
        return text(key).flatMap(text -> {
            Optional<T> found = meaning.apply(text);
            if (found.isEmpty()) {
                at(key).fault("\"" + text + "\" is unknown here; use " + words + ".");
            }
            return found;
        });
    }

    /** An id in the form that its type demands. */
    <T> Optional<T> id(String text, Function<String, T> type) {
        try {
            return Optional.of(type.apply(text));
        } catch (IllegalArgumentException e) {
            fault(e.getMessage() + ".");
            return Optional.empty();
        }
    }

    Map<String, Yaml> entries() {
        Map<String, Yaml> entries = new LinkedHashMap<>();
        if (node.isObject()) {
            node.fieldNames().forEachRemaining(key -> entries.put(key, at(key, node.get(key))));
        } else if (!node.isMissingNode()) {
            fault("is no map; write keys and values.");
        }
        return entries;
    }

    List<Yaml> list() {
        List<Yaml> list = new ArrayList<>();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                list.add(new Yaml(file, path + "[" + (i + 1) + "]", node.get(i), faults));
            }
        } else if (!node.isMissingNode()) {
            fault("is no list; begin each entry with a hyphen.");
        }
        return list;
    }

    /** The same place, told by a name that people know it by. */
    Yaml named(String name) {
        return new Yaml(file, name, node, faults);
    }

    private Yaml at(String key, JsonNode child) {
        return new Yaml(file, path.isEmpty() ? key : path + "." + key, child, faults);
    }
}
