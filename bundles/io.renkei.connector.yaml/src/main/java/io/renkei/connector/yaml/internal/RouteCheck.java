package io.renkei.connector.yaml.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Checks the section {@code route}, Camel YAML DSL, step by step against the list of what is allowed. What is not on it is
 * refused, known to Camel or not. For one route.
 */
final class RouteCheck {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> STEPS = Set.of("choice", "log", "setHeader", "to");
    private static final Set<String> LEVELS = Set.of("DEBUG", "INFO", "WARN");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,63}");

    /** They belong to the connection, to the gateway, or are a secret that may not stand in a file. */
    private static final Set<String> OTHER_HEADERS = Set.of(
            "accept",
            "authorization",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "cookie",
            "expect",
            "host",
            "idempotency-key",
            "keep-alive",
            "renkei-filing",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "proxy-authorization",
            "proxy-connection");

    private final StepUris uris;
    private final List<Step> ours = new ArrayList<>();
    private final Set<String> headers = new TreeSet<>();
    private final Set<String> ids = new TreeSet<>();

    RouteCheck(AllowList allowed, Set<String> bodies, Set<String> answers) {
        this.uris = new StepUris(allowed, bodies, answers);
    }

    /** The route as Camel may have it; faults stand at their places. */
    CheckedRoute check(Tree route) {
        ArrayNode steps = NODES.arrayNode();
        if (route.isMapOf(Set.of("from"))) {
            Tree from = route.at("from");
            if (from.isMapOf(Set.of("uri", "steps"))) {
                from.at("uri")
                        .text()
                        .filter(uri -> !uri.equals("lane"))
                        .ifPresent(uri -> from.at("uri")
                                .fault("\"" + uri
                                        + "\" is not the lane, and a route has no other consumer; write lane."));
                Flow end = steps(from.at("steps"), steps, Flow.START);
                end.requireOutcome(from.at("steps"));
            }
        }
        return new CheckedRoute(steps, ours, headers);
    }

    private Flow steps(Tree list, ArrayNode into, Flow before) {
        Flow flow = before;
        if (!list.isThere() || list.list().isEmpty()) {
            list.fault("has no steps.");
        }
        for (Tree step : list.list()) {
            flow = step(step, into, flow);
        }
        return flow;
    }

    private Flow step(Tree step, ArrayNode into, Flow flow) {
        if (!step.isMap() || step.entries().size() != 1) {
            step.fault("is no step; write one name, a colon, and what belongs to it below.");
            return flow;
        }
        String name = step.entries().keySet().iterator().next();
        Tree body = step.at(name);
        ObjectNode written = NODES.objectNode();
        Flow after = flow;
        switch (name) {
            case "to" -> after = to(body, written, flow);
            case "setHeader" -> setHeader(body, written);
            case "log" -> log(body, written);
            case "choice" -> after = choice(body, written, flow);
            default -> {
                body.fault("\"" + name + "\" " + StepSentences.of(name) + " Allowed are "
                        + String.join(", ", STEPS.stream().sorted().toList()) + ".");
                after = Flow.NOWHERE;
            }
        }
        id(body, written);
        into.add(NODES.objectNode().set(name, written));
        return after;
    }

    private void id(Tree body, ObjectNode written) {
        if (body.isMap() && body.has("id")) {
            Tree id = body.at("id");
            id.form(Names.WORD, Names.WORD_SENTENCE).ifPresent(text -> {
                if (!ids.add(text)) {
                    id.fault("\"" + text + "\" is the id of another step already.");
                }
                written.put("id", text);
            });
        }
    }

    private Flow to(Tree to, ObjectNode written, Flow flow) {
        Optional<Step> step = uris.read(to, written);
        if (step.isEmpty()) {
            // Behind a refused step nobody knows where the way stands: only what is wrong by itself is told.
            return written.has("uri") ? flow : Flow.NOWHERE;
        }
        written.put("uri", CheckedRoute.SCHEME + ":" + ours.size());
        ours.add(step.get());
        return flow.after(step.get(), to);
    }

    private void setHeader(Tree header, ObjectNode written) {
        if (!header.isMapOf(Set.of("name", "constant", "simple", "expression", "id"))) {
            return;
        }
        Optional<String> name = header.at("name").form(HEADER, "is no name of a header that a file may set.");
        name.ifPresent(text -> {
            String small = text.toLowerCase(Locale.ROOT);
            if (OTHER_HEADERS.contains(small) || small.startsWith("camel")) {
                header.at("name")
                        .fault("\"" + text + "\" is not set by a file: it belongs to the connection or to the "
                                + "gateway, or it would be a secret.");
            }
            headers.add(small);
            written.put("name", text);
        });
        boolean constant = header.has("constant") || header.at("expression").has("constant");
        Tree text = Expressions.in(constant ? "constant" : "simple", header);
        (constant ? Expressions.constant(text) : Expressions.value(text))
                .ifPresent(value -> expression(written, constant ? "constant" : "simple", value));
    }

    /** The long form, which Camel prefers. */
    private static void expression(ObjectNode step, String language, String text) {
        step.putObject("expression").putObject(language).put("expression", text);
    }

    private static void log(Tree log, ObjectNode written) {
        if (log.isMap() && !log.isMapOf(Set.of("message", "loggingLevel", "id"))) {
            return;
        }
        Tree message = log.isMap() ? log.at("message") : log;
        Expressions.value(message).ifPresent(text -> written.put("message", text));
        String level = log.isMap() ? log.text("loggingLevel", "INFO") : "INFO";
        if (!LEVELS.contains(level)) {
            log.at("loggingLevel").fault("is one of DEBUG, INFO, WARN.");
        }
        written.put("loggingLevel", level);
    }

    private Flow choice(Tree choice, ObjectNode written, Flow flow) {
        if (!choice.isMapOf(Set.of("when", "otherwise", "id"))) {
            return flow;
        }
        Flow after = Flow.NOWHERE;
        ArrayNode whens = written.putArray("when");
        if (choice.at("when").list().isEmpty()) {
            choice.fault("has at least one `when`.");
        }
        for (Tree when : choice.at("when").list()) {
            if (when.isMapOf(Set.of("simple", "expression", "steps", "id"))) {
                ObjectNode one = whens.addObject();
                Expressions.condition(when).ifPresent(text -> expression(one, "simple", text));
                id(when, one);
                after = after.or(steps(when.at("steps"), one.putArray("steps"), flow));
            }
        }
        if (!choice.has("otherwise")) {
            return after.or(flow);
        }
        Tree otherwise = choice.at("otherwise");
        ObjectNode one = written.putObject("otherwise");
        return otherwise.isMapOf(Set.of("steps", "id"))
                ? after.or(steps(otherwise.at("steps"), one.putArray("steps"), flow))
                : after;
    }
}
