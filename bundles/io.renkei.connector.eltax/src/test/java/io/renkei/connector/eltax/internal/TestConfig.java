package io.renkei.connector.eltax.internal;

import java.util.Map;
import org.osgi.util.converter.Converters;

/** A configuration: the defaults of the annotation, with what is set. */
final class TestConfig {

    private TestConfig() {}

    static EltaxConfig of(Map<String, Object> set) {
        return Converters.standardConverter().convert(set).to(EltaxConfig.class);
    }
}
