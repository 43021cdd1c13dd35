package io.renkei.connector.eltax.internal;

import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/** Which headers cross the edge: the named ones, in any case, and nothing else. */
final class EltaxHeaders implements HeaderFilterStrategy {

    static final String ACCEPT = "Accept";
    static final String RETRY_AFTER = "Retry-After";
    static final String FILING = "Renkei-Filing";

    private static final Set<String> OUT = names(ACCEPT, FILING);
    private static final Set<String> IN = names(RETRY_AFTER);

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return !OUT.contains(name);
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return !IN.contains(name);
    }

    private static Set<String> names(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(Set.of(names));
        return set;
    }
}
