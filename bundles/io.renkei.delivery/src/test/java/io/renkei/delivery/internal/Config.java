package io.renkei.delivery.internal;

import java.util.Map;
import org.osgi.util.converter.Converters;

/** A configuration with the defaults of the annotation, but for some keys. */
final class Config {

    private Config() {}

    static DeliveryConfig of(Map<String, Object> set) {
        return Converters.standardConverter().convert(set).to(DeliveryConfig.class);
    }
}
