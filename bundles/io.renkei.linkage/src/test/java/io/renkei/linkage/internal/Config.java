package io.renkei.linkage.internal;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;

/** A configuration with the defaults of its annotation, but for some keys as a file has them. */
final class Config {

    private Config() {}

    static SiteConfig of(Map<String, String> set) {
        return of(SiteConfig.class, set);
    }

    static <T> T of(Class<T> type, Map<String, String> set) {
        return type.cast(Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> Optional.ofNullable(
                                set.get(method.getName().replace('_', '.')))
                        .map(text -> read(method, text))
                        .orElseGet(method::getDefaultValue)));
    }

    private static Object read(Method method, String text) {
        if (method.getReturnType() == int.class) {
            return Integer.valueOf(text);
        }
        if (method.getReturnType() == long.class) {
            return Long.valueOf(text);
        }
        return method.getReturnType() == boolean.class ? Boolean.valueOf(text) : text;
    }
}
