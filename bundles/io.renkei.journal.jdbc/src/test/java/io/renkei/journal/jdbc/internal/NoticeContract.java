package io.renkei.journal.jdbc.internal;

import static io.renkei.journal.jdbc.internal.Samples.HELLO_WORK;
import static io.renkei.journal.jdbc.internal.Samples.PARTNER;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.ReceiptNumber;
import io.renkei.journal.jdbc.HashChain;
import io.renkei.ports.content.ContentStore.CaseKeyId;
import io.renkei.ports.content.StagedContent;
import io.renkei.ports.notices.Delivery;
import io.renkei.ports.notices.DeliveryNote;
import io.renkei.ports.notices.InboxFilter;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeFacts;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeStore.Judgement;
import io.renkei.ports.notices.NoticeStore.Replaces;
import io.renkei.ports.notices.NoticeStore.Said;
import io.renkei.ports.notices.NoticeStore.Window;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.notices.ReceiveNotice.Taken;
import io.renkei.ports.state.Change;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.JournalRow;
import io.renkei.ports.state.NewApplication;
import io.renkei.ports.state.OutboxKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What the store of notices promises, whichever database is behind it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(30)
abstract class NoticeContract {

    private static final Instant RECEIVED = Instant.parse("2026-05-01T01:02:03.456789Z");
    private static final Instant JUDGED = RECEIVED.plusSeconds(1);
    private static final LocalDate ISSUED = LocalDate.of(2026, 4, 30);
    private static final Instant WARN = JUDGED.plusSeconds(1000);
    private static final Instant END = JUDGED.plusSeconds(2000);
    private static final String TITLE = "雇用保険被保険者資格取得確認通知書　山田太郎";
    private static final DestinationId E_TAX = new DestinationId("e-tax");

    Journal journal;
    Journal otherNode;
    JournalSettings settings;

    @Test
    void keepsANoticeWithItsDocumentAndAnOutboxRow() throws Exception {
        byte[] document = document();
        StagedContent staged = Samples.stage(journal.contents(), document);

        Taken taken = journal.notices().keep(HELLO_WORK, "poll", "公文書-1", staged, RECEIVED);

        assertFalse(taken.repeated());
        NoticeView view = view(taken.id());
        assertEquals(
                new NoticeView(
                        taken.id(),
                        HELLO_WORK,
                        "poll",
                        "公文書-1",
                        NoticeVerdict.RECEIVED,
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        "",
                        staged.ref(),
                        NoticeFacts.received(RECEIVED),
                        false),
                view);
        try (var body = otherNode.contents().open(view.content().id())) {
            assertArrayEquals(document, body.readAllBytes());
        }
        assertEquals(List.of(OutboxKind.NOTICE_RECEIVED), told(taken.id()));
    }

    @Test
    void keepsTheSameBytesFromTheSameDestinationOnce() throws Exception {
        byte[] document = document();
        Taken first = keep(HELLO_WORK, document);
        long bodies = TestDatabase.count(settings, "content");

        assertEquals(new Taken(first.id(), true), keep(HELLO_WORK, document));
        assertEquals(bodies, TestDatabase.count(settings, "content"));
        assertEquals(1, view(first.id()).facts().repeats());
        assertEquals(List.of(OutboxKind.NOTICE_RECEIVED), told(first.id()));
        assertNotEquals(first.id(), keep(E_TAX, document).id());
    }

    @Test
    void keepsOneOfSixteenAtOnceWithTheSameBytes() throws Exception {
        for (byte[] document : List.of(document(), Arrays.copyOf(document(), 300_000))) {
            List<Taken> taken = Together.run(i -> node(i).notices()
                    .keep(HELLO_WORK, "rest", "", Samples.stage(node(i).contents(), document), RECEIVED));

            assertEquals(1, taken.stream().map(Taken::id).distinct().count());
            assertEquals(1, taken.stream().filter(one -> !one.repeated()).count());
        }
    }

    @Test
    void keepsNothingWhoseDocumentWasSwept() throws Exception {
        StagedContent swept = Samples.stage(journal.contents(), Arrays.copyOf(document(), 300_000));
        TestDatabase.tamper(
                settings,
                "update content_pending set stored_at = stored_at - interval '25' hour where content_id = '"
                        + swept.ref().id() + "'");
        journal.contents().sweepOrphans(100);

        assertThrows(
                IllegalStateException.class, () -> journal.notices().keep(HELLO_WORK, "rest", "", swept, RECEIVED));
    }

    @Test
    void matchesANoticeAndChangesItsFilingInOneTransaction() {
        FilingView filing = arrived();
        NoticeId id = kept();

        NoticeView judged = journal.notices().judge(id, decided(filing, number()), JUDGED);

        assertEquals(NoticeVerdict.MATCHED, judged.verdict());
        assertEquals(TITLE, judged.title());
        assertEquals(Optional.of(filing.key()), judged.filing());
        assertEquals(Optional.of(PARTNER), judged.addressee());
        assertEquals(Optional.of(JUDGED), judged.available());
        assertEquals(judged, view(id));
        assertEquals(FilingState.DECIDED, state(filing.key()));
        List<JournalRow> rows = timeLine(filing.key());
        assertEquals(
                List.of("DECISION_MADE", "NOTICE_RECEIVED", "NOTICE_AVAILABLE"),
                rows.subList(rows.size() - 3, rows.size()).stream()
                        .map(JournalRow::event)
                        .toList());
        String detail = rows.get(rows.size() - 1).detail();
        assertTrue(detail.contains(judged.content().digest().hex()), detail);
        assertFalse(detail.contains("山田"), detail);
        assertEquals(List.of(OutboxKind.NOTICE_RECEIVED, OutboxKind.NOTICE_AVAILABLE), told(id));
    }

