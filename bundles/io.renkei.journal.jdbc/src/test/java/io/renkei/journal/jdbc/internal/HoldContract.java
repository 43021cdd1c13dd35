package io.renkei.journal.jdbc.internal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.ports.lanes.Hold;
import io.renkei.ports.lanes.LaneRoute;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What holds promise, whichever database is behind them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(30)
abstract class HoldContract {

    private static final Hold.Subject SENDING = new Hold.Route(Samples.HELLO_WORK, LaneRoute.DISPATCH);
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);

    Journal journal;
    Journal otherNode;
    JournalSettings settings;

    private static Hold pause(Hold.Subject subject, String reason, Optional<Instant> until) {
        return new Hold(subject, Hold.Kind.PAUSE, reason, until, "operator", NOW);
    }

    @AfterEach
    void liftAll() {
        journal.holds().lift(SENDING);
        journal.holds().lift(new Hold.Intake());
    }

    @Test
    void isSeenAtOnceOnItsNodeAndSoonOnTheOthers() {
        assertEquals(List.of(), otherNode.holds().holds());
        Hold hold = pause(SENDING, "定期保守", Optional.of(NOW.plus(1, ChronoUnit.HOURS)));
        journal.holds().put(hold);
        assertEquals(List.of(hold), journal.holds().holds());
        await().atMost(Duration.ofSeconds(10))
                .until(() -> otherNode.holds().holds().equals(List.of(hold)));
        assertTrue(otherNode.holds().lift(SENDING));
        assertEquals(List.of(), otherNode.holds().holds());
        await().atMost(Duration.ofSeconds(10))
                .until(() -> journal.holds().holds().isEmpty());
        assertFalse(journal.holds().lift(SENDING));
    }

    @Test
    void theLaterOfTwoForOneSubjectCountsAndOthersStay() {
        Hold intake = pause(new Hold.Intake(), "入替", Optional.empty());
        Hold kill = new Hold(SENDING, Hold.Kind.KILL, "誤送信", Optional.empty(), "other", NOW);
        journal.holds().put(intake);
        journal.holds().put(pause(SENDING, "定期保守", Optional.empty()));
        journal.holds().put(kill);
        assertEquals(
                List.of(kill, intake),
                List.copyOf(journal.holds().holds()).stream()
                        .sorted((a, b) -> a.kind() == Hold.Kind.KILL ? -1 : 1)
                        .toList());
    }

    @Test
    void oneThatIsOverIsNoHold() {
        journal.holds().put(pause(SENDING, "定期保守", Optional.of(NOW.minusSeconds(1))));
        assertEquals(List.of(), journal.holds().holds());
    }

    @Test
    void sixteenAtOnceLeaveOne() throws Exception {
        Together.run(i -> {
            (i % 2 == 0 ? journal : otherNode).holds().put(pause(SENDING, "理由" + i, Optional.empty()));
            return true;
        });
        assertEquals(1, journal.holds().holds().size());
    }
}
