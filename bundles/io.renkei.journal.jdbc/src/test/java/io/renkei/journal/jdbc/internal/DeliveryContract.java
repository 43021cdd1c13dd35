package io.renkei.journal.jdbc.internal;

import static io.renkei.journal.jdbc.internal.Samples.HELLO_WORK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.ports.notices.DeliveryStore.Due;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeStore.Judgement;
import io.renkei.ports.notices.NoticeStore.Replaces;
import io.renkei.ports.notices.NoticeStore.Said;
import io.renkei.ports.notices.NoticeStore.Window;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.state.JournalRow;
import io.renkei.ports.state.NewApplication;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What the lists of what is to be delivered promise, whichever database is behind them. Each test has an inbox of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(30)
abstract class DeliveryContract {

    private static final Instant AVAILABLE = Instant.parse("2026-05-01T01:02:03.456789Z");
    private static final Duration LEASE = Duration.ofHours(1);
    private static final String POST = "my-post";
    private static final String BOX = "e-box";

    Journal journal;
    Journal otherNode;
    JournalSettings settings;

    @Test
    void listsWhatLiesInTheInboxAndWasNeitherTakenNorGivenUp() {
        PartnerId me = partner();
        NoticeId waiting = available(me, AVAILABLE);
        NoticeId old = available(me, AVAILABLE.minusSeconds(1));
        NoticeId taken = available(me, AVAILABLE);
        NoticeId givenUp = available(me, AVAILABLE);
        NoticeId replaced = replaced(me, false);
        NoticeId withdrawn = replaced(me, true);
        NoticeId foreign = available(partner(), AVAILABLE);
        journal.notices().delivered(POST, Set.of(taken), AVAILABLE);
        journal.notices().failed(POST, givenUp, "E-1", AVAILABLE);

        enlist(POST, me);

        List<NoticeId> listed = ids(claim(POST, me, 100));
        assertTrue(listed.contains(waiting));
        for (NoticeId other : List.of(old, taken, givenUp, replaced, withdrawn, foreign)) {
            assertTrue(!listed.contains(other), other::toString);
        }
        assertEquals(3, listed.size(), "the waiting one and the two that came later in place of others");
        assertEquals(0, otherNode.deliveries().enlist(POST, Set.of(me), AVAILABLE, 500), "once");
        assertEquals(5, otherNode.deliveries().enlist(BOX, Set.of(me), AVAILABLE, 500), "a list per channel");
    }

    @Test
    void listsSomeAtATimeThoseFirstThatWaitLongest() {
        PartnerId me = partner();
        List<NoticeId> ids = IntStream.range(0, 5)
                .mapToObj(i -> available(me, AVAILABLE.plusSeconds(10 - i)))
                .toList();

        assertEquals(2, journal.deliveries().enlist(POST, Set.of(me), AVAILABLE, 2));
        assertEquals(List.of(ids.get(4), ids.get(3)), overdue(me, AVAILABLE.plusSeconds(100)));
        assertEquals(3, journal.deliveries().enlist(POST, Set.of(me), AVAILABLE, 500));
        assertEquals(List.of(ids.get(4)), overdue(me, AVAILABLE.plusSeconds(7)));
        assertEquals(List.of(), journal.deliveries().overdue(POST, Set.of(partner()), AVAILABLE.plusSeconds(100), 100));
    }

    @Test
    void givesAClaimToNobodyElseBeforeItsLeaseIsOver() throws Exception {
        PartnerId me = partner();
        NoticeId id = available(me, AVAILABLE);
        enlist(POST, me);

        List<Due> claimed = claim(POST, me, 10);
        assertEquals(List.of(id), ids(claimed));
        assertEquals(0, claimed.get(0).tries());
        assertEquals("", claimed.get(0).notice().title());
        assertEquals(Optional.of(me), claimed.get(0).notice().addressee());
        assertEquals(List.of(), otherNode.deliveries().claim(POST, Set.of(me), LEASE, 10));

        pass(me);
        assertEquals(List.of(id), ids(otherNode.deliveries().claim(POST, Set.of(me), LEASE, 10)));
        assertEquals(List.of(), claim(POST, me, 10));
    }