    @Test
    void matchesANoticeThatChangesNoFiling() {
        FilingView filing = Samples.ready(journal);
        NoticeId id = kept();

        assertEquals(
                NoticeVerdict.MATCHED,
                journal.notices()
                        .judge(id, matched(filing.key(), number()), JUDGED)
                        .verdict());
        assertEquals(
                filing.version(),
                journal.filings().find(filing.key()).orElseThrow().version());
        assertEquals("NOTICE_AVAILABLE", last(filing.key()).event());
    }

    @Test
    void leavesANoticeAsItWasWhenItsChangeIsStale() {
        FilingView filing = arrived();
        Judgement stale = decided(filing, number());
        FilingView now = Samples.made(
                journal.filings(), Change.of(filing.key(), filing.version(), FilingEvent.EXAMINATION_STARTED));
        NoticeId id = kept();
        int rows = timeLine(filing.key()).size();

        NoticeView judged = journal.notices().judge(id, stale, JUDGED);

        assertEquals(NoticeVerdict.RECEIVED, judged.verdict());
        assertEquals(FilingState.EXAMINING, state(filing.key()));
        assertEquals(rows, timeLine(filing.key()).size());
        assertEquals(List.of(OutboxKind.NOTICE_RECEIVED), told(id));
        assertEquals(
                NoticeVerdict.MATCHED,
                journal.notices().judge(id, decided(now, number()), JUDGED).verdict());
    }

    @Test
    void journalsALateChangeAndLeavesTheNoticeAsItWas() {
        FilingView ready = Samples.ready(journal);
        NoticeId id = kept();

        NoticeView judged = journal.notices().judge(id, decided(ready, number()), JUDGED);

        assertEquals(NoticeVerdict.RECEIVED, judged.verdict());
        assertEquals(FilingState.READY, state(ready.key()));
        assertTrue(last(ready.key()).detail().contains("\"late\":true"));
    }

    @Test
    void judgesANoticeOnce() {
        FilingView filing = arrived();
        NoticeId id = kept();
        NoticeView first = journal.notices().judge(id, decided(filing, number()), JUDGED);
        int rows = timeLine(filing.key()).size();

        assertEquals(first, journal.notices().judge(id, decided(filing, number()), JUDGED.plusSeconds(1)));
        assertEquals(first, journal.notices().judge(id, other(NoticeVerdict.FORGED, "NOTICES-002"), JUDGED));

        assertEquals(rows, timeLine(filing.key()).size());
    }

    @Test
    void judgesOneOfSixteenAtOnce() throws Exception {
        FilingView filing = arrived();
        NoticeId id = kept();
        String number = number();

        List<NoticeView> judged =
                Together.run(i -> node(i).notices().judge(id, decided(filing, number), JUDGED.plusSeconds(i)));

        assertEquals(1, Set.copyOf(judged).size());
        assertEquals(
                1,
                timeLine(filing.key()).stream()
                        .filter(row -> row.event().equals("NOTICE_AVAILABLE"))
                        .count());
        assertEquals(List.of(OutboxKind.NOTICE_RECEIVED, OutboxKind.NOTICE_AVAILABLE), told(id));
    }

    @Test
    void marksASecondDocumentOfOneNumberAsDuplicateAndChangesNothingForIt() {
        String number = number();
        FilingView first = arrived();
        FilingView second = arrived();
        journal.notices().judge(kept(), decided(first, number), JUDGED);
        NoticeId id = kept();

        NoticeView judged = journal.notices().judge(id, decided(second, number), JUDGED);

        assertEquals(NoticeVerdict.DUPLICATE, judged.verdict());
        assertEquals(number, judged.issuerNumber());
        assertEquals(Optional.empty(), judged.addressee());
        assertEquals(FilingState.ARRIVED, state(second.key()));
        assertEquals(List.of(OutboxKind.NOTICE_RECEIVED), told(id));
        // Another issuer counts its documents by itself.
        NoticeId others = keep(E_TAX, document()).id();
        assertEquals(
                NoticeVerdict.MATCHED,
                journal.notices().judge(others, decided(second, number), JUDGED).verdict());
    }

    @Test
    void matchesOneOfSixteenDocumentsOfOneNumberForAsManyApplications() throws Exception {
        String number = number();
        List<FilingView> filings = new ArrayList<>();
        List<NoticeId> ids = new ArrayList<>();
        for (int i = 0; i < Together.THREADS; i++) {
            filings.add(arrived());
            ids.add(kept());
        }

        List<NoticeView> judged =
                Together.run(i -> node(i).notices().judge(ids.get(i), decided(filings.get(i), number), JUDGED));

        assertEquals(
                1,
                judged.stream()
                        .filter(v -> v.verdict() == NoticeVerdict.MATCHED)
                        .count());
        assertEquals(
                1,
                filings.stream()
                        .filter(f -> state(f.key()) == FilingState.DECIDED)
                        .count());
    }

    @Test
    void matchesAnOrphanWhenItsFilingAppears() {
        NoticeId id = kept();
        NoticeView orphan = journal.notices().judge(id, other(NoticeVerdict.ORPHAN, "NOTICES-003"), JUDGED);
        assertEquals(NoticeVerdict.ORPHAN, orphan.verdict());
        assertEquals("NOTICES-003", orphan.code());
        assertTrue(journal.notices().orphans(RECEIVED, 500).contains(orphan));
        assertEquals(List.of(), journal.notices().orphans(RECEIVED.plusMillis(1), 500));

        NoticeView judged = journal.notices().judge(id, decided(arrived(), number()), JUDGED);

        assertEquals(NoticeVerdict.MATCHED, judged.verdict());
        assertEquals("", judged.code());
        assertFalse(journal.notices().orphans(RECEIVED, 500).contains(judged));
    }

