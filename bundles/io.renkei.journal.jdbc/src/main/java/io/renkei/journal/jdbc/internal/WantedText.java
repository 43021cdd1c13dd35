package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.AttributeCondition;
import java.time.LocalDate;

/** A condition as a column: {@code latest}, one day, or the two days of a range. */
final class WantedText {

    private static final String LATEST = "latest";

    private WantedText() {}

    static String of(AttributeCondition condition) {
        return condition.fold(() -> LATEST, LocalDate::toString, (from, to) -> from + " " + to);
    }

    static AttributeCondition read(String text) {
        if (text.equals(LATEST)) {
            return new AttributeCondition.Latest();
        }
        String[] days = text.split(" ");
        LocalDate first = LocalDate.parse(days[0]);
        return days.length == 1
                ? new AttributeCondition.At(first)
                : new AttributeCondition.Range(first, LocalDate.parse(days[1]));
    }
}
