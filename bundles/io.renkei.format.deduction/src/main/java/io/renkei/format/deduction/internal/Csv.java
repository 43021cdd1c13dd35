package io.renkei.format.deduction.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tables of this bundle: UTF-8, a heading, no quotes. */
final class Csv {

    private Csv() {}

    static List<List<String>> lines(String name) {
        try (InputStream in = Csv.class.getResourceAsStream(name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> List.of(line.split(","))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("a table of this bundle cannot be read", e);
        }
    }
}
