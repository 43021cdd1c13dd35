package io.renkei.connector.yaml.internal;

import java.util.Map;
import org.osgi.util.converter.Converters;

/** A configuration: the defaults of the annotation, with what is set. */
final class TestConfig {

    private TestConfig() {}

    static YamlConfig of(Map<String, Object> set) {
        return Converters.standardConverter().convert(set).to(YamlConfig.class);
    }
}
