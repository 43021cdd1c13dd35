package io.renkei.companystore.internal;

import java.lang.reflect.Proxy;
import java.util.Map;

/** A configuration with the defaults of the annotation, but for some keys. */
final class Config {

    private Config() {}

    static StoreConfig of(Map<String, Object> set) {
        return of(StoreConfig.class, set);
    }

    static AgencyConfig agency(Map<String, Object> set) {
        return of(AgencyConfig.class, set);
    }

    private static <T> T of(Class<T> type, Map<String, Object> set) {
        return type.cast(Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) ->
                        set.getOrDefault(method.getName().replace('_', '.'), method.getDefaultValue())));
    }
}
