package io.renkei.ports.submissions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.renkei.api.model.DestinationId;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PermissionTest {

    private static final DestinationId TO = new DestinationId("hello-work");
    private static final Instant FROM = Instant.parse("2026-11-29T00:00:00Z");
    private static final Instant UNTIL = FROM.plusSeconds(60);
    private static final Permission PERMISSION = new Permission(TO, Set.of(2, 1), FROM, UNTIL);

    @Test
    void itHoldsFromItsFirstMomentUntilBeforeItsEnd() {
        assertEquals(AccessAnswer.NOT_BEGUN, PERMISSION.answer(false, 1, FROM.minusNanos(1)));
        assertEquals(AccessAnswer.ASKED, PERMISSION.answer(false, 1, FROM));
        assertEquals(AccessAnswer.ASKED, PERMISSION.answer(false, 2, UNTIL.minusNanos(1)));
        assertEquals(AccessAnswer.OVER, PERMISSION.answer(false, 1, UNTIL));
    }

    @Test
    void anObjectThatItDoesNotNameIsNeverPermitted() {
        assertEquals(AccessAnswer.NOT_PERMITTED, PERMISSION.answer(false, 3, FROM));
        assertEquals(AccessAnswer.NOT_PERMITTED, PERMISSION.answer(true, 3, UNTIL));
    }

    @Test
    void revocationIsSaidBeforeTime() {
        assertEquals(AccessAnswer.REVOKED, PERMISSION.answer(true, 1, FROM));
        assertEquals(AccessAnswer.REVOKED, PERMISSION.answer(true, 1, UNTIL));
    }

    @Test
    void noneIsEmptyEndlessOrOfNoObject() {
        Instant late = FROM.plus(Permission.LONGEST);
        new Permission(TO, Set.of(1), FROM, late);
        assertThrows(IllegalArgumentException.class, () -> new Permission(TO, Set.of(1), FROM, late.plusNanos(1)));
        assertThrows(IllegalArgumentException.class, () -> new Permission(TO, Set.of(1), FROM, FROM));
        assertThrows(IllegalArgumentException.class, () -> new Permission(TO, Set.of(), FROM, UNTIL));
        assertThrows(IllegalArgumentException.class, () -> new Permission(TO, Set.of(0), FROM, UNTIL));
    }
}