    @Test
    void countsTriesAndWaitsForThePauseBetweenThem() throws Exception {
        PartnerId me = partner();
        NoticeId id = available(me, AVAILABLE);
        enlist(POST, me);
        claim(POST, me, 10);

        journal.deliveries().again(POST, id, Duration.ofHours(1));
        assertEquals(List.of(), claim(POST, me, 10));
        pass(me);
        assertEquals(1, claim(POST, me, 10).get(0).tries());
        journal.deliveries().again(POST, id, Duration.ZERO);
        assertEquals(2, claim(POST, me, 10).get(0).tries());
        journal.notices().delivered(POST, Set.of(id), AVAILABLE);
        journal.deliveries().again(POST, id, Duration.ZERO);
        assertEquals(List.of(), claim(POST, me, 10));
    }

    @Test
    void whatCameToItsEndOnOneChannelStaysOnTheListOfAnother() throws Exception {
        PartnerId me = partner();
        NoticeId delivered = available(me, AVAILABLE);
        NoticeId failed = available(me, AVAILABLE);
        enlist(POST, me);
        enlist(BOX, me);

        journal.notices().delivered(POST, Set.of(delivered), AVAILABLE);
        journal.notices().failed(POST, failed, "E-1", AVAILABLE);

        assertEquals(0, TestDatabase.count(settings, listed(POST, me)));
        assertEquals(2, TestDatabase.count(settings, listed(BOX, me)));
        enlist(POST, me);
        assertEquals(List.of(), claim(POST, me, 10));
        assertEquals(2, claim(BOX, me, 10).size());
    }

    @Test
    void whatIsTakenBackMeanwhileLeavesTheList() throws Exception {
        PartnerId me = partner();
        FilingKey filing = filing(me);
        String number = UUID.randomUUID().toString();
        NoticeId id = matched(filing, number, AVAILABLE, Said.NOTHING);
        enlist(POST, me);
        matched(filing, UUID.randomUUID().toString(), AVAILABLE.minusSeconds(1), replacing(number, true));

        assertEquals(List.of(), claim(POST, me, 10));
        assertEquals(0, TestDatabase.count(settings, listed(POST, me)));
        assertTrue(journal.notices().find(id).orElseThrow().facts().has(NoticeFact.WITHDRAWN));
    }

    @Test
    void leavesWhatIsSomebodyElses() {
        PartnerId me = partner();
        NoticeId id = available(me, AVAILABLE);
        enlist(POST, me);

        assertEquals(List.of(), claim(POST, partner(), 10));
        assertEquals(List.of(), journal.deliveries().claim(POST, Set.of(), LEASE, 10));
        assertEquals(0, journal.deliveries().enlist(POST, Set.of(), AVAILABLE, 10));
        assertEquals(List.of(id), ids(claim(POST, me, 10)));
    }

    @Test
    void sixteenThatListAtOnceListEachOnce() throws Exception {
        PartnerId me = partner();
        for (int i = 0; i < 30; i++) {
            available(me, AVAILABLE);
        }

        List<Integer> listed = Together.run(i -> node(i).deliveries().enlist(POST, Set.of(me), AVAILABLE, 500));

        assertEquals(30, listed.stream().mapToInt(Integer::intValue).sum());
        assertEquals(30, TestDatabase.count(settings, listed(POST, me)));
    }

