package io.renkei.format.deduction.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A kind of certificate.
 *
 * @param code the name of its document element, such as {@code TEG800}
 * @param prefix the first two letters of its items: A is who certifies, B the corporate number, C the day, D whom it is for, E the
 *     details, of which item 00010 is the year
 */
record Kind(String code, String prefix) {

    private static final Map<String, Kind> ALL = Csv.lines("kinds.csv").stream()
            .map(cells -> new Kind(cells.get(0), cells.get(1)))
            .collect(Collectors.toUnmodifiableMap(Kind::code, Function.identity()));

    static List<Kind> all() {
        return List.copyOf(ALL.values());
    }

    static Optional<Kind> of(String code) {
        return Optional.ofNullable(ALL.get(code));
    }

    String issuer() {
        return prefix + "B00000";
    }

    String issued() {
        return prefix + "C00000";
    }

    String contractor() {
        return prefix + "D00000";
    }

    String details() {
        return prefix + "E00000";
    }

    String year() {
        return prefix + "E00010";
    }
}
