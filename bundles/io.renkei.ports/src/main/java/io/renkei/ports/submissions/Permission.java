package io.renkei.ports.submissions;

import io.renkei.api.model.DestinationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which objects one destination may refer to, and when.
 *
 * @param objects their numbers, at least one
 * @param from the first moment
 * @param until the first moment after; {@link #LONGEST} after the first one at most
 */
public record Permission(DestinationId destination, Set<Integer> objects, Instant from, Instant until) {

    /** Two years, as a delegation (代理) has: whoever needs it longer permits it again. */
    public static final Duration LONGEST = Duration.ofDays(2 * 366);

    /** @throws IllegalArgumentException if no object is named, or the time is none or too long */
    public Permission {
        Objects.requireNonNull(destination, "destination");
        objects = Collections.unmodifiableSet(new TreeSet<>(objects));
        if (objects.isEmpty() || objects.contains(0)) {
            throw new IllegalArgumentException("a permission names objects by their numbers, from 1");
        }
        if (!from.isBefore(until) || Duration.between(from, until).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a permission ends after it begins, and two years later at most");
        }
    }

    /** What an agency that asks now is answered, before the store is asked; revocation comes before time. */
    public AccessAnswer answer(boolean revoked, int object, Instant now) {
        if (!objects.contains(object)) {
            return AccessAnswer.NOT_PERMITTED;
        }
        if (revoked) {
            return AccessAnswer.REVOKED;
        }
        if (now.isBefore(from)) {
            return AccessAnswer.NOT_BEGUN;
        }
        return now.isBefore(until) ? AccessAnswer.ASKED : AccessAnswer.OVER;
    }
}
