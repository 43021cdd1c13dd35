package io.renkei.door.oidc.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of the machine, moved on as a test wants it. */
final class MovedClock extends Clock {

    private volatile Duration by = Duration.ZERO;

    void move(Duration on) {
        by = by.plus(on);
    }

    void moveBack() {
        by = Duration.ZERO;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(by);
    }
}