    @Test
    void sixteenThatClaimAtOnceGetEachOnce() throws Exception {
        PartnerId me = partner();
        Set<NoticeId> ids =
                IntStream.range(0, 30).mapToObj(i -> available(me, AVAILABLE)).collect(Collectors.toSet());
        enlist(POST, me);

        List<NoticeId> claimed = new ArrayList<>();
        Together.run(i -> node(i).deliveries().claim(POST, Set.of(me), LEASE, 3))
                .forEach(some -> claimed.addAll(ids(some)));
        // What one skipped because another looked at it is still there.
        List<NoticeId> rest = ids(claim(POST, me, 100));
        claimed.addAll(rest);

        assertEquals(30, claimed.size());
        assertEquals(ids, Set.copyOf(claimed));
    }

    @Test
    void whatWasGivenUpStandsOnTheListAgainByOrderAndOnce() throws Exception {
        PartnerId me = partner();
        NoticeId id = available(me, AVAILABLE);
        enlist(POST, me);
        journal.notices().failed(POST, id, "DELIVERY-005 422", AVAILABLE);
        assertEquals(List.of(id), givenUp(me, Optional.of("DELIVERY-005")));
        assertEquals(List.of(), givenUp(me, Optional.of("DELIVERY-00")));
        assertEquals(List.of(), givenUp(me, Optional.of("DELIVERY-006")));

        assertTrue(journal.deliveries().redeliver(POST, id, "operator", AVAILABLE.plusSeconds(9)));
        assertTrue(!otherNode.deliveries().redeliver(POST, id, "operator", AVAILABLE.plusSeconds(9)), "it waits");
        assertEquals(List.of(), givenUp(me, Optional.empty()));
        assertEquals(List.of(), journal.notices().deliveries(id));
        assertEquals(List.of(), overdue(me, AVAILABLE.plusSeconds(60)), "as long as a new one");
        assertEquals(List.of(id), ids(claim(POST, me, 10)));

        journal.notices().failed(POST, id, "DELIVERY-006", AVAILABLE.plusSeconds(10));
        journal.deliveries().redeliver(POST, id, "operator", AVAILABLE.plusSeconds(11));
        journal.notices().delivered(POST, Set.of(id), AVAILABLE.plusSeconds(12));
        assertTrue(!journal.deliveries().redeliver(POST, id, "operator", AVAILABLE.plusSeconds(13)), "it was taken");
        assertEquals(
                List.of(
                        "NOTICE_FAILED",
                        "NOTICE_REDELIVERY_ORDERED",
                        "NOTICE_FAILED",
                        "NOTICE_REDELIVERY_ORDERED",
                        "NOTICE_DELIVERED"),
                events(id).stream().skip(2).toList());
    }

    @Test
    void whatWasReplacedOrIsOverIsNotTriedAgain() {
        PartnerId me = partner();
        NoticeId replaced = replaced(me, false);
        NoticeId over = matched(
                filing(me),
                UUID.randomUUID().toString(),
                AVAILABLE,
                new Said(Optional.empty(), false, Optional.empty(), Optional.of(new Window(AVAILABLE, AVAILABLE))));
        for (NoticeId id : List.of(replaced, over)) {
            journal.notices().failed(POST, id, "DELIVERY-006", AVAILABLE);
            assertTrue(!journal.deliveries().redeliver(POST, id, "operator", AVAILABLE.plusSeconds(1)));
        }
        assertEquals(List.of(), givenUp(me, Optional.empty()));
    }

    @Test
    void anOpeningCountsOnceAndOnlyOfWhatTheChannelDelivered() {
        PartnerId me = partner();
        NoticeId id = available(me, AVAILABLE);
        Instant opened = AVAILABLE.plusSeconds(5);
        assertTrue(!journal.deliveries().opened(POST, id, opened, AVAILABLE.plusSeconds(6)));
        journal.notices().delivered(POST, Set.of(id), AVAILABLE);
        assertTrue(!journal.deliveries().opened(BOX, id, opened, AVAILABLE.plusSeconds(6)));
        assertTrue(journal.deliveries().opened(POST, id, opened, AVAILABLE.plusSeconds(6)));
        assertTrue(otherNode.deliveries().opened(POST, id, opened.plusSeconds(1), AVAILABLE.plusSeconds(7)));

        NoticeView view = journal.notices().find(id).orElseThrow();
        assertEquals(Optional.of(AVAILABLE.plusSeconds(6)), view.facts().at(NoticeFact.OPENED));
        assertEquals(Optional.empty(), view.fetched(), "opened there is not fetched here");
        assertEquals(
                Optional.of(opened), journal.notices().deliveries(id).get(0).opened());
        assertEquals(1, events(id).stream().filter("NOTICE_OPENED"::equals).count());
    }

