package io.renkei.connector.yaml.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A value of a file, with its place: a map, a list, a text, or nothing. Texts are as they were written; whether one stands
 * in quotes is kept, and no type is guessed. For one thread.
 */
final class Tree {

    private final String file;
    private final int line;
    private final String path;
    private final Object value;
    private final boolean quoted;
    private final Faults faults;

    private Tree(String file, int line, String path, Object value, boolean quoted, Faults faults) {
        this.file = file;
        this.line = line;
        this.path = path;
        this.value = value;
        this.quoted = quoted;
        this.faults = faults;
    }

    static Tree map(String file, int line, String path, Map<String, Tree> entries, Faults faults) {
        return new Tree(file, line, path, entries, false, faults);
    }

    static Tree list(String file, int line, String path, List<Tree> members, Faults faults) {
        return new Tree(file, line, path, members, false, faults);
    }

    static Tree text(String file, int line, String path, String text, boolean quoted, Faults faults) {
        return new Tree(file, line, path, text, quoted, faults);
    }

    static Tree missing(String file, int line, String path, Faults faults) {
        return new Tree(file, line, path, null, false, faults);
    }

    void fault(String sentence) {
        faults.add(file + ", line " + line + (path.isEmpty() ? "" : ", " + path), sentence);
    }

    boolean isThere() {
        return value != null;
    }

    boolean isMap() {
        return value instanceof Map;
    }

    boolean isList() {
        return value instanceof List;
    }

    boolean isText() {
        return value instanceof String;
    }

    /** Whether the text was written in quotes or as a block, so that it is no number and no word. */
    boolean isQuoted() {
        return quoted;
    }

    Faults faults() {
        return faults;
    }

    /** The value of a key; where there is none, a missing one at this place. */
    Tree at(String key) {
        Tree found = isMap() ? entriesOrNone().get(key) : null;
        return found == null ? missing(file, line, path.isEmpty() ? key : path + "." + key, faults) : found;
    }

    boolean has(String key) {
        return isMap() && entriesOrNone().containsKey(key);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Tree> entriesOrNone() {
        return isMap() ? (Map<String, Tree>) value : Map.of();
    }

    /** The entries of a map; anything else that is there is a fault. */
    Map<String, Tree> entries() {
        if (isThere() && !isMap()) {
            fault("is no map; write keys and values.");
        }
        return entriesOrNone();
    }

    /** The members of a list; anything else that is there is a fault. */
    @SuppressWarnings("unchecked")
    List<Tree> list() {
        if (isThere() && !isList()) {
            fault("is no list; begin each entry with a hyphen.");
        }
        return isList() ? (List<Tree>) value : List.of();
    }

    /** Whether it is a map; each key that is none of these is a fault. */
    boolean isMapOf(Set<String> keys) {
        if (!isMap()) {
            fault(isThere() ? "is no map; write keys and values." : "is missing.");
            return false;
        }
        entriesOrNone().forEach((key, entry) -> {
            if (!keys.contains(key)) {
                entry.fault("is unknown here; use "
                        + String.join(", ", keys.stream().sorted().toList()) + ".");
            }
        });
        return true;
    }

    /** The text as it stands, without a fault where there is none. */
    Optional<String> textIfThere() {
        return isText() ? Optional.of((String) value) : Optional.empty();
    }

    /** The text, which has to be there. */
    Optional<String> text() {
        if (isText() && !((String) value).isBlank()) {
            return textIfThere();
        }
        fault(isThere() ? "is no text." : "is missing.");
        return Optional.empty();
    }

    /** The text of a key, or what stands for it where the key is missing. */
    String text(String key, String standard) {
        Tree child = at(key);
        if (child.isThere() && !child.isText()) {
            child.fault("is no text.");
        }
        return child.textIfThere().orElse(standard);
    }

    long number(String key, long standard) {
        Tree child = at(key);
        if (!child.isThere()) {
            return standard;
        }
        String text = child.textIfThere().orElse("");
        if (!text.matches("[0-9]{1,12}")) {
            child.fault("is no whole number.");
            return standard;
        }
        return Long.parseLong(text);
    }

    /** A text of a certain form. */
    Optional<String> form(Pattern form, String sentence) {
        Optional<String> text = text();
        if (text.isPresent() && !form.matcher(text.get()).matches()) {
            fault(sentence);
            return Optional.empty();
        }
        return text;
    }

    Optional<Pattern> pattern(String key, String standard) {
        try {
            return Optional.of(Pattern.compile(text(key, standard)));
        } catch (PatternSyntaxException e) {
            at(key).fault("is no regular expression.");
            return Optional.empty();
        }
    }

    /** The same with each text changed; the places stay. */
    Tree mapped(UnaryOperator<String> change) {
        if (isMap()) {
            Map<String, Tree> entries = new LinkedHashMap<>();
            entriesOrNone().forEach((key, entry) -> entries.put(key, entry.mapped(change)));
            return map(file, line, path, entries, faults);
        }
        if (isList()) {
            List<Tree> members = new ArrayList<>();
            list().forEach(member -> members.add(member.mapped(change)));
            return list(file, line, path, members, faults);
        }
        return isText() ? text(file, line, path, change.apply((String) value), quoted, faults) : this;
    }
}
