package io.renkei.settings.internal;

import io.renkei.api.spi.SettingsRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The rules of bundles that run now, and what they and the declarations say. Safe for use by several threads. */
final class Rules {

    /** What some bundles say before their sentences: a code, the name of the file. */
    private static final Pattern WHERE = Pattern.compile("^([A-Z]+-[0-9]+: )?([a-z.]+\\.cfg: )?");

    /** Between two sentences of one line; each begins with a key. */
    private static final Pattern SENTENCES = Pattern.compile("[.] (?=[a-z]+([.][a-z]+)+[ :])|; (?=[a-z.]+: )");

    private final Function<String, Optional<Schema>> schemas;
    private final Map<String, SettingsRule> rules = new ConcurrentHashMap<>();

    /** @param schemas what is declared under a PID */
    Rules(Function<String, Optional<Schema>> schemas) {
        this.schemas = schemas;
    }

    void add(String declared, SettingsRule rule) {
        rules.put(declared, rule);
    }

    void remove(String declared, SettingsRule rule) {
        rules.remove(declared, rule);
    }

    List<String> families(String declared) {
        return Optional.ofNullable(rules.get(declared))
                .map(SettingsRule::families)
                .orElse(List.of());
    }

    /**
     * All that is wrong, in the terms of the file. A key that nobody knows is a fault once the rule of its bundle is there,
     * which knows what the declaration cannot hold.
     */
    List<String> faults(String declared, Map<String, ?> properties) {
        Optional<Schema> schema = schemas.apply(declared);
        if (schema.isEmpty()) {
            return List.of();
        }
        Map<String, String> byType = TypeRules.faults(schema.get(), properties);
        List<String> all = new ArrayList<>(byType.values());
        SettingsRule rule = rules.get(declared);
        if (rule != null) {
            Map<String, Object> readable = new HashMap<>(properties);
            readable.keySet().removeAll(byType.keySet());
            all.addAll(
                    TypeRules.unknown(schema.get(), rule.families(), properties).values());
            told(rule, readable).stream()
                    .flatMap(line -> SENTENCES.splitAsStream(WHERE.matcher(line).replaceFirst("")))
                    .map(sentence -> sentence.replaceFirst("[.]$", ""))
                    .filter(fault -> byType.keySet().stream().noneMatch(fault::contains))
                    .forEach(all::add);
        }
        return List.copyOf(all);
    }

    /** The boundary to the code of a bundle: what fails in its rule is a fault of the configuration. */
    private static List<String> told(SettingsRule rule, Map<String, ?> properties) {
        try {
            return rule.faults(properties);
        } catch (RuntimeException e) {
            return List.of("It cannot be read: " + e.getMessage());
        }
    }
}
