package io.renkei.ports.outgoing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-29T00:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120|120",
                " 0 |0",
                "999999999|86400",
                "Sun, 29 Nov 2026 00:01:00 GMT|60",
                "Sat, 28 Nov 2026 00:00:00 GMT|0",
                "Sun, 29 Nov 2099 00:01:00 GMT|86400"
            })
    void isReadAsSecondsOrAsADateWithinADay(String header, long seconds) {
        assertEquals(Optional.of(Duration.ofSeconds(seconds)), RetryAfter.of(header, NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "soon", "1.5", "9999999999", "２０", "2026-11-29T00:01:00Z"})
    void whatCannotBeReadSaysNothing(String header) {
        assertEquals(Optional.empty(), RetryAfter.of(header, NOW));
    }

    @Test
    void anEmptyOneSaysNothing() {
        assertEquals(Optional.empty(), RetryAfter.of("", NOW));
    }
}
