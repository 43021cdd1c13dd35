package io.renkei.connector.agency.internal;

import java.util.HashMap;
import java.util.Map;
import org.osgi.util.converter.Converters;

/** Configurations: the defaults of the annotation, with what is set. */
final class TestConfig {

    static final String CITY_CODE = "1311300000000000";

    private TestConfig() {}

    static <T> T of(Class<T> type, Map<String, Object> set) {
        return Converters.standardConverter().convert(set).to(type);
    }

    /** One agency over plain HTTP, with timeouts that are quick, but kept by a machine under load. */
    static Map<String, Object> agency(String destination, String items, String url) {
        Map<String, Object> set = new HashMap<>();
        set.put("destination", destination);
        set.put("endpoint.url", url);
        set.put("items", items);
        set.put("inquirer.code", "9000000000000001");
        set.put("provider.code", CITY_CODE);
        set.put("business.code", "JM01000000121000");
        set.put("procedure.code", "JT01010000000214");
        set.put("connect.timeout.millis", 500L);
        set.put("response.timeout.millis", 2_000L);
        set.put("total.timeout.millis", 5_000L);
        return set;
    }
}
