package io.renkei.connector.yaml.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with references in it. It cannot call anything: what stands in the filing is put in as it is, once. */
final class TextTemplate {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^{}]*)\\}");

    /** What stands before a reference, and the reference; the last one has none. */
    private record Part(String literal, Optional<Reference> reference) {}

    private final List<Part> parts;

    private TextTemplate(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** @throws IllegalArgumentException with a sentence that names the wrong reference */
    static TextTemplate parse(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher found = REFERENCE.matcher(text);
        int from = 0;
        while (found.find()) {
            parts.add(new Part(
                    literal(text.substring(from, found.start())), Optional.of(Reference.parse(found.group(1)))));
            from = found.end();
        }
        parts.add(new Part(literal(text.substring(from)), Optional.empty()));
        return new TextTemplate(parts);
    }

    private static String literal(String text) {
        if (text.contains("${")) {
            throw new IllegalArgumentException("a reference that begins with ${ does not end");
        }
        return text;
    }

    List<Reference> references() {
        return parts.stream().flatMap(part -> part.reference().stream()).toList();
    }

    boolean isPlain() {
        return parts.size() == 1;
    }

    /** The reference, if the text is one and nothing else. */
    Optional<Reference> alone() {
        boolean alone = parts.size() == 2
                && parts.get(0).literal().isEmpty()
                && parts.get(1).literal().isEmpty();
        return alone ? parts.get(0).reference() : Optional.empty();
    }

    /** The text for a filing; an item that may be missing, and is, leaves nothing. */
    String fill(FilingValues values) throws NotSendable {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(part.literal());
            if (part.reference().isPresent()) {
                values.get(part.reference().get()).ifPresent(text::append);
            }
        }
        return text.toString();
    }
}
