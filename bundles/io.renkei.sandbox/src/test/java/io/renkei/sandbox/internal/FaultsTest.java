package io.renkei.sandbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.sandbox.internal.Faults.Mode;
import io.renkei.sandbox.internal.Faults.Rule;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private final Faults faults = new Faults(new Random(7));

    @AfterEach
    void close() {
        faults.close();
    }

    @Test
    void aCountHitsThatManySubmissionsOfItsDestinationOnly() {
        faults.set("e-tax", new Rule(Mode.GARBAGE, Optional.of(2), OptionalDouble.empty(), 0));
        assertEquals(Mode.NONE, faults.next("eltax").mode());
        assertEquals(Mode.GARBAGE, faults.next("e-tax").mode());
        assertEquals(Mode.GARBAGE, faults.next("e-tax").mode());
        assertEquals(Mode.NONE, faults.next("e-tax").mode());
    }

    @Test
    void aShareHitsAboutThatPart() {
        faults.set("e-tax", new Rule(Mode.DROP_AFTER, Optional.empty(), OptionalDouble.of(0.05), 0));
        long hit = IntStream.range(0, 10_000)
                .filter(i -> faults.next("e-tax").mode() == Mode.DROP_AFTER)
                .count();
        assertTrue(hit > 400 && hit < 600, "hit " + hit);
    }

    @Test
    void downLastsUntilItIsReset() {
        faults.set("e-tax", new Rule(Mode.DOWN, Optional.empty(), OptionalDouble.empty(), 0));
        assertTrue(faults.isDown("e-tax"));
        faults.reset();
        assertFalse(faults.isDown("e-tax"));
    }

    @Test
    void namesAreThoseOfTheControlEndpoint() {
        assertEquals(Mode.REFUSE_BEFORE, Mode.named("refuse-before"));
        assertThrows(Refusal.class, () -> Mode.named("sometimes"));
    }
}
