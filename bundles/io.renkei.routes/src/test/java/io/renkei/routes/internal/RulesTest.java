package io.renkei.routes.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.spi.TransientFailure;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.RuntimeCamelException;
import org.junit.jupiter.api.Test;

class RulesTest {

    @Test
    void pausesDoubleUpToTheirBoundAndLieBetweenAHalfAndTheWhole() {
        Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1));
        assertEquals(Duration.ofMillis(50), backoff.pause(1, () -> 0));
        assertEquals(Duration.ofMillis(100), backoff.pause(1, () -> 1));
        assertEquals(Duration.ofMillis(400), backoff.pause(3, () -> 1));
        assertEquals(Duration.ofSeconds(1), backoff.pause(1_000_000, () -> 1));
    }

    @Test
    void onlyWhatCamelItselfWrapsIsUnwrapped() {
        TransientFailure failure = new TransientFailure("HW-CONNECT", null);
        assertEquals(
                new Ending.FailedForNow("HW-CONNECT"),
                Ending.of(Optional.of(new RuntimeCamelException(failure)), null));
        assertEquals(
                new Ending.Lost("ROUTES-THROWN"), Ending.of(Optional.of(new IllegalStateException(failure)), null));
    }

    @Test
    void theBreakerOpensAfterFailuresInARowAndAfterOneWhenAProbeJustSucceeded() {
        Breaker breaker = new Breaker(() -> 3);
        assertFalse(breaker.failed("A"));
        breaker.answered();
        assertFalse(breaker.failed("A"));
        assertFalse(breaker.failed("A"));
        assertTrue(breaker.failed("B"));
        assertEquals("B", breaker.code());
        breaker.close();
        assertTrue(breaker.failed("C"));
        assertEquals(2, breaker.openings());
        breaker.close();
        breaker.answered();
        assertFalse(breaker.failed("A"));
    }

    @Test
    void everyCodeSaysInBothLanguagesWhatToDo() {
        for (RoutesCode code : RoutesCode.values()) {
            assertTrue(code.sentence().length() > 40 && code.sentenceJa().length() > 20, code.code());
        }
    }

    @Test
    void allFaultsAreToldAtOnceInTheTermsOfTheFile() {
        Map<String, Object> wrong = Map.of("poll_parallel", 0, "breaker_failures", 0, "lease_margin_millis", 1L);
        String sentence = assertThrows(IllegalArgumentException.class, () -> RoutesSettings.of(config(wrong), "node-1"))
                .getMessage();
        for (String key : new String[] {"poll.parallel", "breaker.failures", "lease.margin.millis"}) {
            assertTrue(sentence.contains(key), sentence);
        }
        assertEquals("node-1", RoutesSettings.of(config(Map.of()), "node-1").node());
    }

    private static RoutesConfig config(Map<String, Object> values) {
        InvocationHandler answers =
                (proxy, key, arguments) -> values.getOrDefault(key.getName(), key.getDefaultValue());
        return (RoutesConfig) Proxy.newProxyInstance(
                RoutesConfig.class.getClassLoader(), new Class<?>[] {RoutesConfig.class}, answers);
    }
}
