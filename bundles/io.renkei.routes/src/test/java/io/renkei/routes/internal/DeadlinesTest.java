package io.renkei.routes.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.DestinationId;
import io.renkei.ports.health.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
    private static final Duration WARNING = Duration.ofDays(14);
    private static final DestinationId HELLO_WORK = new DestinationId("hello-work");
    private static final DestinationId PENSION = new DestinationId("pension");

    private final Deadlines deadlines = new Deadlines();

    @Test
    void aFarDeadlineIsNotSpokenOfANearOneWarnsAndOnePastIsCritical() {
        deadlines.open(HELLO_WORK, "1/1", NOW.plus(Duration.ofDays(15)));
        assertEquals(List.of(), deadlines.findings(NOW, WARNING));
        assertEquals(
                Finding.Level.WARNING,
                deadlines.findings(NOW.plus(Duration.ofDays(1)), WARNING).get(0).level());
        assertEquals(
                Finding.Level.CRITICAL,
                deadlines
                        .findings(NOW.plus(Duration.ofDays(15)), WARNING)
                        .get(0)
                        .level());
    }

    @Test
    void eachDestinationIsOneFindingWithItsCountAndTheFirstDeadline() {
        deadlines.open(HELLO_WORK, "1/1", NOW.plus(Duration.ofDays(3)));
        deadlines.open(HELLO_WORK, "2/1", NOW.plus(Duration.ofDays(2)));
        deadlines.open(PENSION, "1/1", NOW.minus(Duration.ofDays(1)));
        List<Finding> findings = deadlines.findings(NOW, WARNING);
        assertEquals(2, findings.size());
        assertTrue(findings.get(0).sentence().startsWith("2 documents of hello-work"));
        assertTrue(findings.get(0).sentence().contains("2026-04-03"));
    }

    @Test
    void whatWasAcknowledgedIsForgotten() {
        deadlines.open(HELLO_WORK, "1/1", NOW);
        deadlines.open(HELLO_WORK, "2/1", NOW);
        deadlines.acknowledged(HELLO_WORK, "1/1");
        deadlines.acknowledged(HELLO_WORK, "2/1");
        assertEquals(List.of(), deadlines.findings(NOW, WARNING));
    }
}
