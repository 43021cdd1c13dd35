package io.renkei.settings.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GuardTest {

    private static final Pid PID = Pid.named("io.renkei.example-one");
    private static final Map<String, Object> RIGHT = Map.of("pause.millis", "5");
    private static final Map<String, Object> WRONG = Map.of("pause.millis", "soon");

    private final List<Map<String, Object>> faulty = new ArrayList<>(List.of(WRONG));
    private final Guard guard = new Guard(
            (pid, properties) -> faulty.contains(properties) ? List.of("pause.millis is a number") : List.of());

    @Test
    void whatIsRightPassesAndWhatIsWrongIsKeptOut() {
        assertEquals(RIGHT, guard.judge(PID, RIGHT));
        assertEquals(RIGHT, guard.judge(PID, WRONG));
        assertFalse(guard.isRight(PID));
        assertEquals("io.renkei.example-one", guard.faults().get(0).name());
        assertTrue(guard.faults().get(0).kept());
        assertEquals(List.of("pause.millis is a number"), guard.faults().get(0).sentences());
    }

    @Test
    void afterARestartThereIsNothingToKeepAndTheComponentSeesWhatIsWrong() {
        assertEquals(WRONG, guard.judge(PID, WRONG));
        assertFalse(guard.faults().get(0).kept());
    }

    @Test
    void aCorrectedConfigurationIsRightAgain() {
        guard.judge(PID, WRONG);
        assertEquals(RIGHT, guard.judge(PID, RIGHT));
        assertEquals(List.of(), guard.faults());
    }

    @Test
    void aRuleThatComesLateFindsFaultWithWhatWasTakenForRight() {
        faulty.clear();
        assertEquals(WRONG, guard.judge(PID, WRONG));
        assertTrue(guard.isRight(PID));
        faulty.add(WRONG);
        guard.doubt(PID);
        assertEquals(WRONG, guard.judge(PID, WRONG));
        assertFalse(guard.faults().get(0).kept());
    }

    @Test
    void instancesStandAlone() {
        Pid other = Pid.named("io.renkei.example-two");
        guard.judge(PID, RIGHT);
        guard.judge(other, WRONG);
        assertTrue(guard.isRight(PID));
        guard.forget(other);
        assertEquals(List.of(), guard.faults());
    }
}
