package io.renkei.connector.yaml.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of the folder {@code templates}: sections with <code>{{name}}</code> where an instance gives a parameter. It is
 * read and filled per instance, and what comes out is checked like any file: a parameter can only be a text within a text.
 *
 * @param file its name, for faults
 */
record Template(String file, String text) {

    private static final Pattern HOLE = Pattern.compile("\\{\\{([^{}]*)\\}\\}");
    private static final Pattern PARAMETER = Pattern.compile("[a-z][a-zA-Z0-9-]{0,31}");

    /**
     * The sections of the template that a file names, with its parameters.
     *
     * @return missing, with faults, if it has none
     */
    static Tree fill(Tree file, Map<String, Template> templates) {
        Optional<String> name = file.at("template").text();
        Template template = name.map(templates::get).orElse(null);
        if (template == null) {
            name.ifPresent(missing -> file.at("template")
                    .fault("\"" + missing + "\" is no file of the folder templates; there are: "
                            + String.join(
                                    ", ", templates.keySet().stream().sorted().toList()) + "."));
            return file.at("template");
        }
        return template.filled(file.at("parameters"), file);
    }

    private Tree filled(Tree given, Tree instance) {
        Tree tree = TreeReader.read(file, text, instance.faults());
        if (!tree.isThere()
                || !tree.isMapOf(Set.of("description", "parameters", "bodies", "answers", "route", "inquiry"))) {
            return Tree.missing(file, 1, "", instance.faults());
        }
        Map<String, String> values = values(tree.at("parameters"), given, instance);
        Set<String> unknown = new HashSet<>();
        Tree filled = tree.mapped(text -> fill(text, values, unknown));
        unknown.stream()
                .filter(hole -> !tree.at("parameters").has(hole))
                .sorted()
                .forEach(hole -> tree.fault("{{" + hole + "}} is none of its parameters."));
        return filled;
    }

    private static Map<String, String> values(Tree declared, Tree given, Tree instance) {
        Map<String, String> values = new TreeMap<>();
        declared.entries().forEach((name, parameter) -> {
            if (!PARAMETER.matcher(name).matches()) {
                parameter.fault("is no name of a parameter.");
            } else if (parameter.isMapOf(Set.of("description", "default"))) {
                if (given.has(name)) {
                    given.at(name).text().ifPresent(value -> values.put(name, value));
                } else if (parameter.has("default")) {
                    values.put(name, parameter.text("default", ""));
                } else {
                    instance.at("parameters")
                            .fault("lack " + name + ": " + parameter.text("description", "the template needs it")
                                    + ".");
                }
            }
        });
        given.entries().forEach((name, value) -> {
            if (!declared.has(name)) {
                value.fault("is no parameter of the template.");
            } else if (value.textIfThere()
                    .filter(text -> text.contains("{{") || text.contains("${"))
                    .isPresent()) {
                value.fault("has {{ or ${; a parameter is a plain text.");
            }
        });
        return new HashMap<>(values);
    }

    private static String fill(String text, Map<String, String> values, Set<String> unknown) {
        Matcher hole = HOLE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (hole.find()) {
            String value = values.get(hole.group(1));
            if (value == null) {
                unknown.add(hole.group(1));
            }
            hole.appendReplacement(filled, Matcher.quoteReplacement(value == null ? "" : value));
        }
        return hole.appendTail(filled).toString();
    }
}
