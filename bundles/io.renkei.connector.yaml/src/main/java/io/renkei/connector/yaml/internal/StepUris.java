package io.renkei.connector.yaml.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a step {@code to} names: an endpoint of ours, or of a component that the operator has allowed. */
final class StepUris {

    private static final Pattern URI = Pattern.compile("([a-z][a-z0-9+.-]*):([^?]*)(?:\\?(.*))?");
    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e&&[^#{}$\\\\]]{1,200}");
    private static final Set<String> METHODS = Set.of("post", "put");

    private final AllowList allowed;
    private final Set<String> bodies;
    private final Set<String> answers;

    StepUris(AllowList allowed, Set<String> bodies, Set<String> answers) {
        this.allowed = allowed;
        this.bodies = bodies;
        this.answers = answers;
    }

    /**
     * @param written gets uri and parameters of an endpoint that is not ours
     * @return the step, if it is ours and right
     */
    Optional<Step> read(Tree to, ObjectNode written) {
        if (to.isMap() && !to.isMapOf(Set.of("uri", "parameters", "id"))) {
            return Optional.empty();
        }
        Tree place = to.isMap() ? to.at("uri") : to;
        Optional<String> text = place.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher uri = URI.matcher(text.get());
        if (!uri.matches()) {
            place.fault("is no endpoint; write COMPONENT:NAME.");
            return Optional.empty();
        }
        String component = uri.group(1);
        if (!allowed.components().contains(component)) {
            place.fault("the component \"" + component + "\" is not allowed; allowed are "
                    + String.join(", ", allowed.components().stream().sorted().toList())
                    + " (components in " + YamlConfig.PID + ".cfg).");
            return Optional.empty();
        }
        Map<String, Tree> parameters =
                new HashMap<>(to.isMap() ? to.at("parameters").entries() : Map.of());
        if (AllowList.OURS.contains(component)) {
            query(uri.group(3), place, parameters);
            return ours(component, uri.group(2), place, parameters);
        }
        foreign(text.get(), place, parameters, written);
        return Optional.empty();
    }

    private static void query(String query, Tree place, Map<String, Tree> parameters) {
        if (query == null || query.isEmpty()) {
            return;
        }
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            if (parameters.put(name, place.mapped(all -> value)) != null) {
                place.fault("the parameter \"" + name + "\" stands twice.");
            }
        }
    }

    private Optional<Step> ours(String component, String name, Tree place, Map<String, Tree> parameters) {
        switch (component) {
            case AllowList.BODY -> {
                none(place, parameters, Set.of());
                return known(name, bodies, "bodies", place).map(Step.Body::new);
            }
            case AllowList.OUTCOME -> {
                none(place, parameters, Set.of());
                return known(name, answers, "answers", place).map(Step.Outcome::new);
            }
            default -> {
                none(place, parameters, Set.of("path"));
                if (!METHODS.contains(name)) {
                    place.fault("\"" + name
                            + "\" is no call that a file may make; write renkei-http:post or renkei-http:put.");
                    return Optional.empty();
                }
                Tree path = parameters.get("path");
                if (path == null) {
                    place.fault("has no path; add ?path=/… or the parameter path.");
                    return Optional.empty();
                }
                return Paths.read(path).map(found -> new Step.Call(name, found));
            }
        }
    }

    private static Optional<String> known(String name, Set<String> names, String section, Tree place) {
        if (names.contains(name)) {
            return Optional.of(name);
        }
        place.fault("\"" + name + "\" does not stand in the section " + section + ".");
        return Optional.empty();
    }

    private static void none(Tree place, Map<String, Tree> parameters, Set<String> known) {
        parameters.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> place.fault("has no parameter \"" + name + "\"."));
    }

    /** Nothing in it is looked up, filled in or evaluated. */
    private static void foreign(String text, Tree place, Map<String, Tree> parameters, ObjectNode written) {
        String sentence = "has only visible ASCII characters other than # { } $ and \\: nothing is filled in there.";
        if (!PLAIN.matcher(text).matches()) {
            place.fault(sentence);
        }
        written.put("uri", text);
        if (!parameters.isEmpty()) {
            ObjectNode all = written.putObject("parameters");
            parameters.forEach((name, value) -> {
                if (!name.matches("[A-Za-z][A-Za-z0-9.]*")) {
                    value.fault("is no name of a parameter.");
                }
                value.form(PLAIN, sentence).ifPresent(plain -> all.put(name, plain));
            });
        }
    }
}
