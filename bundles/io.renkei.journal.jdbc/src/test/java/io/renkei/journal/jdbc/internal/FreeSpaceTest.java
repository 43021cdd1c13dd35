package io.renkei.journal.jdbc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.FilingEvent;
import io.renkei.ports.state.Change;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.StateUnavailable;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeSpaceTest {

    @TempDir
    Path folder;

    @Test
    void onANearlyFullDiskNothingNewIsTakenAndWhatWasAcceptedGoesOn() throws Exception {
        JournalSettings roomy = H2Files.empty(folder);
        FilingView accepted;
        try (Journal journal = Journal.open(roomy)) {
            accepted = Samples.ready(journal);
        }
        JournalSettings full = new JournalSettings(
                roomy.url(),
                roomy.user(),
                roomy.password(),
                roomy.poolSize(),
                roomy.poolWaitMillis(),
                roomy.masterKey(),
                Long.MAX_VALUE);
        try (Journal journal = Journal.open(full)) {
            StateUnavailable refused = assertThrows(
                    StateUnavailable.class,
                    () -> journal.contents().stage(new ByteArrayInputStream(new byte[] {1}), 10));
            assertTrue(refused.getMessage().startsWith("JOURNAL-015"));
            Samples.made(journal.filings(), Change.of(accepted.key(), accepted.version(), FilingEvent.PARK_ORDERED));
            assertEquals(
                    accepted.version() + 1,
                    journal.filings().find(accepted.key()).orElseThrow().version());
        }
    }
}
