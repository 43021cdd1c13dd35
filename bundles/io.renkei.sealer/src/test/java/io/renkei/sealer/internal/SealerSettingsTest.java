package io.renkei.sealer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.util.converter.Converters;

/** Settings as files say them. */
class SealerSettingsTest {

    private static final Map<String, Object> GOOD = Map.of(
            "timestamp.url",
            "https://tsa.example.jp/tsr",
            "tls.trust",
            "/etc/tsa.pem",
            "timestamp.policy",
            "1.2.392.1");

    private static List<String> faults(Map<String, Object> changed) {
        Map<String, Object> all = new HashMap<>(GOOD);
        all.putAll(changed);
        return new SealerRule().faults(all);
    }

    private static SealerSettings read(Map<String, Object> properties) {
        return SealerSettings.of(
                Converters.standardConverter().convert(properties).to(SealerConfig.class));
    }

    @Test
    void nobodyIsAskedUnlessSomebodyIsNamed() {
        assertTrue(read(Map.of()).authority().isEmpty());
        SealerSettings.AuthoritySettings named = read(GOOD).authority().orElseThrow();
        assertEquals("https://tsa.example.jp/tsr", named.address().toString());
        assertEquals("1.2.392.1", named.policy().orElseThrow());
    }

    @Test
    void eachFaultIsTold() {
        assertEquals(List.of(), faults(Map.of()));
        assertEquals(1, faults(Map.of("timestamp.url", "http://tsa.example.jp")).size());
        assertEquals(1, faults(Map.of("tls.trust", "")).size());
        assertEquals(1, faults(Map.of("timestamp.policy", "default")).size());
        assertEquals(1, faults(Map.of("seal.pause.millis", 10)).size());
        assertEquals(1, faults(Map.of("batch.leaves.max", 0)).size());
        assertEquals(1, faults(Map.of("answer.timeout.millis", 60_000)).size());
    }
}
