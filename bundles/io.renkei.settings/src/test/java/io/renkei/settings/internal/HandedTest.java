package io.renkei.settings.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HandedTest {

    private static final Pid PID = Pid.named("io.renkei.example-one");
    private static final Map<String, Object> FIVE = Map.of("pause.millis", "5");
    private static final Map<String, Object> SIX = Map.of("pause.millis", "6");

    private final Handed handed = new Handed();

    @Test
    void whatAComponentHasIsNothingNewToIt() {
        assertFalse(handed.isSame(PID, FIVE));
        handed.put(PID, FIVE);
        assertTrue(handed.isSame(PID, FIVE));
        assertFalse(handed.isSame(PID, SIX));
    }

    @Test
    void whatWasAskedForCountsMoreThanWhatIsAssumed() {
        handed.assume(PID, FIVE);
        assertTrue(handed.isSame(PID, FIVE));
        handed.put(PID, SIX);
        handed.assume(PID, FIVE);
        assertTrue(handed.isSame(PID, SIX));
    }

    @Test
    void aComponentThatIsGoneHasNothing() {
        handed.put(PID, FIVE);
        handed.forget(PID);
        assertFalse(handed.isSame(PID, FIVE));
    }
}
