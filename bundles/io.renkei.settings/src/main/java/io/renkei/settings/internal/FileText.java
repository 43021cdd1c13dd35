package io.renkei.settings.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A settings file as its author wrote it: remarks, order, and references such as {@code ${renkei.pki}}, which Config Admin
 * only has filled in. The form is that of {@link Properties}, as file install reads it.
 */
record FileText(String text) {

    static final FileText EMPTY = new FileText("");

    /** Empty where there is no file, or none that can be read. */
    static Optional<FileText> of(Path file) {
        try {
            return Optional.of(new FileText(Files.readString(file, StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static FileText of(Map<String, String> values) {
        FileText all = EMPTY;
        for (Map.Entry<String, String> each : new TreeMap<>(values).entrySet()) {
            all = all.with(each.getKey(), Optional.of(each.getValue()));
        }
        return all;
    }

    /** Keys and values as they are written. */
    Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        read(text).forEach((key, value) -> values.put(key.toString(), value.toString()));
        return values;
    }

    /** @param value empty to leave the key out */
    FileText with(String key, Optional<String> value) {
        List<String> lines = new ArrayList<>();
        Optional<String> line = value.map(given -> key + " = " + escaped(given));
        for (String each : logicalLines()) {
            if (!read(each).containsKey(key)) {
                lines.add(each);
            } else if (line.isPresent()) {
                lines.add(line.get());
                line = Optional.empty();
            }
        }
        line.ifPresent(lines::add);
        return new FileText(lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
    }

    /** Replaces the file as a whole; who may read it stays. */
    void write(Path file) throws IOException {
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(written, text, StandardCharsets.ISO_8859_1);
        if (Files.exists(file)) {
            Files.setPosixFilePermissions(written, Files.getPosixFilePermissions(file));
        }
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Lines, each with those that go on from it after a backslash. */
    private List<String> logicalLines() {
        List<String> all = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : text.lines().toList()) {
            open.append(line);
            boolean isRemark = open.toString().strip().startsWith("#")
                    || open.toString().strip().startsWith("!");
            if (!isRemark && goesOn(line)) {
                open.append('\n');
            } else {
                all.add(open.toString());
                open.setLength(0);
            }
        }
        if (open.length() > 0) {
            all.add(open.toString().stripTrailing());
        }
        return all;
    }

    private static boolean goesOn(String line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static Properties read(String lines) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            // A \\u without four digits: such a line has no key that could be found again.
            return new Properties();
        }
        return properties;
    }

    /** Characters beyond the file's charset are written as the form has them. */
    private static String escaped(String value) {
        StringBuilder escaped = new StringBuilder();
        for (char each : value.toCharArray()) {
            switch (each) {
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> {
                    if (each < 0x20 || each > 0x7e) {
                        escaped.append(String.format("\\u%04x", (int) each));
                    } else {
                        escaped.append(each);
                    }
                }
            }
        }
        return value.startsWith(" ") ? "\\" + escaped : escaped.toString();
    }
}
