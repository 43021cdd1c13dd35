package io.renkei.routes.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/** What an operator wants to know of a lane at a glance. */
final class LaneRecord {

    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile Optional<Instant> lastSuccess = Optional.empty();
    private volatile String lastFailure = "";
    private volatile OptionalLong lastBegan;
    private volatile Optional<Duration> pause = Optional.empty();
    private volatile boolean heir;

    /** @param before when the connector before began its last filing, by the monotonic clock; empty if there was none */
    LaneRecord(OptionalLong before) {
        this.lastBegan = before;
        this.heir = before.isPresent();
    }

    /**
     * A filing begins.
     *
     * @return how long none began, if it is the first one after another connector
     */
    Optional<Duration> began(long nanos) {
        inFlight.incrementAndGet();
        Optional<Duration> since = heir ? succeed(nanos) : Optional.empty();
        lastBegan = OptionalLong.of(nanos);
        return since;
    }

    private synchronized Optional<Duration> succeed(long nanos) {
        if (!heir) {
            return Optional.empty();
        }
        heir = false;
        pause = Optional.of(Duration.ofNanos(nanos - lastBegan.getAsLong()));
        return pause;
    }

    /** When the last filing began, here or at the connector before. */
    OptionalLong lastBegan() {
        return lastBegan;
    }

    Optional<Duration> pause() {
        return pause;
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
