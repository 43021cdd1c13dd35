package io.renkei.routes.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Lanes whose connector went while its bundle stays. They take nothing new, and what they have under way ends on the
 * settings that they had, beside the lane that came after them. Safe for use by several threads.
 */
final class EndingLanes {

    private final Set<LaneInstance> lanes = new HashSet<>();

    synchronized void add(LaneInstance lane) {
        lanes.add(lane);
    }

    /** Nothing of it is left. */
    synchronized void ended(LaneInstance lane) {
        lanes.remove(lane);
        notifyAll();
    }

    synchronized boolean has(LaneInstance lane) {
        return lanes.contains(lane);
    }

    synchronized List<LaneInstance> all() {
        return List.copyOf(lanes);
    }

    /** Filings that they have under way for a destination. */
    int inFlight(DestinationId destination) {
        return all().stream()
                .filter(lane -> lane.destination().equals(destination))
                .mapToInt(lane -> lane.record().inFlight())
                .sum();
    }

    /** Whether a thread that one of them left behind may still be sending the filing. */
    boolean stillSending(FilingKey filing) {
        return all().stream().anyMatch(lane -> lane.workers().stillSending(filing));
    }

    /** Returns when none of these is left: no later than the total timeout of each, and the writing of its outcomes. */
    synchronized void await(Predicate<LaneInstance> which) {
        boolean interrupted = false;
        while (lanes.stream().anyMatch(which)) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
