package io.renkei.connector.egov.internal;

import io.renkei.format.egov.EgovOffice;
import io.renkei.format.egov.EgovProcedure;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What e-Gov calls the procedures and where they go: the tables of the bundle, with what the configuration sets in their
 * place.
 *
 * @param procedures by the catalogue's number
 * @param offices where filings of a procedure go that do not say so themselves, by the catalogue's number
 */
record EgovTables(Map<String, EgovProcedure> procedures, Map<String, EgovOffice> offices) {

    /** The placeholder of the bundle, the office of e-Gov's trial API: to be configured. */
    static final String NO_OFFICE = "950API00000000001001001";

    private static final String PROCEDURE = "procedure.";
    private static final String OFFICE = "office.";
    private static final List<String> PROCEDURE_KEYS =
            List.of("official.id", "name", "form.id", "form.version", "form.name");
    private static final List<String> OFFICE_KEYS = List.of("id", "name");

    EgovTables {
        procedures = Map.copyOf(procedures);
        offices = Map.copyOf(offices);
    }

    /**
     * Reads the keys that start with {@value #PROCEDURE} or {@value #OFFICE}.
     *
     * @param properties of the configuration
     * @param faults gets a sentence per key that is wrong
     */
    static EgovTables of(Map<String, ?> properties, List<String> faults) {
        Map<String, String> texts = new LinkedHashMap<>();
        defaults().forEach((key, value) -> texts.put(key.toString(), value.toString()));
        properties.forEach((key, value) -> {
            if (key.startsWith(PROCEDURE) || key.startsWith(OFFICE)) {
                texts.put(key, String.valueOf(value).strip());
            }
        });
        return new EgovTables(
                table(PROCEDURE, PROCEDURE_KEYS, texts, EgovTables::procedure, faults),
                table(OFFICE, OFFICE_KEYS, texts, EgovTables::office, faults));
    }

    private static <T> Map<String, T> table(
            String prefix,
            List<String> keys,
            Map<String, String> texts,
            Function<Map<String, String>, T> read,
            List<String> faults) {
        Map<String, Map<String, String>> rows = new TreeMap<>();
        texts.forEach((key, text) -> {
            if (key.startsWith(prefix)) {
                String rest = key.substring(prefix.length());
                int dot = rest.indexOf('.');
                if (dot < 1 || !keys.contains(rest.substring(dot + 1))) {
                    faults.add(key + " is no known key; there are " + prefix + "<number>. with " + keys);
                } else {
                    rows.computeIfAbsent(rest.substring(0, dot), number -> new LinkedHashMap<>())
                            .put(rest.substring(dot + 1), text);
                }
            }
        });
        Map<String, T> table = new LinkedHashMap<>();
        rows.forEach((number, row) -> {
            try {
                table.put(number, read.apply(row));
            } catch (IllegalArgumentException e) {
                faults.add(prefix + number + ": " + e.getMessage());
            }
        });
        return table;
    }

    private static EgovProcedure procedure(Map<String, String> row) {
        String version = row.getOrDefault("form.version", "");
        if (!version.matches("[0-9]{4}")) {
            throw new IllegalArgumentException("form.version is 4 digits");
        }
        return new EgovProcedure(
                row.getOrDefault("official.id", ""),
                row.getOrDefault("name", ""),
                row.getOrDefault("form.id", ""),
                Integer.parseInt(version),
                row.getOrDefault("form.name", ""));
    }

    private static EgovOffice office(Map<String, String> row) {
        return new EgovOffice(row.getOrDefault("id", ""), row.getOrDefault("name", ""));
    }

    private static Properties defaults() {
        Properties defaults = new Properties();
        try (Reader in = new InputStreamReader(
                EgovTables.class.getResourceAsStream("procedures.properties"), StandardCharsets.UTF_8)) {
            defaults.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle is damaged; deploy it again", e);
        }
        return defaults;
    }
}
