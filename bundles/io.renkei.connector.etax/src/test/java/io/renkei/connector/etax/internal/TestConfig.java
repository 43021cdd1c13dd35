package io.renkei.connector.etax.internal;

import java.util.HashMap;
import java.util.Map;
import org.osgi.util.converter.Converters;

/** A configuration: the defaults of the annotation, with what is set. */
final class TestConfig {

    private TestConfig() {}

    static EtaxConfig of(Map<String, Object> set) {
        return Converters.standardConverter().convert(set).to(EtaxConfig.class);
    }

    /** With a wait for the answer that a machine under load keeps too. */
    static EtaxSettings settings(String endpoint, Map<String, Object> more) {
        Map<String, Object> set = new HashMap<>();
        set.put("endpoint.url", endpoint);
        set.put("connect.timeout.millis", 500L);
        set.put("response.timeout.millis", 8_000L);
        set.put("total.timeout.millis", 17_000L);
        set.put("settle.millis", 0L);
        set.putAll(more);
        return EtaxSettings.of(of(set));
    }
}
