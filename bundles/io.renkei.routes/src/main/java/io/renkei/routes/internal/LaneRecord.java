package io.renkei.routes.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** What an operator wants to know of a lane at a glance. */
final class LaneRecord {

    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile Optional<Instant> lastSuccess = Optional.empty();
    private volatile String lastFailure = "";

    void began() {
        inFlight.incrementAndGet();
    }

    void ended() {
        inFlight.decrementAndGet();
    }

    void succeeded(Instant at) {
        lastSuccess = Optional.of(at);
        lastFailure = "";
    }

    void failed(String code) {
        lastFailure = code;
    }

    int inFlight() {
        return inFlight.get();
    }

    Optional<Instant> lastSuccess() {
        return lastSuccess;
    }

    String lastFailure() {
        return lastFailure;
    }
}
