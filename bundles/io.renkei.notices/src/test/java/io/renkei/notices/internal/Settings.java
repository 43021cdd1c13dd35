package io.renkei.notices.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Settings with their defaults, but for some. */
final class Settings {

    private Settings() {}

    /**
     * @param values by the name of the method, such as {@code fetch_period}
     * @param file keys that name a destination
     */
    static NoticesSettings of(Map<String, Object> values, Map<String, String> file) {
        InvocationHandler answers =
                (proxy, key, arguments) -> values.getOrDefault(key.getName(), key.getDefaultValue());
        return NoticesSettings.of(
                (NoticesConfig) Proxy.newProxyInstance(
                        NoticesConfig.class.getClassLoader(), new Class<?>[] {NoticesConfig.class}, answers),
                file);
    }
}