    // ---------------------------------------------------------------- helpers

    private List<NoticeId> givenUp(PartnerId me, Optional<String> code) {
        return journal.deliveries().givenUp(POST, code, AVAILABLE.plusSeconds(1), 500).stream()
                .filter(notice -> notice.addressee().equals(Optional.of(me)))
                .map(NoticeView::id)
                .toList();
    }

    private List<String> events(NoticeId id) {
        FilingKey filing = journal.notices().find(id).orElseThrow().filing().orElseThrow();
        return journal.applications().timeLine(filing.application()).stream()
                .filter(row -> row.detail().contains(id.toString()))
                .map(JournalRow::event)
                .toList();
    }

    private static PartnerId partner() {
        return new PartnerId("partner-" + UUID.randomUUID());
    }

    private Journal node(int i) {
        return i % 2 == 0 ? journal : otherNode;
    }

    private void enlist(String channel, PartnerId addressee) {
        journal.deliveries().enlist(channel, Set.of(addressee), AVAILABLE, 500);
    }

    private List<Due> claim(String channel, PartnerId addressee, int limit) {
        return journal.deliveries().claim(channel, Set.of(addressee), LEASE, limit);
    }

    private List<NoticeId> overdue(PartnerId addressee, Instant available) {
        return journal.deliveries().overdue(POST, Set.of(addressee), available, 100);
    }

    private static List<NoticeId> ids(List<Due> due) {
        return due.stream().map(each -> each.notice().id()).toList();
    }

    private static String listed(String channel, PartnerId addressee) {
        return "notice_to_deliver where channel = '" + channel + "' and addressee = '" + addressee.value() + "'";
    }

    /** As if the time had passed that each waits for. */
    private void pass(PartnerId addressee) throws Exception {
        TestDatabase.tamper(
                settings,
                "update notice_to_deliver set try_at = try_at - interval '2' hour where addressee = '"
                        + addressee.value() + "'");
    }

    private NoticeId available(PartnerId addressee, Instant at) {
        return matched(filing(addressee), UUID.randomUUID().toString(), at, Said.NOTHING);
    }

    /** One whose issuer sent another in its place. */
    private NoticeId replaced(PartnerId addressee, boolean withdraws) {
        FilingKey filing = filing(addressee);
        String number = UUID.randomUUID().toString();
        NoticeId id = matched(filing, number, AVAILABLE, Said.NOTHING);
        matched(filing, UUID.randomUUID().toString(), AVAILABLE, replacing(number, withdraws));
        return id;
    }

    private static Said replacing(String number, boolean withdraws) {
        return new Said(Optional.empty(), false, Optional.of(new Replaces(number, withdraws)), Optional.empty());
    }

    private FilingKey filing(PartnerId sender) {
        NewApplication application = Samples.application(
                Samples.number(), sender, Samples.senderNumber(), Samples.stage(journal.contents()), 1);
        journal.applications().admit(application);
        return application.filings().get(0).key();
    }

    private NoticeId matched(FilingKey filing, String number, Instant at, Said said) {
        byte[] document = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        NoticeId id = journal.notices()
                .keep(HELLO_WORK, "rest", "", Samples.stage(journal.contents(), document), at)
                .id();
        journal.notices()
                .judge(
                        id,
                        new Judgement(NoticeVerdict.MATCHED, number, Optional.of(filing), "通知", Optional.empty(), "")
                                .saying(said),
                        at);
        return id;
    }
}
