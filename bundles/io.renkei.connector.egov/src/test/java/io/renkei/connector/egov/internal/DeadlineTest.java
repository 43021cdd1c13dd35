package io.renkei.connector.egov.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {

    @Test
    void aDayEndsInJapanAndAMomentIsOneInJapan() {
        assertEquals(Optional.of(Instant.parse("2026-04-01T15:00:00Z")), Deadline.read("2026-04-01"));
        assertEquals(Optional.of(Instant.parse("2026-04-01T03:00:00Z")), Deadline.read("2026-04-01 12:00:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "", "2026-02-30", "2026-02-30 00:00:00", "令和8年4月1日まで"})
    void whatIsNoDayIsNone(String text) {
        assertEquals(Optional.empty(), Deadline.read(text));
    }
}
