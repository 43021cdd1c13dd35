package io.renkei.journal.jdbc.internal;

import static io.renkei.journal.jdbc.internal.Samples.HELLO_WORK;
import static io.renkei.journal.jdbc.internal.Samples.PARTNER;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.ReceiptNumber;
import io.renkei.journal.jdbc.HashChain;
import io.renkei.ports.content.ContentStore.CaseKeyId;
import io.renkei.ports.content.StagedContent;
import io.renkei.ports.notices.DeliveryNote;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeStore.Judgement;
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
                        RECEIVED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
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
                List.of("DECISION_MADE", "NOTICE_AVAILABLE"),
                rows.subList(rows.size() - 2, rows.size()).stream()
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
            page = journal.notices().inbox(me, before, 2);
            page.forEach(view -> all.add(view.id()));
            before = all.isEmpty() ? before : Optional.of(all.get(all.size() - 1));
        } while (!page.isEmpty());

        assertEquals(Set.copyOf(expected), Set.copyOf(all));
        assertEquals(5, all.size());
        List<Instant> times =
                all.stream().map(id -> view(id).available().orElseThrow()).toList();
        assertEquals(times.stream().sorted(Collections.reverseOrder()).toList(), times);
        assertEquals(List.of(), journal.notices().inbox(PARTNER, Optional.of(all.get(0)), 2));
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
        assertEquals(List.of("NOTICE_AVAILABLE", "NOTICE_SEEN", "NOTICE_FETCHED"), noticeRows(first));
        assertEquals(List.of("NOTICE_AVAILABLE", "NOTICE_SEEN"), noticeRows(second));
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

        filings.forEach(filing -> assertEquals(3, noticeRows(filing).size()));
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
        assertEquals(1, journal.notices().receiptsDue(society, 1).size());
        assertThrows(IllegalArgumentException.class, () -> journal.notices().receiptsDue(society, 101));
        journal.notices().receiptSent(ids.get(1), JUDGED.plusSeconds(3));
        journal.notices().receiptSent(ids.get(1), JUDGED.plusSeconds(4));

        assertEquals(Optional.of(JUDGED.plusSeconds(3)), view(ids.get(1)).receiptSent());
        assertEquals(List.of(ids.get(0)), due(society));
        assertEquals("NOTICE_RECEIPT_SENT", last(filing).event());
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
        assertEquals(List.of("NOTICE_AVAILABLE", "NOTICE_FETCHED"), noticeRows(filing));
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
