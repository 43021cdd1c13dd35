package io.renkei.ports.delegation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.renkei.ports.delegation.Delegation.Standing;
import io.renkei.ports.people.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelegationTest {

    private static final Grant GRANT =
            new Grant(Set.of(Service.NOTICES), Set.of(), LocalDate.of(2026, 4, 1), LocalDate.of(2028, 3, 31));

    private static Delegation delegation(boolean taken, boolean ended) {
        return new Delegation(
                new DelegationId(UUID.randomUUID()),
                new AccountId(UUID.randomUUID()),
                taken ? Optional.of(new AccountId(UUID.randomUUID())) : Optional.empty(),
                "",
                GRANT,
                Instant.parse("2026-03-31T16:00:00Z"),
                ended ? Optional.of(Instant.EPOCH) : Optional.empty(),
                1);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-31, TO_COME",
        "2026-04-01, ACTIVE",
        "2028-02-29, ACTIVE",
        "2028-03-01, NEAR_END",
        "2028-03-30, NEAR_END",
        "2028-03-31, LAST_DAY",
        "2028-04-01, OVER"
    })
    void standsByItsDaysAndWarnsThirtyDaysBeforeItsLast(LocalDate day, Standing standing) {
        assertEquals(standing, delegation(true, false).standing(day));
        assertEquals(Standing.ENDED, delegation(true, true).standing(day));
    }

    @ParameterizedTest
    @CsvSource({"2026-04-01, OFFERED", "2026-04-08, OFFERED", "2026-04-09, OVER", "2028-04-01, OVER"})
    void anOfferThatNobodyTookIsOverAfterAWeek(LocalDate day, Standing standing) {
        assertEquals(standing, delegation(false, false).standing(day));
    }
}
