package io.renkei.journal.jdbc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.FilingKey;
import io.renkei.ports.content.ContentRef;
import io.renkei.ports.content.ContentStore.CaseKeyId;
import io.renkei.ports.health.Finding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanSweepTest {

    private static final int ORPHANS = 250;

    @Test
    void oneLookRemovesEveryBodyThatIsADayOldAndReferredToByNothing(@TempDir Path folder) throws Exception {
        JournalSettings settings = H2Files.empty(folder);
        try (Journal journal = Journal.open(settings)) {
            CaseKeyId key = journal.contents().newCaseKey();
            List<ContentRef> orphans = new ArrayList<>();
            for (int i = 0; i < ORPHANS; i++) {
                orphans.add(journal.contents().store(key, new ByteArrayInputStream(new byte[] {1}), 10));
            }
            TestDatabase.tamper(settings, "update content_pending set stored_at = stored_at - interval '25' hour");
            ContentRef young = journal.contents().store(key, new ByteArrayInputStream(new byte[] {1}), 10);
            FilingKey taken = Samples.ready(journal).key();

            OrphanSweep sweep = new OrphanSweep(journal.contents());
            sweep.look();

            for (ContentRef orphan : orphans) {
                assertThrows(IOException.class, () -> journal.contents().open(orphan.id()));
            }
            journal.contents().open(young.id()).close();
            assertTrue(journal.filings().matter(taken).isPresent());
            Finding finding = sweep.findings().get(0);
            assertEquals(Finding.Level.OK, finding.level());
            assertTrue(finding.sentence().contains(" " + ORPHANS + " "), finding::sentence);
        }
    }

    @Test
    void aLookThatFailsIsAWarningUntilOneDoesNot(@TempDir Path folder) throws Exception {
        JournalSettings settings = H2Files.empty(folder);
        try (Journal journal = Journal.open(settings)) {
            OrphanSweep sweep = new OrphanSweep(journal.contents());
            TestDatabase.tamper(settings, "alter table content_pending rename to content_elsewhere");
            sweep.look();
            Finding finding = sweep.findings().get(0);
            assertEquals(Finding.Level.WARNING, finding.level());
            assertTrue(finding.sentence().startsWith("JOURNAL-031"), finding::sentence);
            TestDatabase.tamper(settings, "alter table content_elsewhere rename to content_pending");
            sweep.look();
            assertEquals(Finding.Level.OK, sweep.findings().get(0).level());
        }
    }

    @Test
    void aPauseOutOfItsRangeIsToldInTheTermsOfTheFile() {
        assertEquals(List.of(), new SweepRule().faults(Map.of()));
        List<String> faults = new SweepRule().faults(Map.of("pause.millis", 999L));
        assertTrue(faults.get(0).contains("pause.millis lies between 1000 and 86400000"), faults::toString);
    }
}
