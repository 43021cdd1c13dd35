package io.renkei.journal.jdbc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.announcements.Announce.Taken;
import io.renkei.ports.announcements.Announcement;
import io.renkei.ports.announcements.AnnouncementId;
import io.renkei.ports.announcements.AnnouncementStore;
import io.renkei.ports.announcements.AnnouncementView;
import io.renkei.ports.announcements.InboxEntry;
import io.renkei.ports.announcements.InboxId;
import io.renkei.ports.announcements.PersonInbox;
import io.renkei.ports.content.StagedContent;
import io.renkei.ports.inboxes.Inbox;
import io.renkei.ports.people.TypedCode;
import io.renkei.ports.state.OutboxKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What announcements promise, whichever database is behind them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
abstract class AnnouncementContract {

    private static final DestinationId TAX = new DestinationId("tax-agency");
    private static final PartnerId PORTAL = new PartnerId("portal");
    private static final PartnerId OTHER = new PartnerId("city");
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private static final Announcement WHAT = new Announcement(
            "予定納税のお知らせ", "Estimated tax", "第1期の納期限は7月31日です。", "", "https://tax.example/1", Optional.empty());

    Journal journal;
    JournalSettings settings;

    private static SenderNumber fresh() {
        return new SenderNumber("A-" + UUID.randomUUID());
    }

    private AnnouncementStore store() {
        return journal.announcements();
    }

    private Taken keep(SenderNumber number, Announcement what, List<PersonInbox> inboxes) throws IOException {
        return keep(number, what, PORTAL, names(inboxes));
    }

    private static List<InboxId> names(List<PersonInbox> inboxes) {
        return inboxes.stream().map(PersonInbox::name).toList();
    }

    private Taken keep(SenderNumber number, Announcement what, PartnerId portal, List<InboxId> inboxes)
            throws IOException {
        StringBuilder names = new StringBuilder();
        inboxes.forEach(inbox -> names.append(inbox).append('\n'));
        byte[] list = names.toString().getBytes(StandardCharsets.US_ASCII);
        StagedContent staged = journal.contents().stage(new ByteArrayInputStream(list), 1_000_000);
        return store().keep(TAX, number, Sha256.of(list), what, portal, staged, inboxes.size(), NOW);
    }

    private AnnouncementId kept(Announcement what, PersonInbox... inboxes) throws IOException {
        return assertInstanceOf(Taken.Kept.class, keep(fresh(), what, List.of(inboxes)))
                .id();
    }

    private AnnouncementId delivered(Announcement what, PersonInbox... inboxes) throws IOException {
        AnnouncementId id = kept(what, inboxes);
        assertTrue(store().deliver(id, 0, names(List.of(inboxes)), NOW));
        return id;
    }

    private static PersonInbox inbox() {
        return new PersonInbox(PORTAL, new InboxId("i-" + UUID.randomUUID()));
    }

    @Test
    void isKeptOncePerNumberOfItsAgency() throws Exception {
        SenderNumber number = fresh();
        List<PersonInbox> inboxes = List.of(inbox());
        Taken.Kept first = assertInstanceOf(Taken.Kept.class, keep(number, WHAT, inboxes));
        assertEquals(new Taken.Kept(first.id(), 1, true), keep(number, WHAT, inboxes));
        assertInstanceOf(Taken.NumberReused.class, keep(number, WHAT, List.of(inbox())));
        assertEquals(
                List.of(OutboxKind.ANNOUNCEMENT_ACCEPTED),
                told(first.id(), OutboxKind.ANNOUNCEMENT_ACCEPTED, OutboxKind.ANNOUNCEMENT_AVAILABLE));
    }

    @Test
    void sixteenAtOnceAreKeptOnce() throws Exception {
        SenderNumber number = fresh();
        List<PersonInbox> inboxes = List.of(inbox());
        List<Taken> taken = Together.run(i -> keep(number, WHAT, inboxes));
        assertEquals(
                1,
                taken.stream().map(each -> ((Taken.Kept) each).id()).distinct().count());
        assertEquals(
                15,
                taken.stream().filter(each -> ((Taken.Kept) each).repeated()).count());
    }

