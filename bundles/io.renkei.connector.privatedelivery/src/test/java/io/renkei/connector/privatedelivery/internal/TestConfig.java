package io.renkei.connector.privatedelivery.internal;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** A configuration: the defaults of the annotation, with what is set. */
final class TestConfig {

    private TestConfig() {}

    static PrivateDeliveryConfig of(Map<String, Object> set) {
        Map<String, Object> values = new HashMap<>(set);
        return (PrivateDeliveryConfig) Proxy.newProxyInstance(
                PrivateDeliveryConfig.class.getClassLoader(),
                new Class<?>[] {PrivateDeliveryConfig.class},
                (proxy, method, arguments) ->
                        values.getOrDefault(method.getName().replace('_', '.'), method.getDefaultValue()));
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
