package io.renkei.portal.internal;

import java.lang.reflect.Proxy;
import java.util.Map;

/** A configuration with the defaults of the annotation, but for some keys. */
final class Config {

    private Config() {}

    static PortalConfig of(Map<String, Object> set) {
        return (PortalConfig) Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {PortalConfig.class},
                (proxy, method, arguments) ->
                        set.getOrDefault(method.getName().replace('_', '.'), method.getDefaultValue()));
    }
}
