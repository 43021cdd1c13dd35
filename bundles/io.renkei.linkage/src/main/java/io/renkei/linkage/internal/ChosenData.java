package io.renkei.linkage.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.renkei.api.model.AttributeNode;
import io.renkei.api.model.SelfInformationNumber;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a person chose, as the bytes that are kept encrypted: JSON, items in the order of their numbers, of each value {@code code},
 * {@code name}, {@code value} where there is one, {@code children} where there are any, in this order and without spaces. The digests
 * of receipts are over an item's array in this form.
 *
 * @param asOf when the first of the agencies answered
 */
record ChosenData(Map<SelfInformationNumber, List<AttributeNode>> items, Instant asOf) {

    private static final JsonFactory JSON = new JsonFactory();

    ChosenData {
        items = Map.copyOf(items);
    }

    private interface Part {
        void write(JsonGenerator json) throws IOException;
    }

    byte[] bytes() {
        return bytes(json -> {
            json.writeStartObject();
            json.writeStringField("asOf", asOf.toString());
            json.writeObjectFieldStart("items");
            for (Map.Entry<SelfInformationNumber, List<AttributeNode>> each : new TreeMap<>(items).entrySet()) {
                json.writeFieldName(each.getKey().value());
                write(json, each.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    /** Of one item. */
    static byte[] bytes(List<AttributeNode> nodes) {
        return bytes(json -> write(json, nodes));
    }

    private static byte[] bytes(Part part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            part.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, List<AttributeNode> nodes) throws IOException {
        json.writeStartArray();
        for (AttributeNode node : nodes) {
            json.writeStartObject();
            json.writeStringField("code", node.code());
            json.writeStringField("name", node.name());
            if (node.value().isPresent()) {
                json.writeStringField("value", node.value().get());
            }
            if (!node.children().isEmpty()) {
                json.writeFieldName("children");
                write(json, node.children());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** @param bytes as {@link #bytes()} wrote them */
    static ChosenData read(byte[] bytes) {
        try (JsonParser json = JSON.createParser(bytes)) {
            Instant asOf = Instant.EPOCH;
            Map<SelfInformationNumber, List<AttributeNode>> items = new TreeMap<>();
            json.nextToken();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String field = json.currentName();
                json.nextToken();
                if (field.equals("asOf")) {
                    asOf = Instant.parse(json.getText());
                } else {
                    while (json.nextToken() != JsonToken.END_OBJECT) {
                        SelfInformationNumber item = new SelfInformationNumber(json.currentName());
                        json.nextToken();
                        items.put(item, nodes(json));
                    }
                }
            }
            return new ChosenData(items, asOf);
        } catch (IOException e) {
            throw new UncheckedIOException("what was kept is not what was written", e);
        }
    }

    private static List<AttributeNode> nodes(JsonParser json) throws IOException {
        List<AttributeNode> nodes = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String code = "";
            String name = "";
            Optional<String> value = Optional.empty();
            List<AttributeNode> children = List.of();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "code" -> code = json.getText();
                    case "name" -> name = json.getText();
                    case "value" -> value = Optional.of(json.getText());
                    default -> children = nodes(json);
                }
            }
            nodes.add(new AttributeNode(code, name, value, children));
        }
        return nodes;
    }

    @Override
    public String toString() {
        return "ChosenData";
    }
}
