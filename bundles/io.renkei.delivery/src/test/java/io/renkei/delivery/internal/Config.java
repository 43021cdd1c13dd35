package io.renkei.delivery.internal;

import java.lang.reflect.Proxy;
import java.util.Map;

/** A configuration with the defaults of the annotation, but for some keys. */
final class Config {

    private Config() {}

    static DeliveryConfig of(Map<String, Object> set) {
        return (DeliveryConfig) Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {DeliveryConfig.class},
                (proxy, method, arguments) ->
                        set.getOrDefault(method.getName().replace('_', '.'), method.getDefaultValue()));
    }
}
