package io.renkei.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "120, 120",
        "' 5 ', 5",
        "0, 0",
        "'Wed, 01 Jul 2026 00:02:00 GMT', 120",
        "'Tue, 30 Jun 2026 00:00:00 GMT', 0",
        "999999, 86400",
        "'Wed, 01 Jul 2099 00:00:00 GMT', 86400",
        "-1, 60",
        "99999999999, 60",
        "あとで, 60"
    })
    void neverBeforeNowAndNeverMoreThanADayLater(String header, long seconds) {
        assertEquals(Optional.of(NOW.plusSeconds(seconds)), RetryAfter.of(503, Optional.of(header), NOW));
        assertEquals(Optional.of(NOW.plusSeconds(seconds)), RetryAfter.of(429, Optional.of(header), NOW));
    }

    @Test
    void onlyABusyServerIsAskedLater() {
        assertEquals(Optional.of(NOW.plusSeconds(60)), RetryAfter.of(429, Optional.empty(), NOW));
        assertEquals(Optional.empty(), RetryAfter.of(503, Optional.empty(), NOW));
        assertEquals(Optional.empty(), RetryAfter.of(500, Optional.of("5"), NOW));
        assertEquals(Optional.empty(), RetryAfter.of(301, Optional.of("5"), NOW));
    }
}
