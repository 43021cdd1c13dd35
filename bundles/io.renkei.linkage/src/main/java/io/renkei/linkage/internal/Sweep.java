package io.renkei.linkage.internal;

import io.renkei.ports.health.Finding;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.HandoverState;
import io.renkei.ports.linkage.HandoverStore;
import io.renkei.ports.linkage.KeptHandover;
import io.renkei.ports.people.SessionStore;
import io.renkei.ports.state.StateUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after handovers that wait for agencies or whose time is over; each has one node at a time. */
final class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final String PART = "handovers";
    private static final int BATCH = 100;
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration TIDY_PAUSE = Duration.ofMinutes(10);
    private static final Duration UNANSWERED_KEPT = Duration.ofDays(7);
    private static final Duration STUCK_MARGIN = Duration.ofMinutes(5);

    private final HandoverStore handovers;
    private final SessionStore sessions;
    private final Collecting collecting;
    private final Supplier<LinkageSettings> settings;
    private final Clock clock;
    private Instant tidyAt = Instant.EPOCH;
    private volatile long stuck;
    private boolean saidDefect;

    Sweep(
            HandoverStore handovers,
            SessionStore sessions,
            Collecting collecting,
            Supplier<LinkageSettings> settings,
            Clock clock) {
        this.handovers = handovers;
        this.sessions = sessions;
        this.collecting = collecting;
        this.settings = settings;
        this.clock = clock;
    }

    /** One round, by one thread at a time. */
    void round() {
        Instant now = clock.instant();
        List<HandoverId> claimed = handovers.claim(now, LEASE, BATCH);
        claimed.forEach(this::bringOn);
        if (!now.isBefore(tidyAt)) {
            tidyAt = now.plus(TIDY_PAUSE);
            sessions.removeEnded(now.minus(KernelSessions.REMEMBERED));
            handovers.removeUnanswered(now.minus(UNANSWERED_KEPT));
        }
        stuck = handovers.countSince(
                HandoverState.COLLECTING, now.minus(settings.get().collect()).minus(STUCK_MARGIN));
    }

    private void bringOn(HandoverId id) {
        try {
            Optional<KeptHandover> kept = handovers.find(id);
            if (kept.isPresent()) {
                collecting.sweep(kept.get());
            }
            saidDefect = false;
        } catch (StateUnavailable e) {
            LOG.debug("handover {} is looked at again once its lease is over", id, e);
        } catch (RuntimeException e) {
            if (!saidDefect) {
                LOG.error("{} (handover {})", LinkageCode.NOT_CLOSED.line(), id, e);
            }
            saidDefect = true;
        }
    }

    List<Finding> findings() {
        return stuck == 0
                ? List.of(Finding.ok(PART, "None waits too long for agencies."))
                : List.of(Finding.warning(PART, stuck + ": " + LinkageCode.STUCK.line()));
    }
}
