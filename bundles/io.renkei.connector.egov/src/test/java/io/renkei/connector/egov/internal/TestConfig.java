package io.renkei.connector.egov.internal;

import java.util.HashMap;
import java.util.Map;
import org.osgi.util.converter.Converters;

/** A configuration: the defaults of the annotation, with what is set. */
final class TestConfig {

    private TestConfig() {}

    static EgovConfig of(Map<String, Object> set) {
        return Converters.standardConverter().convert(set).to(EgovConfig.class);
    }

    /** An instance for Hello Work, with a wait for the answer that a machine under load keeps too. */
    static EgovSettings settings(String url, Map<String, Object> more) {
        Map<String, Object> set = new HashMap<>();
        set.put("destination", "hello-work");
        set.put("endpoint.url", url + "/egov/hello-work");
        set.put("auth.url", url + "/egov/auth");
        set.put("connect.timeout.millis", 500L);
        set.put("response.timeout.millis", 8_000L);
        set.put("total.timeout.millis", 20_000L);
        set.put("settle.millis", 0L);
        set.putAll(more);
        return EgovSettings.of(of(set), set);
    }
}
