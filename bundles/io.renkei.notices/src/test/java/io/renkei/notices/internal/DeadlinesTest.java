package io.renkei.notices.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.ports.health.Finding;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeStore.Judgement;
import io.renkei.ports.notices.NoticeStore.Said;
import io.renkei.ports.notices.NoticeStore.Window;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.state.MemoryFilings;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");
    private static final DestinationId HELLO_WORK = new DestinationId("hello-work");

    private final Random random = new Random(11);
    private final MemoryFilings filings = new MemoryFilings();
    private final JudgedNotices notices = new JudgedNotices(filings);
    private final Moving clock = new Moving(NOW);
    private final Deadlines deadlines = new Deadlines(notices, clock);

    @Test
    void whatNobodyFetchedInItsTimeIsNamedForAWeek() throws Exception {
        NoticeView notice = available(filing());
        deadlines.look();
        assertEquals(Finding.Level.OK, deadlines.findings().get(0).level());

        clock.now = NOW.plus(Duration.ofDays(90));
        deadlines.look();
        assertEquals(Optional.of(clock.now), notices.row(notice.id()).facts().at(NoticeFact.EXPIRED));
        Finding finding = deadlines.findings().get(0);
        assertEquals(Finding.Level.WARNING, finding.level());
        assertTrue(finding.sentence().startsWith("NOTICES-029: "), finding::sentence);
        assertTrue(finding.sentence().contains(notice.id().toString()), finding::sentence);

        clock.now = clock.now.plus(Duration.ofDays(8));
        deadlines.look();
        assertEquals(Finding.Level.OK, deadlines.findings().get(0).level());
    }

    @Test
    void twoDecisionsOfOneFilingAreNamedUntilOnlyOneStands() throws Exception {
        FilingKey filing = filing();
        notices.mark(available(filing), NoticeFact.CONTRADICTED, NOW);
        FilingKey settled = filing();
        notices.mark(available(settled), NoticeFact.CONTRADICTED, NOW);
        deadlines.look();
        assertEquals(Finding.Level.OK, deadlines.findings().get(0).level());

        notices.mark(available(filing), NoticeFact.CONTRADICTED, NOW);
        deadlines.look();
        String sentence = deadlines.findings().get(0).sentence();
        assertTrue(sentence.startsWith("NOTICES-028: "), sentence);
        assertTrue(sentence.contains(filing.toString()), sentence);
        assertFalse(sentence.contains(settled.toString()), sentence);
    }

    @Test
    void tenAreNamedAndTheOthersCounted() throws Exception {
        List<NoticeView> many =
                IntStream.range(0, 12).mapToObj(i -> available(filing())).toList();
        clock.now = NOW.plus(Duration.ofDays(90));
        deadlines.look();
        String sentence = deadlines.findings().get(0).sentence();
        assertEquals(
                10,
                many.stream()
                        .filter(notice -> sentence.contains(notice.id().toString()))
                        .count());
        assertTrue(sentence.endsWith(" and 2 more."), sentence);
    }

    private FilingKey filing() {
        FilingKey key = new FilingKey(ArrivalNumber.draw(LocalDate.of(2026, 11, 28), random), 1);
        filings.put(key, HELLO_WORK, FilingState.DECIDED);
        return key;
    }

    private NoticeView available(FilingKey filing) {
        try {
            byte[] document = new byte[16];
            random.nextBytes(document);
            NoticeId id = notices.keep(
                            HELLO_WORK,
                            "rest",
                            "",
                            notices.contents.stage(new ByteArrayInputStream(document), 100),
                            NOW)
                    .id();
            Window window = new Window(NOW.plus(Duration.ofDays(80)), NOW.plus(Duration.ofDays(90)));
            return notices.judge(
                    id,
                    new Judgement(
                                    NoticeVerdict.MATCHED,
                                    id.toString(),
                                    Optional.of(filing),
                                    "通知書",
                                    Optional.empty(),
                                    "")
                            .saying(new Said(Optional.empty(), true, Optional.empty(), Optional.of(window))),
                    NOW);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
