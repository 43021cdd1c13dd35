package io.renkei.ports.delegation;

import io.renkei.ports.people.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * A delegation.
 *
 * @param representative empty while an offer waits for its representative
 * @param association the professional association that vouched for the representative; empty text where both were present
 * @param version counts changes, from 1
 */
public record Delegation(
        DelegationId id,
        AccountId principal,
        Optional<AccountId> representative,
        String association,
        Grant grant,
        Instant registered,
        Optional<Instant> ended,
        int version) {

    public Delegation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(representative, "representative");
        Objects.requireNonNull(association, "association");
        Objects.requireNonNull(grant, "grant");
        Objects.requireNonNull(registered, "registered");
        Objects.requireNonNull(ended, "ended");
    }

    /** How long before its last day its end is near. */
    public static final int NEAR_DAYS = 30;

    /** For how many days an offer can be taken. */
    public static final int OFFER_DAYS = 7;

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    /** How it stands on a day of Japan. */
    public Standing standing(LocalDate today) {
        if (ended.isPresent()) {
            return Standing.ENDED;
        }
        if (today.isAfter(grant.until())) {
            return Standing.OVER;
        }
        if (representative.isEmpty()) {
            LocalDate offered = LocalDate.ofInstant(registered, JAPAN);
            return today.isAfter(offered.plusDays(OFFER_DAYS)) ? Standing.OVER : Standing.OFFERED;
        }
        if (today.isBefore(grant.from())) {
            return Standing.TO_COME;
        }
        if (today.equals(grant.until())) {
            return Standing.LAST_DAY;
        }
        return today.isBefore(grant.until().minusDays(NEAR_DAYS)) ? Standing.ACTIVE : Standing.NEAR_END;
    }

    /** How a delegation stands. */
    public enum Standing {
        /** It waits for its representative. */
        OFFERED,
        /** Its first day has not come. */
        TO_COME,
        ACTIVE,
        /** Active, and it ends within {@link Delegation#NEAR_DAYS} days: the person is warned. */
        NEAR_END,
        /** Active, for the last day: the person is warned. */
        LAST_DAY,
        /** Its last day has passed, or nobody took the offer in its time. */
        OVER,
        /** One of the two ended it. */
        ENDED
    }
}
