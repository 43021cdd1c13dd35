package io.renkei.connector.yaml.internal;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One file, checked as a whole.
 *
 * @param bodies by name
 * @param answers by name
 */
record ConnectorFile(
        FileSettings settings,
        Map<String, BodyTemplate> bodies,
        Map<String, AnswerTable> answers,
        CheckedRoute route,
        Optional<Inquiry> inquiry) {

    /** The sections that say how a destination speaks; a template has them in place of the file. */
    static final Set<String> SECTIONS = Set.of("bodies", "answers", "route", "inquiry");

    private static final Set<String> KEYS = keys();

    private static Set<String> keys() {
        Set<String> keys = new HashSet<>(FileSettings.KEYS);
        keys.addAll(SECTIONS);
        keys.addAll(Set.of("template", "parameters"));
        return Set.copyOf(keys);
    }

    /**
     * @param name of the file
     * @param templates by name
     * @param fill puts the gateway's own values in the place of their names
     * @throws FileRefused with all that is wrong
     */
    static ConnectorFile read(
            String name, String text, Map<String, Template> templates, AllowList allowed, UnaryOperator<String> fill)
            throws FileRefused {
        Faults faults = new Faults();
        Tree file = TreeReader.read(name, text, faults);
        faults.refuse();
        file.isMapOf(KEYS);
        faults.refuse();
        Optional<FileSettings> settings = FileSettings.read(file, allowed, fill);
        Tree sections = sections(file, templates, faults);
        Map<String, BodyTemplate> bodies = BodyTemplate.read(sections.at("bodies"));
        Map<String, AnswerTable> answers = AnswerTableReader.read(sections.at("answers"));
        CheckedRoute route = new RouteCheck(
                        allowed,
                        sections.at("bodies").entries().keySet(),
                        sections.at("answers").entries().keySet())
                .check(sections.at("route"));
        Optional<Inquiry> inquiry = Inquiry.read(sections.at("inquiry"));
        faults.refuse();
        return new ConnectorFile(settings.orElseThrow(), bodies, answers, route, inquiry);
    }

    private static Tree sections(Tree file, Map<String, Template> templates, Faults faults) throws FileRefused {
        if (file.has("template")) {
            SECTIONS.stream()
                    .filter(file::has)
                    .sorted()
                    .forEach(section -> file.at(section)
                            .fault("stands in the template; a file has either a template or sections of its own."));
            Tree filled = Template.fill(file, templates);
            faults.refuse();
            return filled;
        }
        if (file.has("parameters")) {
            file.at("parameters").fault("are for a template, and the file names none.");
        }
        return file;
    }
}
