package io.renkei.linkage.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.renkei.ports.delegation.Delegations.Registered;
import io.renkei.ports.delegation.Grant;
import io.renkei.ports.delegation.Service;
import io.renkei.ports.people.AccountId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DelegationWatchTest {

    /** One o'clock in the night of 1 April in Japan. */
    private static final Instant BEGIN = Instant.parse("2030-03-31T16:00:00Z");

    private static final LocalDate TODAY = LocalDate.of(2030, 4, 1);
    private static final LocalDate LAST = LocalDate.of(2030, 5, 2);

    @TempDir
    Path folder;

    @Test
    void eachWarningIsGivenOnceOnItsDayInJapanWhateverIsRestarted() {
        AccountId principal;
        try (Kernel kernel = new Kernel(folder)) {
            kernel.clock.set(BEGIN);
            principal = kernel.person().id();
            Grant grant = new Grant(Set.of(Service.NOTICES), Set.of(), TODAY, LAST);
            assertInstanceOf(
                    Registered.Holds.class, kernel.delegations.register(principal, Kernel.certificate(), grant));
            look(kernel, "2030-04-01T14:59:59Z", principal, 0);
            look(kernel, "2030-04-01T15:00:00Z", principal, 1);
            look(kernel, "2030-04-01T15:00:01Z", principal, 1);
        }
        try (Kernel kernel = new Kernel(folder)) {
            look(kernel, "2030-04-10T00:00:00Z", principal, 1);
            look(kernel, "2030-05-01T14:59:59Z", principal, 1);
            look(kernel, "2030-05-01T15:00:00Z", principal, 2);
        }
        try (Kernel kernel = new Kernel(folder)) {
            look(kernel, "2030-05-02T14:59:59Z", principal, 2);
            look(kernel, "2030-05-02T15:00:00Z", principal, 2);
        }
    }

    private static void look(Kernel kernel, String at, AccountId principal, long warned) {
        kernel.clock.set(Instant.parse(at));
        new DelegationWatch(kernel.stores.delegations(), kernel.clock).round();
        assertEquals(
                warned,
                kernel.stores.evidence().timeLine(principal).stream()
                        .filter(row -> row.event().equals("DELEGATION_WARNED"))
                        .count(),
                at);
    }
}
