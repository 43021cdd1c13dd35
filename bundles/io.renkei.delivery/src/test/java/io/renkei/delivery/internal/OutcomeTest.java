package io.renkei.delivery.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTest {

    private static final Optional<Duration> PAUSE = Optional.of(Duration.ofSeconds(9));

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299, 409})
    void isTakenWhereTheServiceHasIt(int status) {
        assertEquals(new Outcome.Taken("at"), Outcome.of(status, "at", PAUSE));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 410, 413, 415, 422, 451, 499})
    void isRefusedWhereTheServiceNeverTakesIt(int status) {
        assertEquals(new Outcome.Refused(status), Outcome.of(status, "at", PAUSE));
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 307, 401, 403, 404, 408, 425, 429, 500, 502, 503, 504, 599})
    void isTriedAgainWhereItMayTakeItLater(int status) {
        assertEquals(new Outcome.Later("the answer was " + status, PAUSE), Outcome.of(status, "at", PAUSE));
    }
}
