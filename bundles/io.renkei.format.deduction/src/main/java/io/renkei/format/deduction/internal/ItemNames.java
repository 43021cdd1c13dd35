package io.renkei.format.deduction.internal;

import java.util.Map;
import java.util.stream.Collectors;

/** What a person reads in place of an item code; the code itself where no name is known. */
final class ItemNames {

    private static final Map<String, String> NAMES = Csv.lines("names.csv").stream()
            .collect(Collectors.toUnmodifiableMap(cells -> cells.get(0), cells -> cells.get(1)));
    private static final Map<String, String> PARTS = Map.of("yyyy", "年", "mm", "月", "dd", "日", "kubun_CD", "区分");

    private ItemNames() {}

    static String of(String code) {
        return NAMES.getOrDefault(code, PARTS.getOrDefault(code, code));
    }
}
