package io.renkei.connector.yaml.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A JSON body. A text that is one reference alone becomes its value, an amount a number; an item that may be missing, and
 * is, leaves its key or its member out. Numbers, true, false and null stand without quotes.
 */
final class JsonBody implements BodyTemplate {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,9})?");

    private final Part root;

    /** A part of the body; empty if it is left out. */
    private interface Part {
        Optional<JsonNode> fill(FilingValues values) throws NotSendable;
    }

    private JsonBody(Part root) {
        this.root = root;
    }

    static Optional<BodyTemplate> read(Tree tree) {
        if (!tree.isMap() && !tree.isList()) {
            tree.fault("is a map or a list.");
            return Optional.empty();
        }
        return Optional.of(new JsonBody(part(tree)));
    }

    private static Part part(Tree tree) {
        if (tree.isMap()) {
            Map<String, Part> entries = new LinkedHashMap<>();
            tree.entries().forEach((key, entry) -> entries.put(key, part(entry)));
            return values -> Optional.of(object(entries, values));
        }
        if (tree.isList()) {
            List<Part> members = tree.list().stream().map(JsonBody::part).toList();
            return values -> Optional.of(array(members, values));
        }
        String text = tree.textIfThere().orElse("null");
        Optional<JsonNode> constant = tree.isQuoted() ? Optional.empty() : constant(text);
        return constant.isPresent() ? values -> constant : text(tree, text);
    }

    private static Part text(Tree tree, String text) {
        TextTemplate template;
        try {
            template = TextTemplate.parse(text);
        } catch (IllegalArgumentException e) {
            tree.fault(e.getMessage() + ".");
            return values -> Optional.empty();
        }
        Optional<Reference> alone = template.alone();
        return alone.isPresent()
                ? values -> values.get(alone.get()).map(JsonBody::node)
                : values -> Optional.of(NODES.textNode(template.fill(values)));
    }

    private static JsonNode node(Object value) {
        return value instanceof Long number ? NODES.numberNode(number) : NODES.textNode(value.toString());
    }

    private static Optional<JsonNode> constant(String text) {
        return switch (text) {
            case "null" -> Optional.of(NODES.nullNode());
            case "true", "false" -> Optional.of(NODES.booleanNode(text.equals("true")));
            default ->
                NUMBER.matcher(text).matches() ? Optional.of(NODES.numberNode(new BigDecimal(text))) : Optional.empty();
        };
    }

    private static JsonNode object(Map<String, Part> entries, FilingValues values) throws NotSendable {
        ObjectNode object = NODES.objectNode();
        for (Map.Entry<String, Part> entry : entries.entrySet()) {
            entry.getValue().fill(values).ifPresent(node -> object.set(entry.getKey(), node));
        }
        return object;
    }

    private static JsonNode array(List<Part> members, FilingValues values) throws NotSendable {
        ArrayNode array = NODES.arrayNode();
        for (Part member : members) {
            member.fill(values).ifPresent(array::add);
        }
        return array;
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public byte[] fill(FilingValues values) throws NotSendable {
        return root.fill(values).orElseGet(NODES::objectNode).toString().getBytes(StandardCharsets.UTF_8);
    }
}
