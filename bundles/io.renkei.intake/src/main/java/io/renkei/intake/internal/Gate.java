package io.renkei.intake.internal;

import io.renkei.ports.intake.IntakePaused;
import io.renkei.ports.lanes.Hold;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Lets new applications in, but for the time that an operator pauses the intake. Safe for use by several threads. */
final class Gate {

    private static final long USUAL_SECONDS = 60;
    private static final long LONGEST_SECONDS = 3_600;

    private final Supplier<List<Hold>> holds;
    private final Clock clock;

    Gate(Supplier<List<Hold>> holds, Clock clock) {
        this.holds = holds;
        this.clock = clock;
    }

    /** @throws IntakePaused while the intake is paused, with the rest of the pause, an hour at most */
    void pass() {
        for (Hold hold : holds.get()) {
            if (hold.subject() instanceof Hold.Intake) {
                long seconds = hold.until()
                        .map(end -> Duration.between(clock.instant(), end).toSeconds() + 1)
                        .orElse(USUAL_SECONDS);
                throw new IntakePaused((int) Math.max(1, Math.min(seconds, LONGEST_SECONDS)));
            }
        }
    }
}
