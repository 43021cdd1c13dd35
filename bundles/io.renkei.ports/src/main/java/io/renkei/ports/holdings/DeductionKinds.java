package io.renkei.ports.holdings;

import io.renkei.ports.sites.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** What people call a kind of deduction certificates (控除証明書等). */
public final class DeductionKinds {

    private static final Map<String, Words> NAMES = read();

    private DeductionKinds() {}

    /** The name; the code itself where no name is known. */
    public static Words name(String kind) {
        return NAMES.getOrDefault(kind, new Words(kind, kind));
    }

    private static Map<String, Words> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                DeductionKinds.class.getResourceAsStream("deduction-kinds.csv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> new Words(cells[1], cells[2])));
        } catch (IOException e) {
            throw new UncheckedIOException("a table of this bundle cannot be read", e);
        }
    }
}