    @Test
    void goesOnBehindItsMarkAndTellsThePortalWithTheLastLine() throws Exception {
        PersonInbox first = inbox();
        PersonInbox second = inbox();
        AnnouncementId id = kept(WHAT, first, second, first);
        assertEquals(Optional.of(0L), store().work(id).map(AnnouncementStore.Work::done));
        assertTrue(store().deliver(id, 0, names(List.of(first, second)), NOW));
        assertFalse(store().deliver(id, 0, names(List.of(first, second)), NOW), "another node was here");
        assertEquals(List.of(), told(id, OutboxKind.ANNOUNCEMENT_AVAILABLE));
        assertTrue(store().deliver(id, 2, names(List.of(first)), NOW));
        AnnouncementView view = store().find(TAX, id).orElseThrow();
        assertEquals(3, view.done());
        assertEquals(Optional.of(NOW), view.completed());
        assertEquals(List.of(OutboxKind.ANNOUNCEMENT_AVAILABLE), told(id, OutboxKind.ANNOUNCEMENT_AVAILABLE));
        assertEquals(Optional.empty(), store().work(id));
        assertEquals(1, page(first, false).size(), "named twice, there once");
    }

    @Test
    void sayingNothingToOthers() throws Exception {
        PersonInbox inbox = inbox();
        AnnouncementId id = delivered(WHAT, inbox);
        assertEquals(Optional.empty(), store().entry(inbox(), id, NOW));
        assertEquals(Optional.empty(), store().find(new DestinationId("other-agency"), id));
        assertFalse(store().withdraw(new DestinationId("other-agency"), id, NOW));
        assertFalse(store().mark(inbox(), id, true));
        assertEquals(
                Optional.of(WHAT), store().entry(inbox, id, NOW).orElseThrow().what());
    }

    @Test
    void theSameNameAtAnotherPortalIsAnotherInbox() throws Exception {
        PersonInbox own = inbox();
        PersonInbox other = new PersonInbox(OTHER, own.name());
        AnnouncementId id = delivered(WHAT, own);
        SenderNumber number = fresh();
        AnnouncementId theirs = ((Taken.Kept) keep(number, WHAT, OTHER, List.of(own.name()))).id();
        assertTrue(store().deliver(theirs, 0, List.of(own.name()), NOW));

        assertEquals(List.of(theirs), ids(page(other, false)));
        assertEquals(List.of(id), ids(page(own, false)));
        assertEquals(Optional.empty(), store().entry(other, id, NOW));
        store().seen(other, List.of(id), NOW);
        assertFalse(store().mark(other, id, true));
        InboxEntry entry = store().entry(own, id, NOW).orElseThrow();
        assertFalse(entry.read() || entry.seen().isPresent());
        assertEquals(Optional.of(OTHER), store().find(TAX, theirs).flatMap(AnnouncementView::portal));
        assertInstanceOf(Taken.NumberReused.class, keep(number, WHAT, PORTAL, List.of(own.name())));
    }

    private static List<AnnouncementId> ids(List<InboxEntry> entries) {
        return entries.stream().map(InboxEntry::id).toList();
    }

    @Test
    void oneOfBeforeIsReadByTheOnlyPortalThatIsKnownOrByWhomAnOperatorSays() throws Exception {
        PersonInbox own = inbox();
        PersonInbox other = new PersonInbox(OTHER, own.name());
        AnnouncementId id = delivered(WHAT, own);
        TestDatabase.tamper(settings, "update announcement set portal = null");

        TestDatabase.tamper(settings, assignment());
        assertEquals(Optional.empty(), store().entry(own, id, NOW), "no portal is known");
        invite(own);
        TestDatabase.tamper(settings, assignment());
        assertTrue(store().entry(own, id, NOW).isPresent());

        TestDatabase.tamper(settings, "update announcement set portal = null");
        invite(other);
        TestDatabase.tamper(settings, assignment());
        assertEquals(Optional.empty(), store().entry(own, id, NOW), "there are two");
        assertTrue(store().adopt(OTHER) >= 1);
        assertTrue(store().entry(other, id, NOW).isPresent());
        assertEquals(0, store().adopt(PORTAL));
    }

    private void invite(PersonInbox inbox) {
        journal.accountInboxes()
                .invite(
                        new Inbox(inbox.portal(), Optional.of(inbox.name())),
                        TypedCode.draw(),
                        NOW.plusSeconds(60),
                        NOW);
    }

    /** What the migration does with the rows that it finds. */
    private static String assignment() throws IOException {
        try (InputStream migration =
                AnnouncementContract.class.getResourceAsStream("/db/h2/V23__inboxes_of_portals.sql")) {
            String all = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
            return all.substring(all.indexOf("update announcement"), all.lastIndexOf(';'));
        }
    }

