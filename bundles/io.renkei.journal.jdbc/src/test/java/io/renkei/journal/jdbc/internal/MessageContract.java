package io.renkei.journal.jdbc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.Sha256;
import io.renkei.ports.notices.Delivery;
import io.renkei.ports.notices.InboxFilter;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeOrigin;
import io.renkei.ports.notices.NoticeStore.Judgement;
import io.renkei.ports.notices.NoticeStore.Window;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.notices.ReceiveNotice.Taken;
import io.renkei.ports.notices.UnsealedMessage;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.JournalRow;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What the store of messages without a seal promises, whichever database is behind it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(30)
abstract class MessageContract {

    private static final Instant AT = Instant.parse("2026-05-01T01:02:03.456789Z");
    private static final DestinationId HELLO_WORK = Samples.HELLO_WORK;
    private static final NoticeOrigin ORIGIN =
            new NoticeOrigin("box.example.jp:443", Sha256.of("certificate".getBytes(StandardCharsets.UTF_8)));

    Journal journal;
    Journal otherNode;
    JournalSettings settings;

    @Test
    void liesInTheInboxOfItsOwnerMarkedAsUnsealed() throws SQLException {
        PartnerId owner = partner();
        Taken taken = keep(journal, message(owner, Optional.empty()), Optional.empty());

        NoticeView view = journal.notices()
                .inbox(owner, InboxFilter.ALL, Optional.empty(), 10)
                .get(0);
        assertFalse(taken.repeated());
        assertEquals(taken.id(), view.id());
        assertEquals(NoticeVerdict.UNSEALED, view.verdict());
        assertEquals("お知らせ", view.title());
        assertEquals(Optional.empty(), view.filing());
        assertEquals(Set.of(NoticeFact.RECEIVED, NoticeFact.AUTHENTICATED, NoticeFact.AVAILABLE), facts(view));
        assertEquals(Optional.of(ORIGIN), otherNode.messages().origin(taken.id()));
        assertEquals(1, told(taken.id()));
    }

    @Test
    void concernsAFilingWithoutChangingItAndStandsInItsChain() {
        FilingView filing = Samples.ready(journal);
        Taken taken = keep(journal, message(partner(), Optional.of(filing.key())), Optional.empty());

        NoticeView view = journal.notices().find(taken.id()).orElseThrow();
        assertEquals(Optional.of(Samples.PARTNER), view.addressee(), "who submitted, not who owns the box");
        assertEquals(filing, journal.filings().find(filing.key()).orElseThrow());
        assertEquals(
                List.of("NOTICE_RECEIVED", "NOTICE_AUTHENTICATED", "NOTICE_AVAILABLE"), events(filing.key(), taken));
        JournalRow row = rows(filing.key()).stream()
                .filter(each -> each.event().equals("NOTICE_AUTHENTICATED"))
                .findFirst()
                .orElseThrow();
        for (String part : List.of(
                "\"seal\":\"none\"",
                ORIGIN.server(),
                ORIGIN.certificate().hex(),
                view.content().digest().hex())) {
            assertTrue(row.detail().contains(part), row::detail);
        }
    }

    @Test
    void isKeptOnceByItsNameAlsoWhenItComesInOtherBytesAtOnce() throws Exception {
        PartnerId owner = partner();
        UnsealedMessage message = message(owner, Optional.empty());

        List<Taken> taken = Together.run(i -> keep(i % 2 == 0 ? journal : otherNode, message, Optional.empty()));

        assertEquals(1, taken.stream().filter(each -> !each.repeated()).count());
        assertEquals(1, taken.stream().map(Taken::id).distinct().count());
        assertEquals(
                1,
                journal.notices()
                        .inbox(owner, InboxFilter.ALL, Optional.empty(), 10)
                        .size());
    }

