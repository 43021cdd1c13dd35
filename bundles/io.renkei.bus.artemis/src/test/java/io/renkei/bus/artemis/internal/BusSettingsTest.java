package io.renkei.bus.artemis.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BusSettingsTest {

    private static final Path DATA = Path.of("data");

    @Test
    void theBrokerIsEmbeddedUnlessOtherwiseConfigured() {
        BusSettings settings = BusSettings.of(config(Map.of()), DATA);
        assertEquals(new BusSettings.Embedded(DATA.resolve("broker"), 90, 64L << 20), settings.broker());
    }

    @Test
    void allFaultsAreToldAtOnceInTheTermsOfTheFile() {
        var refusal = assertThrows(
                IllegalArgumentException.class,
                () -> BusSettings.of(
                        config(Map.of(
                                "mode",
                                "external",
                                "delivery_attempts",
                                0,
                                "call_timeout_millis",
                                1L,
                                "external_password",
                                "x")),
                        DATA));
        for (String key : new String[] {
            "io.renkei.bus.artemis.cfg",
            "delivery.attempts",
            "call.timeout.millis",
            "external.url",
            "external.user",
            "external.password"
        }) {
            assertTrue(refusal.getMessage().contains(key), refusal.getMessage());
        }
    }

    @Test
    void anAddressIsPrintedWithoutItsParameters() {
        var external = new BusSettings.External("tcp://mq.example:61617?trustStorePassword=himitsu", "a", "b");
        assertEquals("External[tcp://mq.example:61617]", external.toString());
    }

    private static BusConfig config(Map<String, Object> values) {
        InvocationHandler answers =
                (proxy, key, arguments) -> values.getOrDefault(key.getName(), key.getDefaultValue());
        return (BusConfig)
                Proxy.newProxyInstance(BusConfig.class.getClassLoader(), new Class<?>[] {BusConfig.class}, answers);
    }
}
