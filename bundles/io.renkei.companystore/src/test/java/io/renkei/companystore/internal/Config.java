package io.renkei.companystore.internal;

import java.util.Map;
import org.osgi.util.converter.Converters;

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
        return Converters.standardConverter().convert(set).to(type);
    }
}
