package io.renkei.connector.yaml.internal;

import io.renkei.api.model.DispatchOutcome.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the section {@code answers}. What would break a promise of the SPI is a fault at its place. */
final class AnswerTableReader {

    private static final String OUTCOMES = "acknowledged, refused, failed, deferred or unknown";

    private AnswerTableReader() {}

    static Map<String, AnswerTable> read(Tree section) {
        Map<String, AnswerTable> tables = new TreeMap<>();
        section.entries().forEach((name, table) -> {
            if (Names.isWord(name, table)) {
                List<AnswerTable.Row> rows = new ArrayList<>();
                table.list().forEach(row -> row(row).ifPresent(rows::add));
                if (table.isThere() && !table.isMap() && table.list().isEmpty()) {
                    table.fault("has no row; an answer that no row fits is unknown.");
                }
                tables.put(name, new AnswerTable(rows));
            }
        });
        return tables;
    }

    private static Optional<AnswerTable.Row> row(Tree row) {
        if (!row.isMap()) {
            row.fault("is no map; write status and outcome.");
            return Optional.empty();
        }
        String outcome = row.at("outcome").text().orElse("");
        Evidence evidence = Evidence.read(row);
        return meaning(row, outcome, evidence).map(meaning -> new AnswerTable.Row(evidence, meaning));
    }

    private static Optional<AnswerTable.Meaning> meaning(Tree row, String outcome, Evidence evidence) {
        switch (outcome) {
            case "acknowledged" -> {
                keys(row, "level", "receipts");
                require(row, evidence.isWithin(200, 299), "is an acceptance, so its status lies between 200 and 299.");
                List<Evidence.Receipt> receipts = Evidence.receipts(row.at("receipts"));
                require(row, !receipts.isEmpty(), "is an acceptance, so it has receipts: a list of kind and pointer.");
                return Optional.of(AnswerTable.acknowledged(level(row.at("level")), receipts));
            }
            case "refused" -> {
                keys(row, "stage", "place");
                requireShown(row, evidence);
                return Optional.of(AnswerTable.refused(
                        level(row.at("stage")),
                        row.has("place") ? Evidence.pointer(row.at("place")) : Optional.empty()));
            }
            case "failed" -> {
                keys(row);
                requireShown(row, evidence);
                return Optional.of(AnswerTable.failed());
            }
            case "deferred" -> {
                keys(row);
                require(row, evidence.isWithin(400, 499), "comes later, so its status lies between 400 and 499.");
                return Optional.of(AnswerTable.deferred());
            }
            case "unknown" -> {
                keys(row);
                return Optional.of(AnswerTable.unknown());
            }
            default -> {
                if (!outcome.isEmpty()) {
                    row.at("outcome").fault("\"" + outcome + "\" is no outcome; it is " + OUTCOMES + ".");
                }
                return Optional.empty();
            }
        }
    }

    /** A page of somebody in between has a status too, and is neither a refusal nor a rejection. */
    private static void requireShown(Tree row, Evidence evidence) {
        require(
                row,
                evidence.isWithin(200, 299) || evidence.isWithin(400, 499),
                "has a status between 200 and 299 or between 400 and 499: after a 5xx nobody knows what was done.");
        require(
                row,
                evidence.when().isPresent(),
                "has a `when` with a pointer: a page of a proxy has the status too, and must not be taken for it.");
    }

    private static Level level(Tree place) {
        String text = place.text().orElse("arrived");
        if (!text.equals("arrived") && !text.equals("transmitted")) {
            place.fault("is transmitted (the bytes were taken) or arrived (the formal check passed).");
        }
        return text.equals("transmitted") ? Level.TRANSMITTED : Level.ARRIVED;
    }

    private static void keys(Tree row, String... more) {
        Set<String> keys = new HashSet<>(Evidence.KEYS);
        keys.add("outcome");
        keys.addAll(List.of(more));
        row.isMapOf(keys);
    }

    private static void require(Tree row, boolean holds, String sentence) {
        if (!holds) {
            row.fault(sentence);
        }
    }
}
