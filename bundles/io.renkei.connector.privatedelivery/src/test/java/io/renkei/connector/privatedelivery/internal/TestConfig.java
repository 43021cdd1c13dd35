package io.renkei.connector.privatedelivery.internal;

import java.util.HashMap;
import java.util.Map;
import org.osgi.util.converter.Converters;

/** A configuration: the defaults of the annotation, with what is set. */
final class TestConfig {

    private TestConfig() {}

    static PrivateDeliveryConfig of(Map<String, Object> set) {
        return Converters.standardConverter().convert(set).to(PrivateDeliveryConfig.class);
    }

    /** An instance with timeouts that are quick, but kept by a machine under load. */
    static PrivateDeliveryConfig at(String url) {
        return of(right(url));
    }

    static Map<String, Object> right(String url) {
        Map<String, Object> set = new HashMap<>();
        set.put("destination", "private-delivery.mypost");
        set.put("site", "my-post");
        set.put("endpoint.url", url);
        set.put("connect.timeout.millis", 500L);
        set.put("response.timeout.millis", 2_000L);
        return set;
    }
}
