package io.renkei.connector.yaml.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** How a filing becomes the body of a request. Safe for use by several threads. */
interface BodyTemplate {

    /** The header {@code Content-Type}. */
    String mediaType();

    byte[] fill(FilingValues values) throws NotSendable;

    /** The section {@code bodies}; what is wrong is a fault at its place. */
    static Map<String, BodyTemplate> read(Tree section) {
        Map<String, BodyTemplate> bodies = new TreeMap<>();
        section.entries().forEach((name, body) -> {
            if (Names.isWord(name, body) && body.isMapOf(Set.of("json", "xml"))) {
                one(body).ifPresent(template -> bodies.put(name, template));
            }
        });
        return bodies;
    }

    private static Optional<BodyTemplate> one(Tree body) {
        if (body.has("json") == body.has("xml")) {
            body.fault("has either json or xml.");
            return Optional.empty();
        }
        return body.has("json") ? JsonBody.read(body.at("json")) : XmlBody.read(body.at("xml"));
    }
}
