package io.renkei.connector.yaml.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Set;

/**
 * A route of which each part was found on the list of what is allowed, written anew from what was found: what Camel reads
 * is what was checked, and nothing of the file's text.
 *
 * @param steps in Camel's YAML DSL; a step of ours is named by its number, {@code renkei-step:0}
 * @param ours by their numbers
 * @param headers that the route sets and the call sends
 */
record CheckedRoute(ArrayNode steps, List<Step> ours, Set<String> headers) {

    static final String SCHEME = "renkei-step";

    CheckedRoute {
        ours = List.copyOf(ours);
        headers = Set.copyOf(headers);
    }
}
