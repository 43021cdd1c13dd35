package io.renkei.ports.delegation;

import io.renkei.ports.announcements.PersonInbox;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * One of the two accounts of a delegation is warned that it ends.
 *
 * @param representative whether it is the representative who is warned, and not the principal
 * @param until the last day
 * @param lastDay whether it is the warning of the last day, and not that of {@link Delegation#NEAR_DAYS} days before
 * @param inboxes of the one who is warned, at each portal, as they are tied now
 */
public record DelegationWarning(
        UUID id,
        DelegationId delegation,
        boolean representative,
        LocalDate until,
        boolean lastDay,
        Instant at,
        List<PersonInbox> inboxes) {

    public DelegationWarning {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(delegation, "delegation");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(at, "at");
        inboxes = List.copyOf(inboxes);
    }
}
