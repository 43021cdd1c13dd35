package io.renkei.connector.yaml.internal;

import java.lang.reflect.Proxy;
import java.util.Map;

/** A configuration: the defaults of the annotation, with what is set. */
final class TestConfig {

    private TestConfig() {}

    static YamlConfig of(Map<String, Object> set) {
        return (YamlConfig) Proxy.newProxyInstance(
                YamlConfig.class.getClassLoader(),
                new Class<?>[] {YamlConfig.class},
                (proxy, method, arguments) ->
                        set.getOrDefault(method.getName().replace('_', '.'), method.getDefaultValue()));
    }
}