    @Test
    void listsForgedNoticesWithTheirReason() {
        NoticeId id = kept();

        NoticeView judged = journal.notices().judge(id, other(NoticeVerdict.FORGED, "NOTICES-001"), JUDGED);

        assertEquals("NOTICES-001", judged.code());
        assertTrue(journal.notices().list(NoticeVerdict.FORGED, 100).contains(judged));
        assertThrows(IllegalArgumentException.class, () -> journal.notices().list(NoticeVerdict.FORGED, 101));
    }

    @Test
    void refusesAJudgementThatFitsNoNotice() {
        FilingView filing = arrived();
        NoticeId id = kept();
        Judgement noFiling = new Judgement(NoticeVerdict.MATCHED, "1", Optional.empty(), TITLE, Optional.empty(), "");
        Judgement anothersChange = new Judgement(
                NoticeVerdict.MATCHED,
                "1",
                Optional.of(arrived().key()),
                TITLE,
                decided(filing, "1").change(),
                "");
        Judgement unknown = matched(new FilingKey(Samples.number(), 1), "1");

        for (Judgement judgement : List.of(noFiling, anothersChange, unknown, other(NoticeVerdict.RECEIVED, ""))) {
            assertThrows(IllegalArgumentException.class, () -> journal.notices().judge(id, judgement, JUDGED));
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> journal.notices()
                        .judge(new NoticeId(UUID.randomUUID()), other(NoticeVerdict.FORGED, ""), JUDGED));
        assertEquals(NoticeVerdict.RECEIVED, view(id).verdict());
    }

    @Test
    void listsTheInboxOfAnAddresseeNewestFirstPageByPage() {
        PartnerId me = new PartnerId("partner-" + UUID.randomUUID());
        FilingKey filing = filingOf(me);
        List<NoticeId> expected = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            NoticeId id = kept();
            journal.notices().judge(id, matched(filing, number()), JUDGED.plusSeconds(i / 2));
            expected.add(id);
        }
        kept();

        List<NoticeId> all = new ArrayList<>();
        Optional<NoticeId> before = Optional.empty();
        List<NoticeView> page;
        do {
            page = journal.notices().inbox(me, InboxFilter.ALL, before, 2);
            page.forEach(view -> all.add(view.id()));
            before = all.isEmpty() ? before : Optional.of(all.get(all.size() - 1));
        } while (!page.isEmpty());

