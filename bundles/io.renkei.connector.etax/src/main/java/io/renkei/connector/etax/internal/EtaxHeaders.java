package io.renkei.connector.etax.internal;

import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/** Which headers cross the edge: the named ones, in any case, and nothing else. */
final class EtaxHeaders implements HeaderFilterStrategy {

    static final String SOAP_ACTION = "SOAPAction";
    static final String RETRY_AFTER = "Retry-After";
    static final String CONTENT_TYPE = "text/xml; charset=utf-8";

    private static final Set<String> OUT = names(SOAP_ACTION);
    private static final Set<String> IN = names(RETRY_AFTER);

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return !OUT.contains(name);
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return !IN.contains(name);
    }

    private static Set<String> names(String name) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.add(name);
        return set;
    }
}
