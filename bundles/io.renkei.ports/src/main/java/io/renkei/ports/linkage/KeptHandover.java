package io.renkei.ports.linkage;

import io.renkei.ports.people.AccountId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A handover as it is kept, without data and receipts.
 *
 * @param version counts changes, from 0
 * @param link the first consent that it stands on; empty until the second
 * @param consentedBy who gave the second consent, for themselves or for another; empty until then
 * @param lookers representatives who saw what was collected
 * @param look when the gateway has to look after it by itself; empty when there is nothing left to do
 * @param forget whether answers of agencies may still be kept that nobody needs any more
 * @param changed when it came to its state
 */
public record KeptHandover(
        HandoverView view,
        long version,
        Optional<ConsentId> link,
        Optional<AccountId> consentedBy,
        Set<AccountId> lookers,
        Optional<Instant> look,
        boolean forget,
        Instant changed) {

    public KeptHandover {
        Objects.requireNonNull(view, "view");
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(consentedBy, "consentedBy");
        lookers = Set.copyOf(lookers);
        Objects.requireNonNull(look, "look");
        Objects.requireNonNull(changed, "changed");
    }
}