        assertEquals(Set.copyOf(expected), Set.copyOf(all));
        assertEquals(5, all.size());
        List<Instant> times =
                all.stream().map(id -> view(id).available().orElseThrow()).toList();
        assertEquals(times.stream().sorted(Collections.reverseOrder()).toList(), times);
        assertEquals(List.of(), journal.notices().inbox(PARTNER, InboxFilter.ALL, Optional.of(all.get(0)), 2));
    }

    @Test
    void showsANoticeToItsAddresseeOnly() {
        NoticeId waiting = kept();
        NoticeId id = kept();
        journal.notices().judge(id, matched(arrived().key(), number()), JUDGED);

        assertTrue(journal.notices().find(PARTNER, id).isPresent());
        assertTrue(journal.notices().find(new PartnerId("partner-two"), id).isEmpty());
        assertTrue(journal.notices().find(PARTNER, waiting).isEmpty());
        assertTrue(journal.notices().find(new NoticeId(UUID.randomUUID())).isEmpty());
        Set<NoticeId> some = Set.of(id, waiting, new NoticeId(UUID.randomUUID()));
        assertEquals(
                Set.of(id, waiting),
                journal.notices().find(some).stream().map(NoticeView::id).collect(Collectors.toSet()));
    }

    @Test
    void marksSeenAndFetchedOnceForTheAddresseeOnly() {
        FilingKey first = arrived().key();
        FilingKey second = arrived().key();
        NoticeId id = available(first);
        NoticeId other = available(second);
        PartnerId stranger = new PartnerId("partner-two");

        journal.notices().seen(stranger, List.of(id), JUDGED);
        journal.notices().fetched(stranger, id, JUDGED);
        assertEquals(Optional.empty(), view(id).seen());
        assertEquals(Optional.empty(), view(id).fetched());
        journal.notices().seen(PARTNER, List.of(id, other, new NoticeId(UUID.randomUUID())), JUDGED);
        journal.notices().seen(PARTNER, List.of(other, id), JUDGED.plusSeconds(1));
        journal.notices().seen(PARTNER, List.of(), JUDGED);
        journal.notices().fetched(PARTNER, id, JUDGED.plusSeconds(2));
        journal.notices().fetched(PARTNER, id, JUDGED.plusSeconds(3));

        assertEquals(Optional.of(JUDGED), view(id).seen());
        assertEquals(Optional.of(JUDGED), view(other).seen());
        assertEquals(Optional.of(JUDGED.plusSeconds(2)), view(id).fetched());
        assertEquals(
                List.of("NOTICE_RECEIVED", "NOTICE_AVAILABLE", "NOTICE_SEEN", "NOTICE_FETCHED"), noticeRows(first));
        assertEquals(List.of("NOTICE_RECEIVED", "NOTICE_AVAILABLE", "NOTICE_SEEN"), noticeRows(second));
        assertEquals(
                List.of(OutboxKind.NOTICE_RECEIVED, OutboxKind.NOTICE_AVAILABLE, OutboxKind.NOTICE_FETCHED), told(id));
    }

    @Test
    void marksNoticesOfManyApplicationsFromSixteenThreadsWithoutADeadlock() throws Exception {
        List<FilingKey> filings = new ArrayList<>();
        List<NoticeId> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            filings.add(arrived().key());
            ids.add(available(filings.get(i)));
        }

        Together.run(i -> {
            List<NoticeId> mine = new ArrayList<>(ids);
            Collections.rotate(mine, i);
            node(i).notices().seen(PARTNER, mine, JUDGED);
            node(i).notices().fetched(PARTNER, mine.get(0), JUDGED);
            return i;
        });

        filings.forEach(filing -> assertEquals(4, noticeRows(filing).size()));
    }

    @Test
    void knowsWhichIssuersWereNotToldYet() {
        DestinationId society = new DestinationId("health-insurance-society.06130012");
        List<NoticeId> ids = new ArrayList<>();
        FilingKey filing = arrived().key();
        for (int i = 0; i < 3; i++) {
            NoticeId id = keep(society, document()).id();
            journal.notices().judge(id, matched(filing, number()), JUDGED);
            ids.add(id);
        }
        journal.notices().fetched(PARTNER, ids.get(1), JUDGED.plusSeconds(1));
        journal.notices().fetched(PARTNER, ids.get(0), JUDGED.plusSeconds(2));

        assertEquals(List.of(ids.get(1), ids.get(0)), due(society));
        DestinationId nobody = new DestinationId("nobody");
        assertEquals(Set.of(society), journal.notices().withReceiptsDue(Set.of(society, nobody)));
        assertEquals(Set.of(), journal.notices().withReceiptsDue(Set.of(nobody)));
        assertEquals(1, journal.notices().receiptsDue(society, 1).size());
        assertThrows(IllegalArgumentException.class, () -> journal.notices().receiptsDue(society, 101));
        journal.notices().receiptSent(ids.get(1), JUDGED.plusSeconds(3));
        journal.notices().receiptSent(ids.get(1), JUDGED.plusSeconds(4));

        assertEquals(Optional.of(JUDGED.plusSeconds(3)), view(ids.get(1)).receiptSent());
        assertEquals(List.of(ids.get(0)), due(society));
        assertEquals("NOTICE_RECEIPT_SENT", last(filing).event());

        journal.notices().untold(ids.get(0), "EGOV-012", JUDGED.plusSeconds(5));
        otherNode.notices().untold(ids.get(0), "EGOV-012", JUDGED.plusSeconds(6));
        journal.notices().untold(ids.get(1), "EGOV-012", JUDGED.plusSeconds(6));
        assertEquals(List.of(), due(society));
        assertEquals(
                Optional.of(JUDGED.plusSeconds(5)), view(ids.get(0)).facts().at(NoticeFact.UNTOLD));
        assertFalse(view(ids.get(1)).facts().has(NoticeFact.UNTOLD), "it was told");
        assertEquals("NOTICE_UNTOLD", last(filing).event());
        assertTrue(last(filing).detail().contains("EGOV-012"));
    }

    @Test
    void listsForItsIssuerWhatNobodyFetchedTheFirstToExpireFirst() {
        DestinationId society = new DestinationId("health-insurance-society.06130099");
        FilingKey filing = arrived().key();
        List<NoticeId> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            NoticeId id = keep(society, document()).id();
            Window window = new Window(JUDGED.plusSeconds(i), JUDGED.plusSeconds(10 * (3 - i)));
            journal.notices()
                    .judge(
                            id,
                            matched(filing, number())
                                    .saying(new Said(Optional.empty(), false, Optional.empty(), Optional.of(window))),
                            JUDGED);
            ids.add(id);
        }
        for (int i = 0; i <= 30; i += 10) {
            journal.notices().passDeadlines(JUDGED.plusSeconds(i), 500);
        }
        List<NoticeId> all = expired(society, Optional.empty(), 100);
        assertEquals(List.of(ids.get(2), ids.get(1), ids.get(0)), all);
        assertEquals(all.subList(0, 2), expired(society, Optional.empty(), 2));
        assertEquals(all.subList(2, 3), expired(society, Optional.of(all.get(1)), 2));
        assertEquals(List.of(), expired(society, Optional.of(all.get(2)), 2));
        assertEquals(List.of(), expired(new DestinationId("health-insurance-society.06130098"), Optional.empty(), 2));
    }

    private List<NoticeId> expired(DestinationId from, Optional<NoticeId> after, int limit) {
        return journal.notices().expired(from, after, limit).stream()
                .map(NoticeView::id)
                .toList();
    }

    @Test
    void findsAFilingByANumberThatNamesNoOther() {
        String shared = UUID.randomUUID().toString();
        FilingView one = arrived(List.of(receipt("arrive-id", "1" + shared), receipt("send-id", shared)));
        arrived(List.of(receipt("arrive-id", "2" + shared), receipt("send-id", shared)));

        assertEquals(Optional.of(one.key()), journal.notices().filingByReceipt(HELLO_WORK, "1" + shared));
        assertEquals(Optional.empty(), journal.notices().filingByReceipt(E_TAX, "1" + shared));
        assertEquals(Optional.empty(), journal.notices().filingByReceipt(HELLO_WORK, shared));
        assertEquals(Optional.empty(), journal.notices().filingByReceipt(HELLO_WORK, "unknown"));
    }

    @Test
    void erasesTheTitleWithTheKeyOfTheNoticeAndKeepsTheEvidence() throws Exception {
        FilingKey filing = arrived().key();
        NoticeId id = available(filing);
        UUID caseKey = TestDatabase.id(
                settings,
                "select c.case_key from content c join notice n on n.content_id = c.id where n.id = '" + id + "'");

        journal.contents().destroyCaseKey(new CaseKeyId(caseKey));

        assertEquals("", view(id).title());
        assertEquals(NoticeVerdict.MATCHED, view(id).verdict());
        assertEquals(1, TestDatabase.count(settings, "notice where title is null and id = '" + id + "'"));
        journal.notices().fetched(PARTNER, id, JUDGED);
        assertEquals(List.of("NOTICE_RECEIVED", "NOTICE_AVAILABLE", "NOTICE_FETCHED"), noticeRows(filing));
    }

    @Test
    void showsNoTitleThatWasMovedFromAnotherNotice() throws Exception {
        NoticeId id = available(arrived().key());
        NoticeId other = available(arrived().key());

        TestDatabase.tamper(
                settings,
                "update notice set title = (select title from notice where id = '" + other + "') where id = '" + id
                        + "'");

        assertEquals("", view(id).title());
        assertEquals(TITLE, view(other).title());
    }

    @Test
    void keepsWhatWasFoundWhenTheSealWasExaminedFirst() {
        FilingView filing = arrived();
        NoticeId id = kept();
        journal.notices().judge(id, other(NoticeVerdict.ORPHAN, "NOTICES-008").verified(found("ab")), JUDGED);
        assertEquals(found("ab"), view(id).facts().verification());

        Judgement judgement = matched(filing.key(), number())
                .verified(found("cd"))
                .saying(said(false, Optional.empty(), Optional.empty()));
        journal.notices().judge(id, judgement, JUDGED.plusSeconds(5));

        NoticeFacts facts = view(id).facts();
        assertEquals(found("ab"), facts.verification());
        assertEquals(Optional.of(JUDGED), facts.at(NoticeFact.VERIFIED));
        assertEquals(Optional.of(ISSUED), facts.issued());
        List<JournalRow> rows = timeLine(filing.key());
        assertEquals(List.of("NOTICE_RECEIVED", "NOTICE_VERIFIED", "NOTICE_AVAILABLE"), noticeRows(filing.key()));
        assertTrue(rows.get(rows.size() - 2).detail().contains("\"signers\":\"ab\""), rows::toString);
        assertTrue(rows.get(rows.size() - 3).detail().contains("\"issued\":\"2026-04-30\""), rows::toString);
    }

    @Test
    void marksWhatItsIssuerReplacedAndTellsOfBoth() {
        FilingKey filing = arrived().key();
        NoticeId earlier = numbered(filing, "第1号", Optional.empty());
        NoticeId later = numbered(filing, "第2号", replacing("第1号", false));

        NoticeView marked = view(earlier);
        assertEquals(NoticeVerdict.SUPERSEDED, marked.verdict());
        assertEquals(Optional.of(later), marked.facts().successor());
        assertEquals(Optional.of(JUDGED), marked.facts().at(NoticeFact.SUPERSEDED));
        assertEquals(NoticeVerdict.MATCHED, view(later).verdict());
        assertTrue(journal.notices().find(PARTNER, earlier).isPresent());
        assertEquals("NOTICE_SUPERSEDED", last(filing).event());
        assertEquals(
                List.of(OutboxKind.NOTICE_RECEIVED, OutboxKind.NOTICE_AVAILABLE, OutboxKind.NOTICE_SUPERSEDED),
                told(earlier));
    }

    @Test
    void aReplacedNoticeIsReplacedOnce() {
        FilingKey filing = arrived().key();
        NoticeId first = numbered(filing, "第1号", Optional.empty());
        NoticeId second = numbered(filing, "第2号", replacing("第1号", false));
        numbered(filing, "第3号", replacing("第1号", true));

        assertEquals(NoticeVerdict.SUPERSEDED, view(first).verdict());
        assertEquals(Optional.of(second), view(first).facts().successor());
    }

    @Test
    void whatComesAfterItWasTakenBackIsBornWithdrawnAndChangesNoFiling() {
        FilingView filing = arrived();
        NoticeId later = numbered(filing.key(), "第2号", replacing("第1号", true));
        NoticeId earlier = kept();

        Judgement first = new Judgement(
                        NoticeVerdict.MATCHED,
                        unique("第1号", filing.key()),
                        Optional.of(filing.key()),
                        TITLE,
                        Optional.of(Change.of(filing.key(), filing.version(), FilingEvent.DECISION_MADE)),
                        "")
                .saying(said(true, Optional.empty(), Optional.empty()));
        NoticeView born = journal.notices().judge(earlier, first, JUDGED);

        assertEquals(NoticeVerdict.WITHDRAWN, born.verdict());
        assertEquals(Optional.of(later), born.facts().successor());
        assertEquals(FilingState.ARRIVED, state(filing.key()));
        assertEquals(
                List.of(OutboxKind.NOTICE_RECEIVED, OutboxKind.NOTICE_AVAILABLE, OutboxKind.NOTICE_WITHDRAWN),
                told(earlier));
        assertFalse(view(later).facts().has(NoticeFact.CONTRADICTED));
    }

    @Test
    void nothingOfAnotherFilingOrOfAnotherIssuerIsReplaced() {
        FilingKey filing = arrived().key();
        String number = number();
        NoticeId others = kept();
        journal.notices().judge(others, matched(arrived().key(), number), JUDGED);
        NoticeId claims = kept();
        Judgement claim = matched(filing, number())
                .saying(said(true, Optional.of(new Replaces(number, false)), Optional.empty()));

        assertEquals(
                NoticeVerdict.RECEIVED,
                journal.notices().judge(claims, claim, JUDGED).verdict());
        assertEquals(NoticeVerdict.MATCHED, view(others).verdict());
        assertEquals(List.of(), noticeRows(filing));

        NoticeId foreign = keep(E_TAX, document()).id();
        assertEquals(
                NoticeVerdict.MATCHED,
                journal.notices().judge(foreign, claim, JUDGED).verdict());
        assertEquals(NoticeVerdict.MATCHED, view(others).verdict());
        assertEquals(
                Optional.of(others),
                journal.notices().numbered(HELLO_WORK, number).map(NoticeView::id));
        assertEquals(Optional.empty(), journal.notices().numbered(E_TAX, number));
    }

    @Test
    void twoThatCloseOneFilingContradictEachOther() {
        FilingKey filing = arrived().key();
        NoticeId one = numbered(filing, "第1号", Optional.empty());
        NoticeId two = numbered(filing, "第2号", Optional.empty());
        NoticeId elsewhere = numbered(arrived().key(), "第1号", Optional.empty());

        assertEquals(Optional.of(two), view(one).facts().rival());
        assertEquals(Optional.of(one), view(two).facts().rival());
        assertEquals(NoticeVerdict.MATCHED, view(one).verdict());
        assertEquals(NoticeVerdict.MATCHED, view(two).verdict());
        assertEquals(Optional.empty(), view(elsewhere).facts().rival());
        assertEquals(
                2,
                noticeRows(filing).stream()
                        .filter(event -> event.equals("NOTICE_CONTRADICTED"))
                        .count());
        List<NoticeId> listed = journal.notices().list(NoticeFact.CONTRADICTED, 100).stream()
                .map(NoticeView::id)
                .toList();
        assertTrue(listed.containsAll(List.of(one, two)));
        assertFalse(listed.contains(elsewhere));
    }

    @Test
    void aChannelTakesANoticeOnceAndOneThatGaveUpMayTakeItLater() {
        FilingKey filing = arrived().key();
        NoticeId id = available(filing);
        NoticeId waiting = kept();

        journal.notices().failed("issuer", id, "E-1", JUDGED);
        journal.notices().delivered("portal", Set.of(id, waiting), JUDGED.plusSeconds(1));
        journal.notices().delivered("portal", Set.of(id), JUDGED.plusSeconds(2));
        journal.notices().failed("portal", id, "E-2", JUDGED.plusSeconds(3));
        journal.notices().delivered("issuer", Set.of(id), JUDGED.plusSeconds(4));

        assertEquals(
                List.of(
                        new Delivery("issuer", Delivery.State.DELIVERED, JUDGED.plusSeconds(4), ""),
                        new Delivery("portal", Delivery.State.DELIVERED, JUDGED.plusSeconds(1), "")),
                journal.notices().deliveries(id));
        assertEquals(List.of(), journal.notices().deliveries(waiting));
        assertEquals(Optional.of(JUDGED), view(id).facts().at(NoticeFact.FAILED));
        assertEquals(Optional.of(JUDGED.plusSeconds(1)), view(id).facts().at(NoticeFact.DELIVERED));
        assertEquals(
                List.of("NOTICE_RECEIVED", "NOTICE_AVAILABLE", "NOTICE_FAILED", "NOTICE_DELIVERED", "NOTICE_DELIVERED"),
                noticeRows(filing));
    }

    @Test
    void whatIsPlacedInAStoreKeepsItsReferenceAndThePortalIsToldOnce() {
        FilingKey filing = arrived().key();
        NoticeId id = available(filing);
        journal.notices().failed("acme-cloud", id, "E-1", JUDGED);
        journal.notices().placed("acme-cloud", id, "https://cloud.example/n/1", JUDGED.plusSeconds(1));
        journal.notices().placed("acme-cloud", id, "https://cloud.example/n/2", JUDGED.plusSeconds(2));
        assertEquals(
                List.of(new Delivery(
                        "acme-cloud",
                        Delivery.State.DELIVERED,
                        JUDGED.plusSeconds(1),
                        "",
                        "https://cloud.example/n/1",
                        Optional.empty())),
                journal.notices().deliveries(id));
        List<String> told = new ArrayList<>();
        journal.outbox()
                .drain(
                        Set.of(OutboxKind.NOTICE_PLACED),
                        500,
                        rows -> rows.forEach(row -> told.add(row.pointer() + " " + row.destination())));
        assertEquals(List.of(id + " acme-cloud"), told);
        assertEquals(
                List.of("NOTICE_RECEIVED", "NOTICE_AVAILABLE", "NOTICE_FAILED", "NOTICE_DELIVERED"),
                noticeRows(filing));
    }

    @Test
    void warnsBeforeTheEndOfWhatNobodyFetchedAndSaysWhenItPassed() throws Exception {
        FilingKey filing = arrived().key();
        NoticeId id = ending(filing);
        NoticeId fetched = ending(filing);
        NoticeId replaced = ending(filing, "第1号");
        numbered(filing, "第2号", replacing("第1号", false));
        NoticeId endless = available(filing);
        journal.notices().fetched(PARTNER, fetched, JUDGED);

        journal.notices().passDeadlines(WARN.minusMillis(1), 100);
        assertFalse(view(id).facts().has(NoticeFact.EXPIRING));
        Together.run(i -> node(i).notices().passDeadlines(WARN, 100));
        assertEquals(Optional.of(WARN), view(id).facts().at(NoticeFact.EXPIRING));
        assertFalse(view(id).facts().has(NoticeFact.EXPIRED));
        Together.run(i -> node(i).notices().passDeadlines(END.plusSeconds(3), 100));

        NoticeFacts facts = view(id).facts();
        assertEquals(Optional.of(END.plusSeconds(3)), facts.at(NoticeFact.EXPIRED));
        assertEquals(Optional.of(END.plusSeconds(3)), facts.at(NoticeFact.FALLBACK_STARTED));
        for (NoticeId untouched : List.of(fetched, replaced, endless)) {
            assertFalse(view(untouched).facts().has(NoticeFact.EXPIRING), untouched::toString);
        }
        assertEquals(
                List.of(
                        OutboxKind.NOTICE_RECEIVED,
                        OutboxKind.NOTICE_AVAILABLE,
                        OutboxKind.NOTICE_EXPIRING,
                        OutboxKind.NOTICE_EXPIRED),
                told(id));
        assertEquals(
                1,
                noticeRows(filing).stream()
                        .filter(event -> event.equals("NOTICE_EXPIRED"))
                        .count());
        assertEquals(0, journal.notices().passDeadlines(END.plusSeconds(4), 100));
    }

    @Test
    void listsOfAnInboxWhatIsAskedFor() {
        PartnerId me = new PartnerId("partner-" + UUID.randomUUID());
        FilingKey filing = filingOf(me);
        FilingKey other = filingOf(me);
        NoticeId first = numbered(filing, "第1号", Optional.empty());
        NoticeId second = numbered(filing, "第2号", replacing("第1号", false));
        NoticeId third = ending(other);
        NoticeId foreign = keep(E_TAX, document()).id();
        journal.notices().judge(foreign, matched(other, number()), JUDGED.plusSeconds(60));
        journal.notices().markRead(me, second, true);
        journal.notices().passDeadlines(WARN, 500);
        InboxFilter all = InboxFilter.ALL;

        assertEquals(Set.of(first, second, third, foreign), inbox(me, all));
        assertEquals(Set.of(first, third, foreign), inbox(me, filter(true, null, null, null, null, null, null)));
        assertEquals(Set.of(foreign), inbox(me, filter(false, E_TAX, null, null, null, null, null)));
        assertEquals(
                Set.of(third, foreign), inbox(me, filter(false, null, other.application(), null, null, null, null)));
        assertEquals(Set.of(first, second), inbox(me, filter(false, null, null, filing, null, null, null)));
        Instant later = JUDGED.plusSeconds(1);
        assertEquals(Set.of(foreign), inbox(me, filter(false, null, null, null, later, null, null)));
        assertEquals(Set.of(first, second, third), inbox(me, filter(false, null, null, null, null, later, null)));
        assertEquals(Set.of(first), inbox(me, filter(false, null, null, null, null, null, NoticeFact.SUPERSEDED)));
        InboxFilter expiring = filter(false, null, null, null, null, null, NoticeFact.EXPIRING);
        assertEquals(Set.of(third), inbox(me, expiring));
        journal.notices().fetched(me, third, WARN);
        assertEquals(Set.of(), inbox(me, expiring));
    }

    @Test
    void theMarkOfTheAddresseeComesAndGoesAndIsNoFact() {
        FilingKey filing = arrived().key();
        NoticeId id = available(filing);

        assertFalse(journal.notices().markRead(new PartnerId("partner-two"), id, true));
        assertFalse(view(id).read());
        assertTrue(journal.notices().markRead(PARTNER, id, true));
        assertTrue(view(id).read());
        assertTrue(journal.notices().markRead(PARTNER, id, false));
        assertFalse(view(id).read());
        assertEquals(List.of("NOTICE_RECEIVED", "NOTICE_AVAILABLE"), noticeRows(filing));
    }

    @Test
    void theFirstNoteThatNamesAnythingIsKeptAsLongAsTheNoticeWaits() throws Exception {
        byte[] document = document();
        DeliveryNote first = DeliveryNote.of("", "R-1");
        DeliveryNote second = new DeliveryNote(Optional.of(filingOf(PARTNER)), Optional.empty());
        NoticeId id = noted(document, DeliveryNote.NONE).id();
        assertEquals(DeliveryNote.NONE, journal.notices().note(id));
        assertTrue(noted(document, first).repeated());
        noted(document, second);
        assertEquals(first, journal.notices().note(id));
        assertEquals(
                second,
                journal.notices().note(noted(document(), second).id()),
                "a note that comes with the first bytes is kept with them");
        byte[] quarantined = document();
        NoticeId judged = noted(quarantined, DeliveryNote.NONE).id();
        journal.notices().judge(judged, other(NoticeVerdict.FORGED, "NOTICES-003"), JUDGED);
        noted(quarantined, first);
        assertEquals(DeliveryNote.NONE, journal.notices().note(judged));
    }

    // ---------------------------------------------------------------- helpers

    private Set<NoticeId> inbox(PartnerId addressee, InboxFilter filter) {
        return otherNode.notices().inbox(addressee, filter, Optional.empty(), 100).stream()
                .map(NoticeView::id)
                .collect(Collectors.toSet());
    }

    private static InboxFilter filter(
            boolean unread,
            DestinationId destination,
            ArrivalNumber application,
            FilingKey filing,
            Instant from,
            Instant until,
            NoticeFact state) {
        return new InboxFilter(
                unread,
                Optional.ofNullable(destination),
                Optional.ofNullable(application),
                Optional.ofNullable(filing),
                Optional.ofNullable(from),
                Optional.ofNullable(until),
                Optional.ofNullable(state));
    }

    private static Optional<NoticeFacts.Verification> found(String signer) {
        return Optional.of(new NoticeFacts.Verification(signer, "core valid, path valid"));
    }

    private static Said said(boolean closes, Optional<Replaces> replaces, Optional<Window> window) {
        return new Said(Optional.of(ISSUED), closes, replaces, window);
    }

    private static Optional<Replaces> replacing(String number, boolean withdraws) {
        return Optional.of(new Replaces(number, withdraws));
    }

    /** The number is the filing's own, so that tests do not see each other's. */
    private static String unique(String number, FilingKey filing) {
        return number + " " + filing;
    }

    /** A document that closes its filing. */
    private NoticeId numbered(FilingKey filing, String number, Optional<Replaces> replaces) {
        NoticeId id = kept();
        Optional<Replaces> own = replaces.map(each -> new Replaces(unique(each.number(), filing), each.withdraws()));
        journal.notices()
                .judge(id, matched(filing, unique(number, filing)).saying(said(true, own, Optional.empty())), JUDGED);
        return id;
    }

    private NoticeId ending(FilingKey filing) {
        return ending(filing, number());
    }

    private NoticeId ending(FilingKey filing, String number) {
        NoticeId id = kept();
        Said said = said(false, Optional.empty(), Optional.of(new Window(WARN, END)));
        journal.notices().judge(id, matched(filing, unique(number, filing)).saying(said), JUDGED);
        return id;
    }

    private Taken noted(byte[] document, DeliveryNote note) {
        return journal.notices()
                .keep(HELLO_WORK, "rest", "", note, Samples.stage(journal.contents(), document), RECEIVED);
    }

    private NoticeId kept() {
        return keep(HELLO_WORK, document()).id();
    }

    private Taken keep(DestinationId from, byte[] document) {
        return journal.notices().keep(from, "rest", "", Samples.stage(journal.contents(), document), RECEIVED);
    }

    private NoticeId available(FilingKey filing) {
        NoticeId id = kept();
        journal.notices().judge(id, matched(filing, number()), JUDGED);
        return id;
    }

    private FilingView arrived() {
        return arrived(List.of());
    }

    private FilingView arrived(List<ReceiptNumber> receipts) {
        FilingView ready = Samples.ready(journal);
        journal.filings().begin(ready.key(), "node", Duration.ofMinutes(5)).orElseThrow();
        FilingView attempting = journal.filings().find(ready.key()).orElseThrow();
        return Samples.made(
                journal.filings(), Samples.change(attempting, List.of(FilingEvent.ARRIVAL_CONFIRMED), receipts));
    }

    private FilingKey filingOf(PartnerId sender) {
        NewApplication application = Samples.application(
                Samples.number(), sender, Samples.senderNumber(), Samples.stage(journal.contents()), 1);
        journal.applications().admit(application);
        return application.filings().get(0).key();
    }

    private NoticeView view(NoticeId id) {
        return otherNode.notices().find(id).orElseThrow();
    }

    private FilingState state(FilingKey key) {
        return journal.filings().find(key).orElseThrow().state();
    }

    private List<NoticeId> due(DestinationId from) {
        return journal.notices().receiptsDue(from, 100).stream()
                .map(NoticeView::id)
                .toList();
    }

    /** The time line of a filing's application, which must be unbroken. */
    private List<JournalRow> timeLine(FilingKey key) {
        List<JournalRow> rows = journal.applications().timeLine(key.application());
        assertEquals(Optional.empty(), HashChain.verify(rows));
        return rows;
    }

    private JournalRow last(FilingKey key) {
        List<JournalRow> rows = timeLine(key);
        return rows.get(rows.size() - 1);
    }

    private List<String> noticeRows(FilingKey key) {
        return timeLine(key).stream()
                .map(JournalRow::event)
                .filter(event -> event.startsWith("NOTICE_"))
                .toList();
    }

    /** Drains everything, and gives back what was told of one notice. */
    private List<OutboxKind> told(NoticeId id) {
        List<OutboxKind> mine = new ArrayList<>();
        while (journal.outbox()
                        .drain(
                                EnumSet.allOf(OutboxKind.class),
                                500,
                                rows -> rows.stream()
                                        .filter(row -> row.pointer().equals(id.toString()))
                                        .forEach(row -> mine.add(row.kind())))
                > 0) {}
        return mine;
    }

    private Journal node(int i) {
        return i % 2 == 0 ? journal : otherNode;
    }

    private static byte[] document() {
        return ("<DOC><BODY ID=\"DOCBODY\">山田太郎 " + UUID.randomUUID() + "</BODY></DOC>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String number() {
        return "厚労第" + UUID.randomUUID() + "号";
    }

    private static ReceiptNumber receipt(String kind, String value) {
        return new ReceiptNumber(HELLO_WORK, kind, value);
    }

    private static Judgement matched(FilingKey filing, String number) {
        return new Judgement(NoticeVerdict.MATCHED, number, Optional.of(filing), TITLE, Optional.empty(), "");
    }

    private static Judgement decided(FilingView filing, String number) {
        return new Judgement(
                NoticeVerdict.MATCHED,
                number,
                Optional.of(filing.key()),
                TITLE,
                Optional.of(Change.of(filing.key(), filing.version(), FilingEvent.DECISION_MADE)),
                "");
    }

    private static Judgement other(NoticeVerdict verdict, String code) {
        return new Judgement(verdict, "", Optional.empty(), "", Optional.empty(), code);
    }
}
