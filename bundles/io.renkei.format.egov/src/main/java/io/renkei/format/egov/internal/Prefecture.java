package io.renkei.format.egov.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A prefecture. Its code in JIS X 0401 and that of 年金機構 differ (東京 13 and 21).
 *
 * @param jis two digits
 * @param pension two digits
 */
record Prefecture(String jis, String name, String kana, String pension) {

    private static final List<Prefecture> ALL = load();

    static Optional<Prefecture> ofJis(String code) {
        return ALL.stream().filter(one -> one.jis.equals(code)).findFirst();
    }

    static Optional<Prefecture> ofPension(String code) {
        return ALL.stream().filter(one -> one.pension.equals(code)).findFirst();
    }

    /** The one whose name the address begins with. */
    static Optional<Prefecture> ofAddress(String address) {
        return ALL.stream().filter(one -> address.startsWith(one.name)).findFirst();
    }

    private static List<Prefecture> load() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Prefecture.class.getResourceAsStream("prefectures.csv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .map(row -> new Prefecture(row[0], row[1], row[2], row[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle is damaged; deploy it again", e);
        }
    }
}
