package io.renkei.notices.internal;

import io.renkei.ports.health.Finding;
import io.renkei.ports.payments.PaymentWord;
import io.renkei.ports.payments.PaymentWords;
import java.util.List;
import java.util.stream.Collectors;

/** Looks again and again which destinations tell states of payments in words that are not known here. */
final class UnknownWords {

    /** The part that its findings are about. */
    static final String PART = "payments";

    private static final int MOST_LISTED = 100;

    private final PaymentWords words;
    private volatile List<Finding> findings = List.of();

    UnknownWords(PaymentWords words) {
        this.words = words;
    }

    void look() {
        String named = words.list(MOST_LISTED).stream()
                .collect(Collectors.groupingBy(PaymentWord::from, Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> each.getKey() + " (" + each.getValue() + ")")
                .sorted()
                .collect(Collectors.joining(", "));
        NoticesCode code = NoticesCode.UNKNOWN_WORD;
        findings = List.of(
                named.isEmpty()
                        ? Finding.ok(PART, "Every word on the state of a payment is known.")
                        : Finding.warning(
                                PART, code.code() + ": " + code.sentence() + " Destinations: " + named + "."));
    }

    /** What the last look found. */
    List<Finding> findings() {
        return findings;
    }
}