    @Test
    void listsPagesNewestFirst() throws Exception {
        PersonInbox inbox = inbox();
        List<AnnouncementId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            AnnouncementId id = kept(WHAT, inbox);
            assertTrue(store().deliver(id, 0, names(List.of(inbox)), NOW.plusSeconds(i)));
            ids.add(0, id);
        }
        List<AnnouncementId> read = new ArrayList<>();
        Optional<AnnouncementId> before = Optional.empty();
        for (int page = 0; page < 3; page++) {
            List<InboxEntry> entries = store().inbox(inbox, false, before, 2, NOW);
            entries.forEach(entry -> read.add(entry.id()));
            before = Optional.of(read.get(read.size() - 1));
        }
        assertEquals(ids, read);
        assertEquals(List.of(), store().inbox(inbox, false, before, 2, NOW));
    }

    @Test
    void seenIsAFactAndReadIsTheirOwnMark() throws Exception {
        PersonInbox inbox = inbox();
        AnnouncementId id = delivered(WHAT, inbox);
        store().seen(inbox, List.of(id), NOW);
        store().seen(inbox, List.of(id), NOW.plusSeconds(9));
        InboxEntry entry = store().entry(inbox, id, NOW).orElseThrow();
        assertEquals(Optional.of(NOW), entry.seen());
        assertFalse(entry.read());
        assertTrue(store().mark(inbox, id, true));
        assertEquals(List.of(), page(inbox, true));
        assertEquals(1, page(inbox, false).size());
        assertTrue(store().mark(inbox, id, false));
        assertEquals(1, page(inbox, true).size());
    }

    @Test
    void takenBackItTellsNothingAndGoesNoFurther() throws Exception {
        PersonInbox first = inbox();
        AnnouncementId id = kept(WHAT, first, inbox());
        assertTrue(store().deliver(id, 0, names(List.of(first)), NOW));
        assertTrue(store().withdraw(TAX, id, NOW));
        assertTrue(store().withdraw(TAX, id, NOW.plusSeconds(1)));
        assertFalse(store().deliver(id, 1, names(List.of(inbox())), NOW));
        assertEquals(Optional.empty(), store().work(id));
        InboxEntry entry = store().entry(first, id, NOW).orElseThrow();
        assertEquals(Optional.of(NOW), entry.withdrawn());
        assertEquals(Optional.empty(), entry.what());
    }

    @Test
    void isShownUntilItsTime() throws Exception {
        Announcement brief = new Announcement("題", "", "文", "", "", Optional.of(NOW.plusSeconds(60)));
        PersonInbox inbox = inbox();
        AnnouncementId id = delivered(brief, inbox);
        assertEquals(
                Optional.of(brief), store().entry(inbox, id, NOW).orElseThrow().what());
        assertEquals(Optional.empty(), store().entry(inbox, id, NOW.plusSeconds(60)));
        assertEquals(List.of(), store().inbox(inbox, false, Optional.empty(), 10, NOW.plusSeconds(60)));
    }

    @Test
    void aThousandInboxesAreOneDelivery() throws Exception {
        List<PersonInbox> inboxes = IntStream.range(0, 1_000)
                .mapToObj(i -> new PersonInbox(PORTAL, new InboxId("bulk-" + UUID.randomUUID())))
                .toList();
        AnnouncementId id =
                assertInstanceOf(Taken.Kept.class, keep(fresh(), WHAT, inboxes)).id();
        assertTrue(store().open(100).stream().anyMatch(view -> view.id().equals(id)));
        assertTrue(store().deliver(id, 0, names(inboxes), NOW));
        assertTrue(store().open(100).stream().noneMatch(view -> view.id().equals(id)));
        assertEquals(1, page(inboxes.get(999), true).size());
    }

    private List<InboxEntry> page(PersonInbox inbox, boolean unread) {
        return store().inbox(inbox, unread, Optional.empty(), 100, NOW);
    }

    private List<OutboxKind> told(AnnouncementId id, OutboxKind... kinds) {
        List<OutboxKind> told = new ArrayList<>();
        journal.outbox()
                .drain(
                        Set.of(kinds),
                        500,
                        rows -> rows.stream()
                                .filter(row -> row.pointer().equals(id.toString()))
                                .forEach(row -> told.add(row.kind())));
        return told;
    }
}
