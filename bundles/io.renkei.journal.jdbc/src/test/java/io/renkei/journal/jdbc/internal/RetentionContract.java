package io.renkei.journal.jdbc.internal;

import static io.renkei.journal.jdbc.internal.Samples.HELLO_WORK;
import static io.renkei.journal.jdbc.internal.Samples.PARTNER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.FilingKey;
import io.renkei.api.model.Sha256;
import io.renkei.journal.jdbc.HashChain;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeHold;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeOrigin;
import io.renkei.ports.notices.NoticeStore.Judgement;
import io.renkei.ports.notices.NoticeStore.Said;
import io.renkei.ports.notices.NoticeStore.Window;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.notices.ReceiveNotice;
import io.renkei.ports.notices.RetentionStore;
import io.renkei.ports.notices.UnsealedMessage;
import io.renkei.ports.state.JournalRow;
import io.renkei.ports.state.OutboxKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the store promises of documents whose time is over, whichever database is behind it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
abstract class RetentionContract {

    private static final Instant JUDGED = Instant.parse("2026-05-01T01:02:03.456789Z");
    private static final Instant WARN = JUDGED.plusSeconds(1_000);
    private static final Instant END = JUDGED.plusSeconds(2_000);
    private static final Instant NOW = END.plusSeconds(3_000);

    private final List<String> told = new ArrayList<>();

    Journal journal;
    Journal otherNode;
    JournalSettings settings;

    /** What is left of one test is none of the next. */
    @AfterEach
    void clear() throws Exception {
        TestDatabase.tamper(settings, "delete from notice_hold");
        TestDatabase.tamper(settings, "update notice set over_at = null, due_at = null, quarantined_at = null");
    }

    @Test
    void destroysTheBytesOfWhatIsOverAndKeepsWhatWasKnownOfThem() throws Exception {
        FilingKey filing = filing();
        NoticeId small = ending(filing, document());
        NoticeId large = ending(filing, Arrays.copyOf(document(), 3_000_000));
        NoticeView before = view(small);
        journal.notices().fetched(PARTNER, small, JUDGED);
        journal.notices().passDeadlines(END, 100);

        assertEquals(0, journal.retention().erase(END.minusMillis(1), NOW, 100), "not over yet");
        List<Integer> looked = Together.run(i -> node(i).retention().erase(NOW, NOW, 100));

        assertTrue(looked.stream().mapToInt(Integer::intValue).sum() >= 2);
        for (NoticeId id : List.of(small, large)) {
            NoticeView after = view(id);
            assertEquals(Optional.of(NOW), after.facts().at(NoticeFact.ERASED));
            assertEquals("", after.title());
            assertEquals(NoticeVerdict.MATCHED, after.verdict());
            assertThrows(
                    IOException.class,
                    () -> journal.contents().open(after.content().id()));
            assertEquals(1, erasuresTold(id));
        }
        assertEquals(before.content(), view(small).content(), "size and digest stay");
        assertEquals(
                0,
                TestDatabase.count(
                        settings,
                        "content_chunk where content_id = '"
                                + view(large).content().id() + "'"));
        List<String> rows = erasures(filing);
        assertEquals(2, rows.size());
        assertTrue(rows.stream()
                .allMatch(row -> row.contains(view(small).content().digest().hex())
                        || row.contains(view(large).content().digest().hex())));
        assertEquals(
                1, rows.stream().filter(row -> row.contains("\"fetched\":true")).count());
        assertEquals(0, journal.retention().erase(NOW, NOW, 100), "once");
        assertEquals(List.of(), journal.retention().ending(NOW, 100));
    }

    @Test
    void destroysNothingBeforeItWasToldThatNobodyFetchedIt() throws Exception {
        NoticeId id = ending(filing(), document());
        assertEquals(0, journal.retention().erase(NOW, NOW, 100), "its end was not told");

        Instant told = NOW.plusSeconds(10);
        journal.notices().passDeadlines(told, 100);
        assertEquals(0, journal.retention().erase(NOW, NOW, 100), "it is kept from that moment on");
        assertFalse(view(id).facts().has(NoticeFact.ERASED));
        assertEquals(1, journal.retention().erase(told, told, 100));
        assertTrue(view(id).facts().has(NoticeFact.ERASED));
    }

    @Test
    void destroysAMessageThatConcernsNoFiling() throws Exception {
        NoticeId id = message();
        journal.notices().passDeadlines(END, 100);
        Together.run(i -> node(i).retention().erase(NOW, NOW, 100));
        NoticeView after = view(id);
        assertEquals(Optional.of(NOW), after.facts().at(NoticeFact.ERASED));
        assertThrows(
                IOException.class, () -> journal.contents().open(after.content().id()));
        assertEquals(1, erasuresTold(id));
    }

