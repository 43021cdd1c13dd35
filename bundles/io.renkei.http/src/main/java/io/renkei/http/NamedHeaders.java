package io.renkei.http;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Which headers cross the edge: the named ones go out, {@value RetryAfter#HEADER} comes in, in any case, and nothing else
 * passes. Camel sets Content-Type and the status itself. Safe for use by several threads.
 */
public final class NamedHeaders implements HeaderFilterStrategy {

    private final Set<String> sent = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    /** @param sent with a request, where the message has them */
    public NamedHeaders(String... sent) {
        this.sent.addAll(List.of(sent));
    }

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return !sent.contains(name);
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return !RetryAfter.HEADER.equalsIgnoreCase(name);
    }
}
