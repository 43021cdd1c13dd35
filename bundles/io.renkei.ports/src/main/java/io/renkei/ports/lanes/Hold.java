package io.renkei.ports.lanes;

import io.renkei.api.model.DestinationId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * An operator's order to hold something, on all nodes and across restarts.
 *
 * @param reason shown to operators, 1 to 200 characters; no personal data
 * @param until when it ends by itself; empty for not before it is lifted
 * @param by who ordered it
 * @param since when it was ordered
 */
public record Hold(Subject subject, Kind kind, String reason, Optional<Instant> until, String by, Instant since) {

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_NAME = 64;

    /** How it is held. */
    public enum Kind {
        /** Nothing new begins; what is under way ends. */
        PAUSE,
        /** What is under way is given up too: its outcome is unknown and asked about once the hold is lifted. */
        KILL
    }

    /** What is held. */
    public sealed interface Subject {

        /** One function per case. */
        default <T> T fold(Function<Route, T> route, Function<Intake, T> intake) {
            return this instanceof Route held ? route.apply(held) : intake.apply((Intake) this);
        }
    }

    /** One route of the lane to a destination. */
    public record Route(DestinationId destination, LaneRoute route) implements Subject {
        public Route {
            Objects.requireNonNull(destination, "destination");
            Objects.requireNonNull(route, "route");
        }
    }

    /** The taking of new applications, at every door. */
    public record Intake() implements Subject {}

    /** @throws IllegalArgumentException naming the part that is out of its range, or a kill of the intake */
    public Hold {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(since, "since");
        require(isLine(reason, LONGEST_REASON), "a reason is one line of 1 to " + LONGEST_REASON + " characters");
        require(isLine(by, LONGEST_NAME), "who orders a hold has a name of 1 to " + LONGEST_NAME + " characters");
        require(
                kind == Kind.PAUSE || subject instanceof Route,
                "the intake can be paused only: what it has begun is accepted or refused");
    }

    private static boolean isLine(String text, int longest) {
        return text != null
                && !text.isBlank()
                && text.length() <= longest
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    public boolean isOver(Instant now) {
        return until.filter(end -> !end.isAfter(now)).isPresent();
    }
}
