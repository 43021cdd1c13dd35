package io.renkei.connector.yaml.internal;

import com.fasterxml.jackson.core.JsonPointer;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.ReceiptNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an answer has to show before it is believed.
 *
 * @param from the lowest status, with {@code to} for each range
 * @param filing where the filing key stands, if the answer repeats it
 * @param when where something stands that only this answer has
 * @param equals what stands there; empty for anything
 */
record Evidence(
        List<Range> statuses, Optional<JsonPointer> filing, Optional<JsonPointer> when, Optional<String> equals) {

    static final Set<String> KEYS = Set.of("status", "filing", "when");

    private static final Pattern STATUSES =
            Pattern.compile("[1-5][0-9]{2}(-[1-5][0-9]{2})?(, ?[1-5][0-9]{2}(-[1-5][0-9]{2})?)*");

    /** Statuses of HTTP, both ends in it. */
    record Range(int from, int to) {}

    /** A number that an answer gives, and the form in which it is believed. */
    record Receipt(String kind, JsonPointer pointer, Pattern form) {}

    static Evidence read(Tree row) {
        List<Range> ranges = new ArrayList<>();
        row.at("status")
                .form(STATUSES, "is a status of HTTP, a range or several: 201 or 200-299 or 400, 422.")
                .ifPresent(text -> {
                    for (String part : text.split(", ?")) {
                        String[] ends = part.split("-");
                        ranges.add(new Range(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])));
                    }
                });
        Tree when = row.at("when");
        boolean isThere = when.isThere() && when.isMapOf(Set.of("pointer", "equals"));
        return new Evidence(
                List.copyOf(ranges),
                row.has("filing") ? pointer(row.at("filing")) : Optional.empty(),
                isThere ? pointer(when.at("pointer")) : Optional.empty(),
                isThere && when.has("equals") ? when.at("equals").text() : Optional.empty());
    }

    static Optional<JsonPointer> pointer(Tree place) {
        Optional<String> text = place.text();
        try {
            return text.filter(there -> !there.isEmpty()).map(JsonPointer::compile);
        } catch (IllegalArgumentException e) {
            place.fault("is no JSON pointer; write it like /receipt/number.");
            return Optional.empty();
        }
    }

    static List<Receipt> receipts(Tree list) {
        List<Receipt> receipts = new ArrayList<>();
        for (Tree each : list.list()) {
            if (each.isMapOf(Set.of("kind", "pointer", "form"))) {
                Optional<String> kind = each.at("kind").form(Names.WORD, Names.WORD_SENTENCE);
                Optional<JsonPointer> pointer = pointer(each.at("pointer"));
                Optional<Pattern> form = each.pattern("form", "[\\x21-\\x7e]{1,64}");
                if (kind.isPresent() && pointer.isPresent() && form.isPresent()) {
                    receipts.add(new Receipt(kind.get(), pointer.get(), form.get()));
                }
            }
        }
        return List.copyOf(receipts);
    }

    /** The numbers of an answer, if it gives each of them in its form; else none. */
    static List<ReceiptNumber> numbers(List<Receipt> wanted, Answer answer, DestinationId destination) {
        List<ReceiptNumber> numbers = new ArrayList<>();
        for (Receipt each : wanted) {
            String value = answer.at(each.pointer());
            if (!value.matches("[\\x21-\\x7e]{1,64}")
                    || !each.form().matcher(value).matches()) {
                return List.of();
            }
            numbers.add(new ReceiptNumber(destination, each.kind(), value));
        }
        return numbers;
    }

    /** Whether all statuses lie between two. */
    boolean isWithin(int from, int to) {
        return statuses.stream()
                .allMatch(range -> range.from() >= from && range.to() <= to && range.from() <= range.to());
    }

    boolean isIn(Answer answer, FilingKey key) {
        return statuses.stream().anyMatch(range -> answer.status() >= range.from() && answer.status() <= range.to())
                && (filing.isEmpty() || answer.at(filing.get()).equals(key.toString()))
                && (when.isEmpty() || isWhen(answer.at(when.get())));
    }

    private boolean isWhen(String found) {
        return equals.map(found::equals).orElse(!found.isEmpty());
    }
}
