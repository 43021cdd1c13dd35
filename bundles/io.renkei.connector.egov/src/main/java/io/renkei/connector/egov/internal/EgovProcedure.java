package io.renkei.connector.egov.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/**
 * How e-Gov names a procedure.
 *
 * @param officialId 手続識別子, 16 half-width letters and digits
 * @param name 手続名称
 * @param formId 様式ID, 18 half-width letters and digits
 * @param formVersion 様式バージョン, 4 digits
 * @param formName 様式名称
 */
record EgovProcedure(String officialId, String name, String formId, String formVersion, String formName) {

    static final String PREFIX = "procedure.";

    private static final List<String> KEYS = List.of("official.id", "name", "form.id", "form.version", "form.name");

    /** @throws IllegalArgumentException naming the key that is wrong */
    EgovProcedure {
        require(officialId.matches("[0-9A-Z]{16}"), "official.id is 16 half-width letters and digits");
        require(formId.matches("[0-9A-Z]{18}"), "form.id is 18 half-width letters and digits");
        require(formVersion.matches("[0-9]{4}"), "form.version is 4 digits");
        require(!name.isBlank() && !formName.isBlank(), "name and form.name are not empty");
    }

    /**
     * The table of the bundle with what the configuration sets in its place, by the catalogue's number.
     *
     * @param properties of the configuration; only keys that start with {@value #PREFIX} are read
     * @param faults gets a sentence per key that is wrong
     */
    static Map<String, EgovProcedure> table(Map<String, ?> properties, List<String> faults) {
        Map<String, String> texts = new LinkedHashMap<>();
        defaults().forEach((key, value) -> texts.put(key.toString(), value.toString()));
        properties.forEach((key, value) -> {
            if (key.startsWith(PREFIX)) {
                texts.put(key, String.valueOf(value).strip());
            }
        });
        Map<String, EgovProcedure> table = new LinkedHashMap<>();
        for (String number : numbers(texts, faults)) {
            List<String> values = new ArrayList<>();
            KEYS.forEach(key -> values.add(texts.getOrDefault(PREFIX + number + "." + key, "")));
            try {
                table.put(
                        number,
                        new EgovProcedure(values.get(0), values.get(1), values.get(2), values.get(3), values.get(4)));
            } catch (IllegalArgumentException e) {
                faults.add(PREFIX + number + ": " + e.getMessage());
            }
        }
        return table;
    }

    private static TreeSet<String> numbers(Map<String, String> texts, List<String> faults) {
        TreeSet<String> numbers = new TreeSet<>();
        for (String key : texts.keySet()) {
            String rest = key.substring(PREFIX.length());
            int dot = rest.indexOf('.');
            if (dot < 1 || !KEYS.contains(rest.substring(dot + 1))) {
                faults.add(key + " is no known key; a procedure has " + KEYS);
            } else {
                numbers.add(rest.substring(0, dot));
            }
        }
        return numbers;
    }

    private static Properties defaults() {
        Properties defaults = new Properties();
        try (Reader in = new InputStreamReader(
                EgovProcedure.class.getResourceAsStream("procedures.properties"), StandardCharsets.UTF_8)) {
            defaults.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle is damaged; deploy it again", e);
        }
        return defaults;
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
