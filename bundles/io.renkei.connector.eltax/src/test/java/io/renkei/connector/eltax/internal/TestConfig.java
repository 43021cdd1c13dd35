package io.renkei.connector.eltax.internal;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** A configuration: the defaults of the annotation, with what is set. */
final class TestConfig {

    private TestConfig() {}

    static EltaxConfig of(Map<String, Object> set) {
        Map<String, Object> values = new HashMap<>(set);
        return (EltaxConfig) Proxy.newProxyInstance(
                EltaxConfig.class.getClassLoader(),
                new Class<?>[] {EltaxConfig.class},
                (proxy, method, arguments) ->
                        values.getOrDefault(method.getName().replace('_', '.'), method.getDefaultValue()));
    }

    /** An instance, with a wait for the answer that a machine under load keeps too. */
    static EltaxSettings settings(String url, Map<String, Object> more) {
        Map<String, Object> set = new HashMap<>();
        set.put("destination", TestTask.DESTINATION.value());
        set.put("endpoint.url", url + TestTask.PATH);
        set.put("connect.timeout.millis", 500L);
        set.put("response.timeout.millis", 8_000L);
        set.put("total.timeout.millis", 10_000L);
        set.put("settle.millis", 0L);
        set.putAll(more);
        return EltaxSettings.of(of(set));
    }
}