    @Test
    void whatIsHeldStaysUntilItIsReleasedAndBothStandInTheChain() throws Exception {
        FilingKey filing = filing();
        NoticeId id = ending(filing, document());
        journal.notices().passDeadlines(END, 100);
        NoticeHold first = new NoticeHold(id, "訴訟 令和8年(行ウ)第1号", "karaf", JUDGED);
        assertTrue(journal.retention().hold(first));
        assertFalse(otherNode.retention().hold(new NoticeHold(id, "other", "karaf", NOW)), "the first one stays");
        assertEquals(Optional.of(first), otherNode.retention().hold(id));
        assertEquals(List.of(first), otherNode.retention().holds(100));

        assertEquals(0, journal.retention().erase(NOW, NOW, 100));
        assertEquals(
                List.of(id),
                journal.retention().ending(END, 100).stream()
                        .map(NoticeView::id)
                        .toList(),
                "what is held is listed too");
        journal.contents().open(view(id).content().id()).close();

        assertTrue(journal.retention().release(id, "karaf", NOW));
        assertFalse(journal.retention().release(id, "karaf", NOW));
        assertEquals(1, journal.retention().erase(NOW, NOW, 100));
        assertFalse(journal.retention().hold(first), "what is gone cannot be held");
        assertEquals(
                List.of("NOTICE_HELD", "NOTICE_RELEASED", "NOTICE_ERASED"),
                timeLine(filing).stream()
                        .map(JournalRow::event)
                        .filter(event ->
                                event.endsWith("HELD") || event.endsWith("RELEASED") || event.endsWith("ERASED"))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(names = {"FORGED", "DUPLICATE", "ORPHAN"})
    void destroysWhatCameIntoNoInboxTellsNobodyAndTakesTheSameBytesAsNewOnes(NoticeVerdict verdict) throws Exception {
        byte[] document = document();
        NoticeId id = quarantined(document, verdict);
        NoticeView before = view(id);
        Instant after = JUDGED.plusMillis(1);
        int destroyed = journal.retention().quarantine(NOW).destroyed();
        int kept = journal.retention().quarantine(NOW).kept();

        assertEquals(0, journal.retention().eraseQuarantined(JUDGED.minusMillis(1), after, NOW, 100), "too young");
        assertEquals(List.of(before), journal.retention().quarantined(JUDGED, after, 100));
        List<Integer> looked = Together.run(i -> node(i).retention().eraseQuarantined(JUDGED, after, NOW, 100));

        assertTrue(looked.stream().mapToInt(Integer::intValue).sum() >= 1);
        NoticeView gone = view(id);
        assertEquals(Optional.of(NOW), gone.facts().at(NoticeFact.ERASED));
        assertEquals(before.verdict() + before.code(), gone.verdict() + gone.code());
        assertEquals(before.content(), gone.content(), "size and digest stay");
        assertThrows(
                IOException.class, () -> journal.contents().open(gone.content().id()));
        assertEquals(0, erasuresTold(id));
        assertEquals(
                new RetentionStore.Quarantine(kept - 1, destroyed + 1),
                journal.retention().quarantine(NOW));
        assertEquals(0, journal.retention().eraseQuarantined(JUDGED, after, NOW, 100), "once");
        assertEquals(List.of(), journal.notices().orphans(JUDGED, 100));

        ReceiveNotice.Taken again =
                journal.notices().keep(HELLO_WORK, "rest", "", Samples.stage(journal.contents(), document), NOW);
        assertFalse(again.repeated());
        assertNotEquals(id, again.id());
    }

    @Test
    void anOrphanIsKeptWhileItWaitsAndIsNotJudgedAnyMoreOnceItIsGone() throws Exception {
        FilingKey filing = filing();
        NoticeId id = quarantined(document(), NoticeVerdict.ORPHAN);
        assertEquals(0, journal.retention().eraseQuarantined(NOW, JUDGED, NOW, 100), "it waits");
        assertEquals(1, journal.retention().eraseQuarantined(NOW, NOW, NOW, 100));
        matched(id, filing, END);
        assertEquals(NoticeVerdict.ORPHAN, view(id).verdict(), "there is nothing left to deliver");
    }

    @Test
    void anOrphanWhoseFilingCameIsNoMoreInQuarantine() throws Exception {
        NoticeId id = quarantined(document(), NoticeVerdict.ORPHAN);
        matched(id, filing(), END);
        assertEquals(NoticeVerdict.MATCHED, view(id).verdict());
        assertEquals(0, journal.retention().eraseQuarantined(NOW, NOW, NOW, 100));
    }

    @Test
    void whatIsHeldInQuarantineStaysUntilItIsReleased() throws Exception {
        NoticeId id = quarantined(document(), NoticeVerdict.FORGED);
        NoticeHold order = new NoticeHold(id, "告発", "karaf", JUDGED);
        assertTrue(journal.retention().hold(order));
        assertEquals(List.of(order), otherNode.retention().holds(100));
        assertEquals(0, journal.retention().eraseQuarantined(NOW, NOW, NOW, 100));
        assertEquals(
                List.of(id),
                journal.retention().quarantined(NOW, NOW, 100).stream()
                        .map(NoticeView::id)
                        .toList(),
                "what is held is listed too");
        assertTrue(journal.retention().release(id, "karaf", NOW));
        assertEquals(1, journal.retention().eraseQuarantined(NOW, NOW, NOW, 100));
        assertFalse(journal.retention().hold(order), "what is gone cannot be held");
    }

    @Test
    void whatIsNotJudgedCannotBeHeld() throws Exception {
        NoticeId waiting = keep(document());
        assertFalse(journal.retention().hold(new NoticeHold(waiting, "x", "karaf", NOW)));
        assertFalse(journal.retention().hold(new NoticeHold(new NoticeId(UUID.randomUUID()), "x", "karaf", NOW)));
    }

    @Test
    void takesNoMoreThanABatchThatFirstWhichHasBeenOverLongest() throws Exception {
        FilingKey filing = filing();
        NoticeId late = ending(filing, document(), END.plusSeconds(2));
        NoticeId early = ending(filing(), document(), END.plusSeconds(1));
        journal.notices().passDeadlines(END.plusSeconds(2), 100);
        assertEquals(
                List.of(early, late),
                journal.retention().ending(NOW, 100).stream()
                        .map(NoticeView::id)
                        .toList());
        assertEquals(1, journal.retention().erase(NOW, NOW, 1));
        assertTrue(view(early).facts().has(NoticeFact.ERASED));
        assertFalse(view(late).facts().has(NoticeFact.ERASED));
    }

    // ---------------------------------------------------------------- helpers

    private FilingKey filing() {
        return Samples.ready(journal).key();
    }

    private NoticeId ending(FilingKey filing, byte[] document) {
        return ending(filing, document, END);
    }

    private NoticeId ending(FilingKey filing, byte[] document, Instant end) {
        NoticeId id = keep(document);
        matched(id, filing, end);
        return id;
    }

    private void matched(NoticeId id, FilingKey filing, Instant end) {
        Judgement matched = new Judgement(
                NoticeVerdict.MATCHED,
                "厚労第" + UUID.randomUUID() + "号",
                Optional.of(filing),
                "確認通知書　山田太郎",
                Optional.empty(),
                "");
        journal.notices()
                .judge(
                        id,
                        matched.saying(new Said(
                                Optional.empty(), false, Optional.empty(), Optional.of(new Window(WARN, end)))),
                        JUDGED);
    }

    private NoticeId quarantined(byte[] document, NoticeVerdict verdict) {
        NoticeId id = keep(document);
        Judgement judgement = new Judgement(verdict, "", Optional.empty(), "", Optional.empty(), "NOTICES-000");
        journal.notices().judge(id, judgement, JUDGED);
        return id;
    }

    private NoticeId keep(byte[] document) {
        return journal.notices()
                .keep(HELLO_WORK, "rest", "", Samples.stage(journal.contents(), document), JUDGED)
                .id();
    }

    private NoticeId message() {
        String entry = UUID.randomUUID().toString();
        UnsealedMessage message = new UnsealedMessage(
                entry,
                PARTNER,
                "お知らせ",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new NoticeOrigin("box.example.jp:443", Sha256.of(new byte[] {1})));
        return journal.messages()
                .keep(
                        HELLO_WORK,
                        message,
                        Samples.stage(journal.contents(), document()),
                        Optional.of(new Window(WARN, END)),
                        JUDGED)
                .id();
    }

    private NoticeView view(NoticeId id) {
        return otherNode.notices().find(id).orElseThrow();
    }

    private List<JournalRow> timeLine(FilingKey filing) {
        List<JournalRow> rows = journal.applications().timeLine(filing.application());
        assertEquals(Optional.empty(), HashChain.verify(rows));
        return rows;
    }

    private List<String> erasures(FilingKey filing) {
        return timeLine(filing).stream()
                .filter(row -> row.event().equals("NOTICE_ERASED"))
                .map(JournalRow::detail)
                .toList();
    }

    /** How often it was told that the bytes of one are gone; drains everything. */
    private long erasuresTold(NoticeId id) {
        while (journal.outbox()
                        .drain(
                                EnumSet.allOf(OutboxKind.class),
                                500,
                                rows -> rows.stream()
                                        .filter(row -> row.kind() == OutboxKind.NOTICE_ERASED)
                                        .forEach(row -> told.add(row.pointer())))
                > 0) {}
        return told.stream().filter(id.toString()::equals).count();
    }

    private Journal node(int i) {
        return i % 2 == 0 ? journal : otherNode;
    }

    private static byte[] document() {
        return ("<DOC><BODY ID=\"DOCBODY\">山田太郎 " + UUID.randomUUID() + "</BODY></DOC>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
