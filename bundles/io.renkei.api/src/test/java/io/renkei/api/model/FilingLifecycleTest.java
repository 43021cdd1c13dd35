package io.renkei.api.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FilingLifecycleTest {

    /** The document is generated from the table by {@code mvn test -Drenkei.docs=write}; otherwise it is compared. */
    private static final Path DOCUMENT = Path.of("..", "..", "docs", "operators", "filing-states.md");

    @Test
    void theDocumentShowsEveryPairOfTheTable() throws IOException {
        String generated = LifecycleDocument.render();
        if ("write".equals(System.getProperty("renkei.docs"))) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, generated);
        }
        assertEquals(
                generated, Files.readString(DOCUMENT), "run: mvn test -pl bundles/io.renkei.api -Drenkei.docs=write");
    }

    @Test
    void everyPairEitherLeadsSomewhereElseOrChangesNothing() {
        for (FilingState from : FilingState.values()) {
            for (FilingEvent event : FilingEvent.values()) {
                Optional<FilingState> to = FilingLifecycle.next(from, event);
                assertTrue(to.isEmpty() || to.get() != from, () -> from + " and " + event + " lead nowhere");
                assertEquals(to.isPresent(), FilingLifecycle.eventsFrom(from).contains(event));
            }
        }
    }

    @Test
    void nothingFollowsAFinalState() {
        for (FilingState state : FilingState.values()) {
            assertEquals(
                    state.isFinal(),
                    FilingLifecycle.eventsFrom(state).isEmpty(),
                    () -> state + " is final exactly when nothing follows it");
        }
    }

    @Test
    void everyStateIsReachedFromPlanned() {
        Set<FilingState> reached = EnumSet.of(FilingState.PLANNED);
        boolean grew = true;
        while (grew) {
            Set<FilingState> next = EnumSet.copyOf(reached);
            for (FilingState from : reached) {
                for (FilingEvent event : FilingEvent.values()) {
                    FilingLifecycle.next(from, event).ifPresent(next::add);
                }
            }
            grew = next.size() > reached.size();
            reached = next;
        }
        assertEquals(EnumSet.allOf(FilingState.class), reached);
    }

    @Test
    void anUnknownOutcomeIsNeverAttemptedWithoutBeingMadeReadyFirst() {
        assertTrue(FilingLifecycle.next(FilingState.UNKNOWN, FilingEvent.ATTEMPT_STARTED)
                .isEmpty());
        assertEquals(
                Optional.of(FilingState.ARRIVED),
                FilingLifecycle.next(FilingState.UNKNOWN, FilingEvent.ARRIVAL_CONFIRMED));
    }

    @Test
    void aRepeatedAcceptanceChangesNothing() {
        assertTrue(FilingLifecycle.next(FilingState.ARRIVED, FilingEvent.TRANSMISSION_CONFIRMED)
                .isEmpty());
        assertTrue(FilingLifecycle.next(FilingState.DECIDED, FilingEvent.ARRIVAL_CONFIRMED)
                .isEmpty());
    }

    @Test
    void onlyAReadyFilingIsAttempted() {
        for (FilingState state : FilingState.values()) {
            boolean attempted =
                    FilingLifecycle.next(state, FilingEvent.ATTEMPT_STARTED).isPresent();
            assertEquals(state == FilingState.READY, attempted, state::toString);
        }
        assertFalse(FilingState.READY.isFinal());
    }
}
