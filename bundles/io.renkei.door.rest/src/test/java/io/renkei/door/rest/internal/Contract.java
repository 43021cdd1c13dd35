package io.renkei.door.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** openapi.yaml, as what every answer is held against. */
final class Contract {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    static final JsonNode DOCUMENT = load();

    private Contract() {}

    private static JsonNode load() {
        try (InputStream in = Contract.class.getResourceAsStream("/openapi.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails unless the status, the headers, the media type and the body are as the contract says. */
    static void check(String method, String path, HttpResponse<byte[]> response) {
        checkHeaders(response);
        JsonNode described = described(method, path, response.statusCode());
        JsonNode content = described.path("content");
        Optional<String> type = response.headers().firstValue("Content-Type");
        described.path("headers").fieldNames().forEachRemaining(name -> {
            JsonNode header = resolve(described.path("headers").path(name));
            String value = response.headers().firstValue(name).orElse("");
            assertFalse(value.isEmpty(), () -> method + " " + path + " lacks the header " + name);
            validate(header.path("schema"), JsonNodeFactory.instance.textNode(value), name);
        });
        if (content.isMissingNode()) {
            assertEquals(0, response.body().length);
            return;
        }
        String sent = type.orElse("none").split(";")[0];
        String media = content.has("*/*") && !content.has(sent) ? "*/*" : sent;
        assertTrue(content.has(media), () -> method + " " + path + " " + response.statusCode() + " answers " + type);
        validate(content.path(media).path("schema"), body(media, response.body()), method + " " + path);
    }

    private static void checkHeaders(HttpResponse<byte[]> response) {
        assertEquals("no-store", response.headers().firstValue("Cache-Control").orElse(""));
        assertEquals(
                "nosniff",
                response.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertTrue(response.headers().map().keySet().stream()
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control")));
    }

    private static JsonNode described(String method, String path, int status) {
        if (status == 405) {
            return resolve(DOCUMENT.at("/components/responses/MethodNotAllowed"));
        }
        Optional<String> template = template(path);
        if (template.isEmpty()) {
            assertTrue(List.of(401, 404).contains(status), () -> path + " answers " + status);
            return resolve(DOCUMENT.at(
                    status == 401 ? "/components/responses/Unauthorized" : "/components/responses/NotFound"));
        }
        JsonNode described = DOCUMENT.path("paths")
                .path(template.get())
                .path(method.toLowerCase(Locale.ROOT))
                .path("responses")
                .path(Integer.toString(status));
        assertFalse(described.isMissingNode(), () -> method + " " + template.get() + " does not describe " + status);
        return resolve(described);
    }

    private static Optional<String> template(String path) {
        String plain = path.split("\\?")[0];
        for (var names = DOCUMENT.path("paths").fieldNames(); names.hasNext(); ) {
            String template = names.next();
            if (new Route("", template, Access.PARTNER, null).match(plain).isPresent()) {
                return Optional.of(template);
            }
        }
        return Optional.empty();
    }

    static JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? DOCUMENT.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static JsonNode body(String media, byte[] body) {
        try {
            return media.endsWith("json")
                    ? JSON.readTree(body)
                    : JsonNodeFactory.instance.textNode(new String(body, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** References of the schema resolve within the contract, which rides along. */
    static void validate(JsonNode schema, JsonNode value, String what) {
        Schema compiled = SCHEMAS.computeIfAbsent(schema.toString(), text -> {
            ObjectNode whole = schema.deepCopy();
            whole.set("components", DOCUMENT.path("components"));
            return REGISTRY.getSchema(whole);
        });
        List<Error> errors = compiled.validate(value);
        assertTrue(errors.isEmpty(), () -> what + ": " + errors + " in " + value);
    }
}