    @Test
    void takesNoNumberFromAnOfficialDocumentAndIsNeverJudged() {
        FilingView filing = Samples.ready(journal);
        UnsealedMessage message = message(partner(), Optional.of(filing.key()));
        Taken unsealed = keep(journal, message, Optional.empty());
        NoticeId sealed = journal.notices()
                .keep(HELLO_WORK, "rest", "", Samples.stage(journal.contents(), bytes()), AT)
                .id();

        Judgement judgement = new Judgement(
                NoticeVerdict.MATCHED, message.entry(), Optional.of(filing.key()), "公文書", Optional.empty(), "");
        assertEquals(
                NoticeVerdict.MATCHED,
                journal.notices().judge(sealed, judgement, AT).verdict());
        assertEquals(
                NoticeVerdict.UNSEALED,
                journal.notices().judge(unsealed.id(), judgement, AT).verdict());
        assertThrows(
                IllegalArgumentException.class,
                () -> journal.notices()
                        .judge(
                                sealed,
                                new Judgement(NoticeVerdict.UNSEALED, "", Optional.empty(), "", Optional.empty(), ""),
                                AT));
    }

    @Test
    void itsFactsAreWrittenLikeThoseOfANoticeAndNoReceiptIsOwed() {
        PartnerId owner = partner();
        NoticeId id = keep(journal, message(owner, Optional.empty()), Optional.empty())
                .id();

        journal.notices().seen(owner, List.of(id), AT);
        journal.notices().fetched(owner, id, AT);
        journal.notices().delivered(Delivery.PORTAL, Set.of(id), AT);
        otherNode.notices().delivered(Delivery.PORTAL, Set.of(id), AT.plusSeconds(1));

        NoticeView view = journal.notices().find(id).orElseThrow();
        assertTrue(facts(view).containsAll(Set.of(NoticeFact.SEEN, NoticeFact.FETCHED, NoticeFact.DELIVERED)));
        assertEquals(Optional.of(AT), view.facts().at(NoticeFact.DELIVERED));
        assertFalse(journal.notices().receiptsDue(HELLO_WORK, 100).stream()
                .anyMatch(each -> each.id().equals(id)));
    }

    @Test
    void expiresWithoutAFallback() {
        PartnerId owner = partner();
        Window window = new Window(AT.plusSeconds(10), AT.plusSeconds(20));
        NoticeId id = keep(journal, message(owner, Optional.empty()), Optional.of(window))
                .id();

        journal.notices().passDeadlines(AT.plusSeconds(10), 500);
        assertTrue(facts(journal.notices().find(id).orElseThrow()).contains(NoticeFact.EXPIRING));
        journal.notices().passDeadlines(AT.plusSeconds(20), 500);
        Set<NoticeFact> facts = facts(journal.notices().find(id).orElseThrow());
        assertTrue(facts.contains(NoticeFact.EXPIRED));
        assertFalse(facts.contains(NoticeFact.FALLBACK_STARTED));
    }

    @Test
    void goesToNoPrivateDeliveryService() {
        PartnerId owner = partner();
        keep(journal, message(owner, Optional.empty()), Optional.empty());
        assertEquals(0, journal.deliveries().enlist("my-post", Set.of(owner), AT.minusSeconds(1), 100));
    }

    private static Taken keep(Journal node, UnsealedMessage message, Optional<Window> window) {
        return node.messages().keep(HELLO_WORK, message, Samples.stage(node.contents(), bytes()), window, AT);
    }

    private static UnsealedMessage message(PartnerId owner, Optional<FilingKey> filing) {
        return new UnsealedMessage(
                UUID.randomUUID().toString(),
                owner,
                "お知らせ",
                Optional.empty(),
                filing,
                Optional.empty(),
                Optional.empty(),
                ORIGIN);
    }

    private static byte[] bytes() {
        return ("<message>" + UUID.randomUUID() + "</message>").getBytes(StandardCharsets.UTF_8);
    }

    private static PartnerId partner() {
        return new PartnerId("p" + UUID.randomUUID().toString().substring(0, 8));
    }

    private static Set<NoticeFact> facts(NoticeView view) {
        return view.facts().times().keySet();
    }

    private List<JournalRow> rows(FilingKey filing) {
        return journal.applications().timeLine(filing.application());
    }

    private List<String> events(FilingKey filing, Taken taken) {
        return rows(filing).stream()
                .filter(row -> row.detail().contains(taken.id().toString()))
                .map(JournalRow::event)
                .toList();
    }

    private long told(NoticeId id) throws SQLException {
        return TestDatabase.count(settings, "outbox where kind = 'NOTICE_AVAILABLE' and pointer = '" + id + "'");
    }
}
