package io.renkei.settings.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the declaration of a PID alone can say about its values: types, ranges, options, unknown keys. */
final class TypeRules {

    /** Keys that the container puts beside those of the file, or reads itself. */
    private static final Pattern CONTAINER = Pattern.compile(
            "service\\..*|component\\..*|felix\\.fileinstall\\..*|org\\.apache\\.karaf\\..*|.*\\.target");

    private static final Set<String> WHOLE = Set.of("Integer", "Long", "Short", "Byte");
    private static final Set<String> BROKEN = Set.of("Float", "Double");
    private static final Map<String, BigDecimal> MOST = Map.of(
            "Integer", BigDecimal.valueOf(Integer.MAX_VALUE),
            "Long", BigDecimal.valueOf(Long.MAX_VALUE),
            "Short", BigDecimal.valueOf(Short.MAX_VALUE),
            "Byte", BigDecimal.valueOf(Byte.MAX_VALUE));

    private static final BigDecimal MOST_OF_ALL = BigDecimal.valueOf(Double.MAX_VALUE);

    private TypeRules() {}

    static boolean isContainers(String key) {
        return CONTAINER.matcher(key).matches();
    }

    /** By key, one sentence each. */
    static Map<String, String> faults(Schema schema, Map<String, ?> properties) {
        Map<String, String> faults = new TreeMap<>();
        schema.keys().values().forEach(key -> {
            Object value = properties.get(key.id());
            if (value != null) {
                values(key, value).stream()
                        .flatMap(text -> fault(key, text).stream())
                        .findFirst()
                        .ifPresent(fault -> faults.put(key.id(), fault));
            }
        });
        return faults;
    }

    /** @param families beginnings of further keys */
    static Map<String, String> unknown(Schema schema, List<String> families, Map<String, ?> properties) {
        return properties.keySet().stream()
                .filter(key -> !schema.keys().containsKey(key) && !isContainers(key))
                .filter(key -> families.stream().noneMatch(key::startsWith))
                .collect(
                        Collectors.toMap(key -> key, key -> unknown(schema, families, key), (a, b) -> a, TreeMap::new));
    }

    static String unknown(Schema schema, List<String> families, String key) {
        List<String> known = new ArrayList<>(schema.keys().keySet());
        known.addAll(families);
        return known.stream()
                .min(Comparator.comparingInt(each -> Distance.between(key, each)))
                .map(nearest -> key + " is no key of " + schema.pid() + ".cfg; the nearest is " + nearest)
                .orElse(schema.pid() + " has no keys");
    }

    private static List<String> values(Schema.Key key, Object value) {
        if (value instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        if (value instanceof Object[] many) {
            return List.of(many).stream().map(String::valueOf).toList();
        }
        String text = String.valueOf(value);
        return key.isMany()
                ? List.of(text.split(",")).stream().map(String::strip).toList()
                : List.of(text);
    }

    private static Optional<String> fault(Schema.Key key, String text) {
        if (!key.options().isEmpty() && !key.options().contains(text)) {
            return Optional.of(key.id() + " is one of " + String.join(", ", key.options()));
        }
        if (key.type().equals("Boolean") && !text.equals("true") && !text.equals("false")) {
            return Optional.of(key.id() + " is true or false");
        }
        boolean isWhole = WHOLE.contains(key.type());
        return isWhole || BROKEN.contains(key.type()) ? number(key, text.strip(), isWhole) : Optional.empty();
    }

    private static Optional<String> number(Schema.Key key, String text, boolean isWhole) {
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException e) {
            return Optional.of(key.id() + " is a number and " + range(key));
        }
        if (isWhole && !text.matches("-?[0-9]+")) {
            return Optional.of(key.id() + " is a whole number");
        }
        boolean isOut = number.compareTo(least(key)) < 0 || number.compareTo(most(key)) > 0;
        return isOut ? Optional.of(key.id() + " " + range(key)) : Optional.empty();
    }

    private static BigDecimal most(Schema.Key key) {
        return key.max().map(BigDecimal::new).orElse(MOST.getOrDefault(key.type(), MOST_OF_ALL));
    }

    private static BigDecimal least(Schema.Key key) {
        return key.min().map(BigDecimal::new).orElse(most(key).negate());
    }

    private static String range(Schema.Key key) {
        if (key.min().isPresent() && key.max().isPresent()) {
            return "lies between " + key.min().get() + " and " + key.max().get();
        }
        return key.min()
                .map(least ->
                        "is at least " + least + " and at most " + most(key).toPlainString())
                .orElse("is at most " + most(key).toPlainString());
    }
}
