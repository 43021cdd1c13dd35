package io.renkei.journal.jdbc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.ports.announcements.InboxId;
import io.renkei.ports.announcements.PersonInbox;
import io.renkei.ports.delegation.Delegation;
import io.renkei.ports.delegation.DelegationId;
import io.renkei.ports.delegation.DelegationWarning;
import io.renkei.ports.delegation.Grant;
import io.renkei.ports.delegation.Service;
import io.renkei.ports.inboxes.AccountInboxes;
import io.renkei.ports.inboxes.AccountInboxes.Tied;
import io.renkei.ports.inboxes.Inbox;
import io.renkei.ports.inboxes.InboxTie;
import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.linkage.Link;
import io.renkei.ports.linkage.SignedRequest;
import io.renkei.ports.notices.InboxFilter;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeStore.Judgement;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.people.Account;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.AccountJournal;
import io.renkei.ports.people.AccountJournal.Estate;
import io.renkei.ports.people.Accounts.Added;
import io.renkei.ports.people.Accounts.Proof;
import io.renkei.ports.people.Accounts.Removed;
import io.renkei.ports.people.Actor;
import io.renkei.ports.people.Authenticator;
import io.renkei.ports.people.Session;
import io.renkei.ports.people.TypedCode;
import io.renkei.ports.sites.SiteId;
import io.renkei.ports.state.NewApplication;
import io.renkei.ports.state.Outbox.OutboxRow;
import io.renkei.ports.state.OutboxKind;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What certificates of an account, its inboxes, warnings and its end promise, whichever database is behind them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
abstract class PeopleContract {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private static final Instant LATER = NOW.plus(1, ChronoUnit.DAYS);
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneId.of("Asia/Tokyo"));
    private static final SiteId BANK = new SiteId("minato-bank");

    Journal journal;
    Journal otherNode;
    JournalSettings settings;

    private Authenticator proof;
    private Account account;

    @BeforeEach
    void signIn() {
        proof = certificate();
        account = journal.accounts().signIn(proof, NOW);
    }

    private static Authenticator certificate() {
        return new Authenticator.Certificate("ab12", new BigInteger(64, new java.util.Random()));
    }

    private Journal node(int i) {
        return i % 2 == 0 ? journal : otherNode;
    }

    private List<String> events(AccountId of) {
        assertEquals(Optional.empty(), journal.accountJournal().verify(of));
        return journal.accountJournal().timeLine(of).stream()
                .map(AccountJournal.Row::event)
                .toList();
    }

    // Certificates

    private String invited() {
        String code = TypedCode.draw();
        journal.accounts().invite(account.id(), code, LATER, NOW);
        return code;
    }

    @Test
    void aCodeAddsACertificateOnceOnWhateverNode() throws Exception {
        String code = invited();
        List<Authenticator> proofs = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            proofs.add(certificate());
        }

        List<Added> added = Together.run(i -> node(i).accounts().add(code, proofs.get(i % 16), NOW));

        assertEquals(1, added.stream().filter(Added.To.class::isInstance).count());
        assertEquals(2, journal.accounts().proofs(account.id()).size());
        assertEquals(List.of("ACCOUNT_OPENED", "AUTHENTICATOR_INVITED", "AUTHENTICATOR_ADDED"), events(account.id()));
        assertEquals(
                0, TestDatabase.count(settings, "authenticator_invitation where account = '" + account.id() + "'"));
    }

    @Test
    void noCodeAddsWhatIsAnothersOfTheOtherKindOrTooLateAndItStaysGood() {
        String code = invited();
        Authenticator others = certificate();
        Account other = journal.accounts().signIn(others, NOW);
        assertInstanceOf(Added.OfAnother.class, journal.accounts().add(code, others, NOW));
        assertEquals(other, journal.accounts().signIn(others, NOW));
        Authenticator company = new Authenticator.CompanyAccount(
                URI.create("https://gbiz.example"), UUID.randomUUID().toString());
        assertInstanceOf(Added.OtherKind.class, journal.accounts().add(code, company, NOW));
        assertInstanceOf(Added.NoSuchCode.class, journal.accounts().add(code, certificate(), LATER));
        assertInstanceOf(Added.NoSuchCode.class, journal.accounts().add(TypedCode.draw(), certificate(), NOW));
        assertEquals(Optional.empty(), journal.accounts().find(company));
        String typed = TypedCode.grouped(code).toLowerCase().replace('0', 'o').replace('1', 'l');
        Authenticator renewed = certificate();
        assertEquals(new Added.To(account), otherNode.accounts().add(typed, renewed, NOW));
        assertEquals(account, journal.accounts().signIn(renewed, NOW));
    }

    @Test
    void aNewCodeTakesThePlaceOfTheOneBefore() {
        String first = invited();
        String second = invited();
        assertInstanceOf(Added.NoSuchCode.class, journal.accounts().add(first, certificate(), NOW));
        assertInstanceOf(Added.To.class, journal.accounts().add(second, certificate(), NOW));
    }

    @Test
    void anAccountHasSoManyCertificatesAndNoMore() {
        for (int i = 1; i < 10; i++) {
            assertInstanceOf(Added.To.class, journal.accounts().add(invited(), certificate(), NOW));
        }
        assertInstanceOf(Added.TooMany.class, journal.accounts().add(invited(), certificate(), NOW));
    }

    @Test
    void aRemovedCertificateOpensNothingItsOtherSessionsEndAndTheLastStays() throws Exception {
        Authenticator renewed = certificate();
        journal.accounts().add(invited(), renewed, NOW.plusSeconds(1));
        Session mine = session();
        Session lost = session();
        List<Proof> proofs = otherNode.accounts().proofs(account.id());
        Account other = journal.accounts().signIn(certificate(), NOW);

        assertEquals(
                Removed.UNKNOWN,
                journal.accounts().remove(other.id(), proofs.get(0).id(), mine.id(), NOW));
        List<Removed> removed = Together.run(
                i -> node(i).accounts().remove(account.id(), proofs.get(i % 2).id(), mine.id(), NOW));

        assertEquals(1, removed.stream().filter(Removed.DONE::equals).count(), removed::toString);
        assertEquals(1, journal.accounts().proofs(account.id()).size());
        assertTrue(journal.sessions()
                .use("s" + mine.id(), Duration.ofHours(1), NOW)
                .isPresent());
        assertEquals(Optional.empty(), otherNode.sessions().use("s" + lost.id(), Duration.ofHours(1), NOW));
        assertTrue(events(account.id()).contains("AUTHENTICATOR_REMOVED"));
    }

    private Session session() {
        Session session = new Session(UUID.randomUUID(), account, NOW, LATER);
        journal.sessions().add(session, "s" + session.id());
        return session;
    }

    // Inboxes

    private static Inbox fresh() {
        return new Inbox(new PartnerId("p" + UUID.randomUUID()), Optional.of(new InboxId("i" + UUID.randomUUID())));
    }

    private String invited(Inbox inbox) {
        String code = TypedCode.draw();
        journal.accountInboxes().invite(inbox, code, LATER, NOW);
        return code;
    }

    @Test
    void aCodeTiesOneAccountToOneInbox() throws Exception {
        Inbox inbox = fresh();
        String code = invited(inbox);
        List<AccountId> accounts = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            accounts.add(journal.accounts().signIn(certificate(), NOW).id());
        }

        List<Tied> tied = Together.run(i -> node(i).accountInboxes().tie(accounts.get(i % 16), code, NOW));

        assertEquals(1, tied.stream().filter(Tied.Reads.class::isInstance).count());
        long reading = accounts.stream()
                .filter(each -> !otherNode.accountInboxes().of(each).isEmpty())
                .count();
        assertEquals(1, reading);
        assertInstanceOf(Tied.NoSuchCode.class, journal.accountInboxes().tie(account.id(), invited(fresh()), LATER));
    }

    @Test
    void aTieIsReadOnceGivenUpOnceAndEachIsEvidence() {
        Inbox inbox = new Inbox(new PartnerId("acme"), Optional.empty());
        InboxTie tie = reads(invited(inbox));
        assertEquals(tie, reads(invited(inbox)), "the same inbox once");
        assertEquals(inbox, tie.inbox());
        AccountId other = journal.accounts().signIn(certificate(), NOW).id();
        assertFalse(journal.accountInboxes().untie(other, tie.id(), NOW));
        journal.accountInboxes().read(new Actor(other, account.id()), tie, "LIST", "", NOW);
        assertTrue(otherNode.accountInboxes().untie(account.id(), tie.id(), NOW));
        assertFalse(journal.accountInboxes().untie(account.id(), tie.id(), NOW));
        assertEquals(List.of("ACCOUNT_OPENED", "INBOX_TIED", "INBOX_READ", "INBOX_UNTIED"), events(account.id()));
    }

    private InboxTie reads(String code) {
        return assertInstanceOf(Tied.Reads.class, journal.accountInboxes().tie(account.id(), code, NOW))
                .tie();
    }

    @Test
    void tooManyWrongCodesADayAndNoRightOneHelps() {
        for (int i = 0; i < AccountInboxes.MOST_MISSES; i++) {
            journal.accountInboxes().tie(account.id(), TypedCode.draw(), NOW);
        }
        String code = invited(fresh());
        assertInstanceOf(Tied.NoSuchCode.class, journal.accountInboxes().tie(account.id(), code, NOW));
        assertEquals(10, journal.delegations().misses(account.id(), TODAY), "codes of delegations count the same");
        AccountId other = journal.accounts().signIn(certificate(), NOW).id();
        assertInstanceOf(Tied.Reads.class, journal.accountInboxes().tie(other, code, NOW));
    }

    @Test
    void anInboxHasSoManyCodesThatWaitAndTheOldestGoes() {
        Inbox inbox = fresh();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i <= AccountInboxes.MOST_CODES; i++) {
            codes.add(TypedCode.draw());
            journal.accountInboxes().invite(inbox, codes.get(i), LATER.plusSeconds(i), NOW);
        }
        assertInstanceOf(Tied.NoSuchCode.class, journal.accountInboxes().tie(account.id(), codes.get(0), NOW));
        assertInstanceOf(Tied.Reads.class, journal.accountInboxes().tie(account.id(), codes.get(1), NOW));
    }

    @Test
    void anAccountReadsSoManyInboxesAndNoMore() {
        for (int i = 0; i < AccountInboxes.MOST; i++) {
            reads(invited(fresh()));
        }
        assertInstanceOf(Tied.TooMany.class, journal.accountInboxes().tie(account.id(), invited(fresh()), NOW));
    }

    private FilingKey filing(PartnerId sender) {
        NewApplication application = Samples.application(
                Samples.number(), sender, Samples.senderNumber(), Samples.stage(journal.contents()), 1);
        journal.applications().admit(application);
        return application.filings().get(0).key();
    }

    private NoticeId notice(FilingKey filing) {
        byte[] document = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        NoticeId id = journal.notices()
                .keep(Samples.HELLO_WORK, "rest", "", Samples.stage(journal.contents(), document), NOW)
                .id();
        journal.notices()
                .judge(
                        id,
                        new Judgement(
                                NoticeVerdict.MATCHED, id.toString(), Optional.of(filing), "通知", Optional.empty(), ""),
                        NOW);
        return id;
    }

    @Test
    void anInboxOfAPersonHasWhatWasPlacedThereAndNothingElse() {
        PartnerId portal = new PartnerId("city-" + UUID.randomUUID());
        Inbox inbox = new Inbox(portal, Optional.of(new InboxId("a1")));
        FilingKey own = filing(portal);
        FilingKey others = filing(portal);
        NoticeId notice = notice(own);
        notice(others);
        ArrivalNumber number = own.application();
        assertFalse(journal.accountInboxes().place(new PartnerId("acme"), number, new InboxId("a1"), NOW));
        assertFalse(journal.accountInboxes().holds(inbox, number));

        assertTrue(journal.accountInboxes().place(portal, number, new InboxId("a1"), NOW));
        assertTrue(otherNode.accountInboxes().place(portal, number, new InboxId("a1"), NOW), "again changes nothing");

        assertTrue(otherNode.accountInboxes().holds(inbox, number));
        assertFalse(journal.accountInboxes().holds(inbox, others.application()));
        assertFalse(journal.accountInboxes()
                .holds(new Inbox(new PartnerId("acme"), Optional.of(new InboxId("a1"))), number));
        InboxFilter filter = InboxFilter.ALL.of(inbox.person());
        assertEquals(
                List.of(notice),
                otherNode.notices().inbox(portal, filter, Optional.empty(), 10).stream()
                        .map(NoticeView::id)
                        .toList());
        assertEquals(
                2,
                journal.notices()
                        .inbox(portal, InboxFilter.ALL, Optional.empty(), 10)
                        .size());
        assertTrue(journal.accountInboxes().place(portal, number, new InboxId("b2"), NOW));
        assertEquals(List.of(), journal.notices().inbox(portal, filter, Optional.empty(), 10));
        assertEquals(
                2,
                journal.applications().timeLine(number).stream()
                        .filter(row -> row.event().equals("INBOX_PLACED"))
                        .count());
    }

    // Warnings

    private Delegation given(AccountId representative, LocalDate from, LocalDate until) {
        Delegation delegation = new Delegation(
                new DelegationId(UUID.randomUUID()),
                account.id(),
                Optional.of(representative),
                "",
                new Grant(Set.of(Service.NOTICES), Set.of(), from, until),
                NOW,
                Optional.empty(),
                1);
        assertTrue(journal.delegations().add(delegation, Optional.empty(), 20));
        return delegation;
    }

    /** What the portal would be told of this delegation from now on. */
    private List<DelegationWarning> told(Delegation delegation) {
        List<OutboxRow> rows = new ArrayList<>();
        while (journal.outbox().drain(Set.of(OutboxKind.DELEGATION_ENDING), 500, rows::addAll) > 0) {}
        Set<UUID> ids = rows.stream().map(row -> UUID.fromString(row.pointer())).collect(Collectors.toSet());
        return otherNode.delegations().warnings(ids).stream()
                .filter(each -> each.delegation().equals(delegation.id()))
                .toList();
    }

    @Test
    void bothAreWarnedOnceThirtyDaysBeforeAndOnceOnTheLastDay() throws Exception {
        AccountId representative = journal.accounts().signIn(certificate(), NOW).id();
        Delegation near = given(representative, TODAY, TODAY.plusDays(40));
        reads(invited(new Inbox(new PartnerId("city"), Optional.of(new InboxId("a1")))));
        reads(invited(new Inbox(new PartnerId("acme"), Optional.empty())));
        told(near);
        journal.delegations().warn(TODAY.plusDays(9), NOW, 200);
        assertEquals(List.of(), told(near), "31 days before");

        Together.run(i -> node(i).delegations().warn(TODAY.plusDays(10), NOW, 200));

        List<DelegationWarning> first = told(near);
        assertEquals(
                Set.of(true, false),
                first.stream().map(DelegationWarning::representative).collect(Collectors.toSet()));
        assertEquals(2, first.size());
        assertFalse(first.get(0).lastDay());
        assertEquals(
                List.of(new PersonInbox(new PartnerId("city"), new InboxId("a1"))),
                first.stream()
                        .filter(each -> !each.representative())
                        .findFirst()
                        .orElseThrow()
                        .inboxes());
        otherNode.delegations().warn(TODAY.plusDays(39), NOW, 200);
        assertEquals(List.of(), told(near), "warned already");
        Together.run(i -> node(i).delegations().warn(TODAY.plusDays(40), NOW, 200));
        List<DelegationWarning> last = told(near);
        assertEquals(2, last.size());
        assertTrue(last.get(0).lastDay() && last.get(1).lastDay());
        journal.delegations().warn(TODAY.plusDays(40), NOW, 200);
        journal.delegations().warn(TODAY.plusDays(41), NOW, 200);
        assertEquals(List.of(), told(near));
        assertEquals(
                2,
                events(account.id()).stream()
                        .filter("DELEGATION_WARNED"::equals)
                        .count());
    }

    @Test
    void whatWasEndedOrHasNotBegunWarnsNobodyAndAnotherLastDayWarnsAnew() {
        AccountId representative = journal.accounts().signIn(certificate(), NOW).id();
        Delegation begins = given(representative, TODAY.plusDays(5), TODAY.plusDays(10));
        Delegation ends = given(representative, TODAY, TODAY.plusDays(10));
        Delegation over = changed(ends, ends.grant(), Optional.of(NOW));
        assertTrue(journal.delegations().replace(ends, over, "DELEGATION_ENDED", representative, NOW));
        journal.delegations().warn(TODAY, NOW, 200);
        assertEquals(List.of(), told(ends));
        assertEquals(List.of(), told(begins));

        journal.delegations().warn(TODAY.plusDays(5), NOW, 200);
        assertEquals(2, told(begins).size());
        Grant longer = new Grant(Set.of(Service.NOTICES), Set.of(), TODAY, TODAY.plusDays(20));
        assertTrue(journal.delegations()
                .replace(begins, changed(begins, longer, Optional.empty()), "DELEGATION_CHANGED", account.id(), NOW));
        journal.delegations().warn(TODAY.plusDays(6), NOW, 200);
        assertEquals(TODAY.plusDays(20), told(begins).get(0).until());
    }

    private static Delegation changed(Delegation before, Grant grant, Optional<Instant> ended) {
        return new Delegation(
                before.id(),
                before.principal(),
                before.representative(),
                before.association(),
                grant,
                before.registered(),
                ended,
                before.version() + 1);
    }

    // The end

    @Test
    void anErasedAccountReadsNothingOpensNothingAndItsNumbersSayWhatWasKept() throws Exception {
        AccountId other = journal.accounts().signIn(certificate(), NOW).id();
        given(other, TODAY, TODAY.plusDays(10));
        reads(invited(new Inbox(new PartnerId("acme"), Optional.empty())));
        String code = invited();
        session();
        Link link = new Link(
                new ConsentId(UUID.randomUUID()),
                account.id(),
                BANK,
                UUID.randomUUID().toString(),
                NOW,
                Optional.empty(),
                LATER,
                Optional.empty());
        journal.links()
                .open(
                        link,
                        Actor.self(account.id()),
                        "receipt",
                        Optional.of(new SignedRequest("head.body.signature", "{}", NOW)));
        String question = UUID.randomUUID().toString();
        TestDatabase.tamper(
                settings,
                "insert into selfinfo_question (id, by_account, principal, requester, asked_at, deadline, until_at, wrapped)"
                        + " select '" + question + "', id, id, 'PRINCIPAL', since_at, since_at, since_at, chain_digest"
                        + " from account where id = '" + account.id() + "'");
        TestDatabase.tamper(
                settings,
                "insert into access_record (id, principal, by_account, requester, item, asked_at, answer, undisclosed)"
                        + " select '" + question + "', id, id, 'PRINCIPAL', '2', since_at, 'FOUND', false"
                        + " from account where id = '" + account.id() + "'");
        Estate before = journal.accountJournal().estate(account.id(), NOW).orElseThrow();
        assertEquals(
                List.of(1L, 1L, 1L, 1L, 1L, 0L, 1L),
                List.of(
                        before.proofs(),
                        before.sessions(),
                        before.links(),
                        before.questions(),
                        before.given(),
                        before.held(),
                        before.inboxes()));
        assertEquals(Optional.empty(), before.erased());
        assertEquals(2, before.papers(), "the receipt and the request that the site signed");

        assertTrue(journal.accountJournal().erase(account.id(), "operator", NOW));

        Estate after = otherNode.accountJournal().estate(account.id(), NOW).orElseThrow();
        assertEquals(
                0,
                after.proofs()
                        + after.sessions()
                        + after.links()
                        + after.questions()
                        + after.given()
                        + after.inboxes()
                        + after.papers());
        assertTrue(after.erased().isPresent());
        assertEquals(before.rows() + 1, after.rows());
        assertEquals(1, after.accessRecords());
        assertEquals(Optional.of(NOW), after.lastAccess());
        assertEquals(List.of(), journal.accountInboxes().of(account.id()));
        assertEquals(Optional.empty(), journal.links().receipt(account.id(), SignedRequest.paper(link.consent())));
        assertInstanceOf(Added.NoSuchCode.class, journal.accounts().add(code, certificate(), NOW));
        assertNotEquals(account, journal.accounts().signIn(proof, NOW));
        assertTrue(journal.links().revokedSince(NOW).stream()
                .anyMatch(each -> each.consent().equals(link.consent())));
        assertEquals(Optional.empty(), journal.accountJournal().estate(new AccountId(UUID.randomUUID()), NOW));
        assertEquals(
                1L, journal.accountJournal().estate(other, NOW).orElseThrow().rows());
    }
}
