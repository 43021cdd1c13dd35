package io.renkei.journal.jdbc.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.AttributeCondition;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.delegation.Delegation;
import io.renkei.ports.delegation.DelegationId;
import io.renkei.ports.delegation.DelegationStore.Offer;
import io.renkei.ports.delegation.Grant;
import io.renkei.ports.delegation.Service;
import io.renkei.ports.holdings.BundleId;
import io.renkei.ports.holdings.HoldingRef;
import io.renkei.ports.holdings.HoldingStore.NewBundle;
import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.linkage.DeductionWish;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.HandoverState;
import io.renkei.ports.linkage.HandoverStore.Change;
import io.renkei.ports.linkage.HandoverStore.Outcome;
import io.renkei.ports.linkage.HandoverStore.Papers;
import io.renkei.ports.linkage.HandoverView;
import io.renkei.ports.linkage.HandoverWish;
import io.renkei.ports.linkage.KeptHandover;
import io.renkei.ports.linkage.Link;
import io.renkei.ports.linkage.LinkStore;
import io.renkei.ports.linkage.SignedRequest;
import io.renkei.ports.people.Account;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.AccountJournal;
import io.renkei.ports.people.AccountKind;
import io.renkei.ports.people.Actor;
import io.renkei.ports.people.Authenticator;
import io.renkei.ports.people.Session;
import io.renkei.ports.selfinfo.QuestionId;
import io.renkei.ports.sites.SiteId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What accounts, sessions, links, handovers and delegations promise, whichever database is behind them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
abstract class LinkageContract {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private static final SignedRequest REQUEST = new SignedRequest("head.body.signature", "{}", NOW);
    private static final Instant LATER = NOW.plus(1, ChronoUnit.DAYS);
    private static final SiteId BANK = new SiteId("minato-bank");
    private static final SiteId TAX = new SiteId("e-tax");
    private static final SelfInformationNumber ITEM = new SelfInformationNumber("2");
    private static final HandoverWish WISH = new HandoverWish(
            Map.of(
                    ITEM,
                    new AttributeCondition.Range(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)),
                    new SelfInformationNumber("3-14"),
                    new AttributeCondition.At(LocalDate.of(2026, 4, 1)),
                    new SelfInformationNumber("1"),
                    new AttributeCondition.Latest()),
            "住宅ローン審査 𠮷",
            Optional.of(new DeductionWish(2026, Set.of("TEG800", "TEG850"), true)));
    private static final HoldingRef CERTIFICATE = new HoldingRef(new SiteId("my-post"), "insurer-2026");
    private static final byte[] DATA = "所得金額 5,000,000".getBytes(StandardCharsets.UTF_8);

    Journal journal;
    Journal otherNode;
    JournalSettings settings;

    private Account account;
    private Actor who;

    @BeforeEach
    void signIn() {
        account = journal.accounts().signIn(certificate(), NOW);
        who = Actor.self(account.id());
    }

    private static Authenticator certificate() {
        return new Authenticator.Certificate("ab12", new BigInteger(64, new java.util.Random()));
    }

    // Accounts

    @Test
    void whatProvesAnAccountLeadsToItOnEveryNodeAndNothingElseDoes() {
        Authenticator proof = new Authenticator.CompanyAccount(
                URI.create("https://gbiz.example"), UUID.randomUUID().toString());
        Account first = journal.accounts().signIn(proof, NOW);
        assertEquals(AccountKind.COMPANY, first.kind());
        assertEquals(first, otherNode.accounts().signIn(proof, LATER));
        assertEquals(Optional.of(first), otherNode.accounts().find(first.id()));
        assertNotEquals(first, journal.accounts().signIn(certificate(), NOW));
        assertEquals(Optional.empty(), journal.accounts().find(new AccountId(UUID.randomUUID())));
    }

    @Test
    void theSameSerialOfAnotherAuthorityIsAnotherPerson() {
        BigInteger serial = new BigInteger(64, new java.util.Random());
        assertNotEquals(
                journal.accounts().signIn(new Authenticator.Certificate("aa", serial), NOW),
                journal.accounts().signIn(new Authenticator.Certificate("bb", serial), NOW));
    }

    @Test
    void sixteenFirstSignInsAtOnceMakeOneAccount() throws Exception {
        Authenticator proof = certificate();
        List<Account> accounts = Together.run(i -> node(i).accounts().signIn(proof, NOW));
        assertEquals(1, new HashSet<>(accounts).size());
    }

    @Test
    void aRenewedCertificateIsAddedAndAnotherPersonsStaysTheirs() {
        Authenticator renewed = certificate();
        assertTrue(journal.accounts().add(account.id(), renewed, LATER));
        assertTrue(journal.accounts().add(account.id(), renewed, LATER));
        assertEquals(account, journal.accounts().signIn(renewed, LATER));
        Account other = journal.accounts().signIn(certificate(), NOW);
        assertFalse(journal.accounts().add(other.id(), renewed, LATER));
        assertEquals(account, journal.accounts().signIn(renewed, LATER));
    }

    @Test
    void noAuthenticatorStandsInTheDatabaseInClearOrAsABareDigest() throws Exception {
        assertEquals(
                0,
                TestDatabase.count(settings, "authenticator where octet_length(digest) <> 32"),
                "a keyed digest has 32 bytes");
    }

    // Sessions

    private Session session(Instant until) {
        return new Session(UUID.randomUUID(), account, NOW, until);
    }

    @Test
    void aSessionIsKnownByItsTokenOnEveryNodeUntilItIsClosed() {
        Session session = session(LATER);
        journal.sessions().add(session, "token-" + session.id());
        Duration idle = Duration.ofMinutes(30);
        assertEquals(Optional.of(session), otherNode.sessions().use("token-" + session.id(), idle, NOW));
        assertEquals(Optional.empty(), journal.sessions().use("another", idle, NOW));
        List<UUID> asked = List.of(UUID.randomUUID(), session.id(), UUID.randomUUID());
        assertEquals(Set.of(session.id()), otherNode.sessions().open(asked, idle, NOW));
        otherNode.sessions().close(session.id(), NOW);
        assertEquals(Optional.empty(), journal.sessions().use("token-" + session.id(), idle, NOW));
        assertEquals(Set.of(), journal.sessions().open(asked, idle, NOW));
        assertEquals(Set.of(), journal.sessions().open(List.of(), idle, NOW));
    }

    @Test
    void whatUseDoesNotFindIsNotOpenAndAskingIsNoUse() {
        Duration idle = Duration.ofMinutes(30);
        Session idling = session(LATER);
        Session ending = session(NOW.plus(20, ChronoUnit.MINUTES));
        journal.sessions().add(idling, "i" + idling.id());
        journal.sessions().add(ending, "e" + ending.id());
        List<UUID> both = List.of(idling.id(), ending.id());
        Instant lastMoment = NOW.plus(30, ChronoUnit.MINUTES).minusMillis(1);
        assertEquals(Set.copyOf(both), journal.sessions().open(both, idle, NOW));
        assertEquals(Set.of(idling.id()), journal.sessions().open(both, idle, lastMoment));
        assertEquals(Set.of(), journal.sessions().open(both, idle, lastMoment.plusMillis(1)));
        assertEquals(Optional.empty(), journal.sessions().use("i" + idling.id(), idle, lastMoment.plusMillis(1)));
    }

    @Test
    void useKeepsASessionAliveAndIdlenessAndItsEndDoNot() {
        Session session = session(NOW.plus(2, ChronoUnit.HOURS));
        String token = "t" + session.id();
        journal.sessions().add(session, token);
        Duration idle = Duration.ofMinutes(30);
        for (int minutes = 25; minutes < 120; minutes += 25) {
            assertTrue(journal.sessions()
                    .use(token, idle, NOW.plus(minutes, ChronoUnit.MINUTES))
                    .isPresent());
        }
        assertEquals(Optional.empty(), journal.sessions().use(token, idle, NOW.plus(2, ChronoUnit.HOURS)));
        Session forgotten = session(LATER);
        journal.sessions().add(forgotten, "f" + forgotten.id());
        assertEquals(
                Optional.empty(), journal.sessions().use("f" + forgotten.id(), idle, NOW.plus(30, ChronoUnit.MINUTES)));
    }

    @Test
    void thePlainTokenStandsNowhere() throws Exception {
        Session session = session(LATER);
        journal.sessions().add(session, "secret");
        assertEquals(1, TestDatabase.count(settings, "people_session where id = '" + session.id() + "'"));
        assertEquals(
                0,
                TestDatabase.count(
                        settings, "people_session where id = '" + session.id() + "' and octet_length(token) <> 32"));
    }

    // Links

    private Link link(SiteId site) {
        return new Link(
                new ConsentId(UUID.randomUUID()),
                account.id(),
                site,
                UUID.randomUUID().toString(),
                NOW,
                Optional.empty(),
                LATER,
                Optional.empty());
    }

    private Link open(SiteId site) {
        return journal.links()
                .open(link(site), who, "receipt", Optional.of(REQUEST))
                .link();
    }

    @Test
    void aLinkIsFoundByAccountAndBySubjectAndNotByAnotherSites() {
        Link link = open(BANK);
        assertEquals(Optional.of(link), otherNode.links().find(account.id(), BANK, NOW));
        assertEquals(Optional.of(link), otherNode.links().find(BANK, link.subject(), NOW));
        assertEquals(Optional.empty(), journal.links().find(TAX, link.subject(), NOW));
        assertEquals(Optional.empty(), journal.links().find(account.id(), BANK, LATER));
        assertEquals(List.of(link), journal.links().of(account.id()));
        assertEquals(
                Optional.of("receipt"),
                journal.links().receipt(account.id(), link.consent().value()));
        AccountId other = journal.accounts().signIn(certificate(), NOW).id();
        UUID request = SignedRequest.paper(link.consent());
        assertEquals(Optional.of(REQUEST.object()), journal.links().receipt(account.id(), request));
        for (UUID paper : List.of(link.consent().value(), request)) {
            assertEquals(Optional.empty(), journal.links().receipt(other, paper));
        }
    }

    @Test
    void ofSixteenConsentsAtOnceOneCountsAndAllGetItsReceipt() throws Exception {
        List<LinkStore.Opened> opened =
                Together.run(i -> node(i).links().open(link(BANK), who, "receipt " + i, Optional.empty()));
        assertEquals(1, opened.stream().map(LinkStore.Opened::link).distinct().count());
        assertEquals(
                1, opened.stream().map(LinkStore.Opened::receipt).distinct().count());
        assertEquals(1, opened.stream().filter(LinkStore.Opened::isNew).count());
    }

    @Test
    void aRevocationCountsAtOnceOnEveryNodeAndASecondChangesNothing() {
        Link link = open(BANK);
        journal.links().tied(link.consent(), NOW);
        journal.links().tied(link.consent(), LATER);
        Link revoked =
                journal.links().revoke(who, link.consent(), NOW.plusSeconds(5)).orElseThrow();
        assertEquals(Optional.of(NOW), revoked.tied());
        assertEquals(Optional.of(NOW.plusSeconds(5)), revoked.revoked());
        assertEquals(Optional.empty(), otherNode.links().find(account.id(), BANK, NOW));
        assertEquals(Optional.empty(), otherNode.links().find(BANK, link.subject(), NOW));
        assertEquals(Optional.of(revoked), journal.links().revoke(who, link.consent(), LATER));
        assertTrue(journal.links().revokedSince(NOW.plusSeconds(5)).contains(revoked));
        Link again = open(BANK);
        assertNotEquals(link.subject(), again.subject());
    }

    @Test
    void anotherAccountRevokesNothing() {
        Link link = open(BANK);
        Actor other = Actor.self(journal.accounts().signIn(certificate(), NOW).id());
        assertEquals(Optional.empty(), journal.links().revoke(other, link.consent(), NOW));
        assertTrue(journal.links().find(account.id(), BANK, NOW).isPresent());
    }

    // Handovers

    private static KeptHandover asked() {
        return new KeptHandover(
                new HandoverView(
                        new HandoverId(UUID.randomUUID()),
                        BANK,
                        WISH,
                        HandoverState.ASKED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        NOW,
                        LATER),
                0,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.of(LATER),
                false,
                NOW);
    }

    private KeptHandover moved(KeptHandover from, HandoverState state, Link link, Set<SelfInformationNumber> released) {
        HandoverView view = from.view();
        return new KeptHandover(
                new HandoverView(
                        view.id(),
                        view.site(),
                        view.wish(),
                        state,
                        Optional.of(account.id()),
                        Optional.of(view.consent().orElseGet(() -> new ConsentId(UUID.randomUUID()))),
                        Optional.of(view.question().orElseGet(() -> new QuestionId(UUID.randomUUID()))),
                        released,
                        view.askedAt(),
                        view.until(),
                        Optional.of(view.bundle().orElseGet(() -> new BundleId(UUID.randomUUID()))),
                        released.isEmpty() ? Set.of() : Set.of(CERTIFICATE)),
                from.version() + 1,
                Optional.of(link.consent()),
                Optional.of(who.by()),
                Set.of(who.by()),
                Optional.of(LATER),
                true,
                NOW);
    }

    private KeptHandover consented(Link link) {
        KeptHandover asked = asked();
        journal.handovers().ask(asked);
        KeptHandover after = moved(asked, HandoverState.COLLECTING, link, Set.of());
        assertEquals(
                Outcome.MADE,
                journal.handovers()
                        .apply(new Change(
                                asked,
                                after,
                                "HANDOVER_CONSENTED",
                                who,
                                Papers.consent("second", Optional.of(REQUEST)))));
        return after;
    }

    private KeptHandover released(Link link) {
        KeptHandover before = consented(link);
        KeptHandover review = moved(before, HandoverState.REVIEW, link, Set.of());
        assertEquals(
                Outcome.MADE,
                journal.handovers().apply(new Change(before, review, "HANDOVER_COLLECTED", who, Papers.NONE)));
        KeptHandover after = moved(review, HandoverState.RELEASED, link, Set.of(ITEM));
        assertEquals(
                Outcome.MADE,
                journal.handovers()
                        .apply(new Change(review, after, "HANDOVER_CHOSEN", who, Papers.release("third", DATA))));
        return after;
    }

    @Test
    void aHandoverIsKeptWithAllThatItIsAboutAndItsReceipts() {
        KeptHandover kept = released(open(BANK));
        HandoverId id = kept.view().id();
        assertEquals(Optional.of(kept), otherNode.handovers().find(id));
        assertArrayEquals(DATA, otherNode.handovers().data(id).orElseThrow());
        assertEquals(List.of(kept.view()), journal.handovers().of(account.id()));
        assertEquals(
                Optional.of("second"),
                journal.links()
                        .receipt(
                                account.id(),
                                kept.view().consent().orElseThrow().value()));
        assertEquals(Optional.of("third"), journal.links().receipt(account.id(), id.value()));
        assertTrue(journal.handovers().list(HandoverState.RELEASED, 200).contains(kept.view()));
        assertTrue(journal.handovers().counts().get(HandoverState.RELEASED) >= 1);
    }

    @Test
    void onlyOneOfSixteenChangesOfOneVersionIsMade() throws Exception {
        Link link = open(BANK);
        KeptHandover before = consented(link);
        KeptHandover after = moved(before, HandoverState.REVIEW, link, Set.of());
        List<Outcome> outcomes = Together.run(
                i -> node(i).handovers().apply(new Change(before, after, "HANDOVER_COLLECTED", who, Papers.NONE)));
        assertEquals(1, outcomes.stream().filter(Outcome.MADE::equals).count());
        assertEquals(15, outcomes.stream().filter(Outcome.CHANGED::equals).count());
    }

    @Test
    void theEndOfALinkTakesBackWhatWasNotFetchedAndKeepsNothingOfWhatWas() {
        Link link = open(BANK);
        KeptHandover collecting = consented(link);
        KeptHandover released = released(link);
        KeptHandover fetched = released(link);
        journal.handovers()
                .apply(new Change(
                        fetched,
                        moved(fetched, HandoverState.FETCHED, link, Set.of(ITEM)),
                        "HANDOVER_FETCHED",
                        who,
                        Papers.NONE));

        journal.links().revoke(who, link.consent(), NOW.plusSeconds(1));

        for (KeptHandover each : List.of(collecting, released)) {
            assertEquals(HandoverState.REVOKED, state(each));
            assertEquals(
                    Optional.empty(), otherNode.handovers().data(each.view().id()));
        }
        assertEquals(HandoverState.FETCHED, state(fetched));
        assertEquals(Optional.empty(), journal.handovers().data(fetched.view().id()));
    }

    @Test
    void whatWasGatheredForAHandoverIsForgottenWithItsLinkToo() {
        Link link = open(BANK);
        KeptHandover asked = asked();
        journal.handovers().ask(asked);
        KeptHandover gathering = moved(asked, HandoverState.COLLECTING, link, Set.of());
        HandoverView view = gathering.view();
        KeptHandover alone = new KeptHandover(
                new HandoverView(
                        view.id(),
                        view.site(),
                        view.wish(),
                        view.state(),
                        view.account(),
                        view.consent(),
                        Optional.empty(),
                        Set.of(),
                        view.askedAt(),
                        view.until(),
                        view.bundle(),
                        Set.of()),
                gathering.version(),
                gathering.link(),
                gathering.consentedBy(),
                Set.of(),
                Optional.of(LATER),
                false,
                NOW);
        journal.handovers()
                .apply(new Change(
                        asked, alone, "HANDOVER_CONSENTED", who, Papers.consent("second", Optional.of(REQUEST))));
        journal.links().revoke(who, link.consent(), NOW);
        KeptHandover revoked = otherNode.handovers().find(view.id()).orElseThrow();
        assertEquals(HandoverState.REVOKED, revoked.view().state());
        assertTrue(revoked.forget());
        assertEquals(view.bundle(), revoked.view().bundle());
    }

    private HandoverState state(KeptHandover handover) {
        return otherNode
                .handovers()
                .find(handover.view().id())
                .orElseThrow()
                .view()
                .state();
    }

    @Test
    void withoutALinkThatHoldsNothingGoesOnTowardsTheSite() {
        Link link = open(BANK);
        KeptHandover released = released(link);
        journal.links().revoke(who, link.consent(), NOW);
        KeptHandover now = journal.handovers().find(released.view().id()).orElseThrow();
        open(BANK);
        assertEquals(
                Outcome.UNLINKED,
                journal.handovers()
                        .apply(new Change(
                                now,
                                moved(now, HandoverState.FETCHED, link, Set.of(ITEM)),
                                "HANDOVER_FETCHED",
                                who,
                                Papers.NONE)));
    }

    @Test
    void anEndDestroysTheData() throws Exception {
        Link link = open(BANK);
        KeptHandover released = released(link);
        KeptHandover after = moved(released, HandoverState.REVOKED, link, Set.of(ITEM));
        journal.handovers().apply(new Change(released, after, "HANDOVER_REVOKED", who, Papers.NONE));
        assertEquals(
                0,
                TestDatabase.count(
                        settings, "handover where id = '" + released.view().id() + "' and data is not null"));
    }

    @Test
    void neitherWishNorDataNorReceiptStandsInClear() throws Exception {
        KeptHandover kept = released(open(BANK));
        String row = "handover where id = '" + kept.view().id() + "' and ";
        assertEquals(1, TestDatabase.count(settings, row + "octet_length(data) = " + (DATA.length + Seal.OVERHEAD)));
        TestDatabase.tamper(
                settings,
                "update handover set matter = (select matter from handover h2 where h2.id <> handover.id and h2.matter is not null limit 1)"
                        + " where id = '" + kept.view().id() + "'");
        assertEquals(Optional.empty(), journal.handovers().find(kept.view().id()));
    }

    @Test
    void ofSixteenClaimsEachHandoverGoesToOne() throws Exception {
        Instant due = NOW.minus(30, ChronoUnit.DAYS);
        Set<HandoverId> mine = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            KeptHandover asked = asked();
            KeptHandover overdue = new KeptHandover(
                    asked.view(), 0, Optional.empty(), Optional.empty(), Set.of(), Optional.of(due), false, NOW);
            journal.handovers().ask(overdue);
            mine.add(overdue.view().id());
        }
        List<List<HandoverId>> claims =
                Together.run(i -> node(i).handovers().claim(NOW.minus(20, ChronoUnit.DAYS), Duration.ofDays(20), 5));
        List<HandoverId> all = claims.stream().flatMap(List::stream).toList();
        assertEquals(all.size(), new HashSet<>(all).size());
        while (!mine.stream().allMatch(all::contains)) {
            List<HandoverId> more = journal.handovers().claim(NOW.minus(20, ChronoUnit.DAYS), Duration.ofDays(20), 200);
            assertFalse(more.isEmpty());
            all = java.util.stream.Stream.of(all, more).flatMap(List::stream).toList();
        }
    }

    @Test
    void whatNobodyEverConsentedToIsRemovedOnceItIsOver() {
        KeptHandover asked = asked();
        KeptHandover over = new KeptHandover(
                asked.view(), 0, Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), false, NOW);
        journal.handovers().ask(over);
        KeptHandover waits = asked();
        journal.handovers().ask(waits);
        assertTrue(journal.handovers().removeUnanswered(LATER.plusSeconds(1)) >= 1);
        assertEquals(Optional.empty(), journal.handovers().find(over.view().id()));
        assertTrue(journal.handovers().find(waits.view().id()).isPresent());
    }

    // Delegations

    private Delegation delegation(Optional<AccountId> representative, String association) {
        return new Delegation(
                new DelegationId(UUID.randomUUID()),
                account.id(),
                representative,
                association,
                new Grant(
                        Set.of(Service.SELF_INFORMATION, Service.NOTICES),
                        Set.of(ITEM, new SelfInformationNumber("3-1")),
                        LocalDate.of(2026, 4, 1),
                        LocalDate.of(2026, 9, 30)),
                Instant.parse("2026-04-01T00:00:00Z"),
                Optional.empty(),
                1);
    }

    @Test
    void aDelegationIsHeldOnItsDaysAndNotAfterItsEnd() {
        AccountId representative = journal.accounts().signIn(certificate(), NOW).id();
        Delegation given = delegation(Optional.of(representative), "");
        assertTrue(journal.delegations().add(given, Optional.empty(), 20));
        assertEquals(Optional.of(given), otherNode.delegations().find(given.id()));
        assertEquals(List.of(given), otherNode.delegations().given(account.id()));
        assertEquals(List.of(), journal.delegations().held(representative, LocalDate.of(2026, 3, 31)));
        assertEquals(List.of(given), journal.delegations().held(representative, LocalDate.of(2026, 9, 30)));
        assertEquals(List.of(), journal.delegations().held(representative, LocalDate.of(2026, 10, 1)));
        assertTrue(journal.delegations()
                .ending(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30), 200)
                .contains(given));
        Delegation ended = new Delegation(
                given.id(),
                given.principal(),
                given.representative(),
                "",
                given.grant(),
                given.registered(),
                Optional.of(NOW),
                2);
        assertTrue(journal.delegations().replace(given, ended, "DELEGATION_ENDED", representative, NOW));
        assertFalse(otherNode.delegations().replace(given, ended, "DELEGATION_ENDED", representative, NOW));
        assertEquals(List.of(), otherNode.delegations().held(representative, LocalDate.of(2026, 9, 30)));
    }

    @Test
    void theCodeOfAnOfferCountsOnceAndForItsTimeAndStandsNowhereInClear() throws Exception {
        Delegation offered = delegation(Optional.empty(), "zeirishi");
        String code = UUID.randomUUID().toString().substring(0, 12);
        journal.delegations().add(offered, Optional.of(new Offer(code, LATER)), 20);
        assertEquals(Optional.of(offered), otherNode.delegations().findOffer(code, NOW));
        assertEquals(Optional.empty(), journal.delegations().findOffer(code, LATER));
        assertEquals(Optional.empty(), journal.delegations().findOffer("another", NOW));
        AccountId representative = journal.accounts().signIn(certificate(), NOW).id();
        Delegation taken = new Delegation(
                offered.id(),
                offered.principal(),
                Optional.of(representative),
                "zeirishi",
                offered.grant(),
                offered.registered(),
                Optional.empty(),
                2);
        List<Boolean> accepted = Together.run(
                i -> node(i).delegations().replace(offered, taken, "DELEGATION_ACCEPTED", representative, NOW));
        assertEquals(1, accepted.stream().filter(done -> done).count());
        assertEquals(Optional.empty(), journal.delegations().findOffer(code, NOW));
        assertEquals(
                0,
                TestDatabase.count(settings, "representation where id = '" + offered.id() + "' and code is not null"));
    }

    @Test
    void onePrincipalHasSoManyDelegationsAndNoMore() {
        assertTrue(journal.delegations().add(delegation(Optional.empty(), ""), Optional.empty(), 2));
        assertTrue(journal.delegations().add(delegation(Optional.empty(), ""), Optional.empty(), 2));
        assertFalse(journal.delegations().add(delegation(Optional.empty(), ""), Optional.empty(), 2));
    }

    @Test
    void wrongCodesAreCountedByDay() throws Exception {
        LocalDate day = LocalDate.of(2026, 4, 1);
        assertEquals(0, journal.delegations().misses(account.id(), day));
        for (int i = 0; i < 4; i++) {
            node(i).delegations().missed(account.id(), day);
        }
        assertEquals(4, journal.delegations().misses(account.id(), day));
        assertEquals(0, journal.delegations().misses(account.id(), day.plusDays(1)));
    }

    // Evidence

    @Test
    void everyStepIsARowOfTheAccountsChain() {
        Link link = open(BANK);
        released(link);
        journal.links().revoke(who, link.consent(), NOW);
        assertEquals(
                List.of(
                        "ACCOUNT_OPENED",
                        "LINK_CONSENTED",
                        "HANDOVER_CONSENTED",
                        "HANDOVER_COLLECTED",
                        "HANDOVER_CHOSEN",
                        "LINK_REVOKED",
                        "HANDOVER_REVOKED"),
                events());
        assertEquals(Optional.empty(), journal.accountJournal().verify(account.id()));
        AccountJournal.Row chosen =
                otherNode.accountJournal().timeLine(account.id()).get(4);
        assertTrue(
                chosen.detail().orElseThrow().contains("\"items\":[\"2\"]"),
                () -> chosen.detail().orElseThrow());
    }

    private List<String> events() {
        return journal.accountJournal().timeLine(account.id()).stream()
                .map(AccountJournal.Row::event)
                .toList();
    }

    @Test
    void aRowThatWasChangedMovedOrDroppedIsFound() throws Exception {
        open(BANK);
        open(TAX);
        String mine = " where account = '" + account.id() + "' and seq = ";
        TestDatabase.tamper(settings, "update account_journal set event = 'LINK_REVOKED'" + mine + 2);
        assertEquals(2, broken());
        TestDatabase.tamper(settings, "update account_journal set event = 'LINK_CONSENTED'" + mine + 2);
        assertEquals(Optional.empty(), journal.accountJournal().verify(account.id()));
        TestDatabase.tamper(settings, "delete from account_journal" + mine + 3);
        assertEquals(3, broken());
    }

    private long broken() {
        return journal.accountJournal().verify(account.id()).orElseThrow().sequence();
    }

    @Test
    void erasingAnAccountDestroysWhatItSaysAndLeavesTheChainVerifiable() {
        Authenticator proof = certificate();
        journal.accounts().add(account.id(), proof, NOW);
        Session session = session(LATER);
        journal.sessions().add(session, "s" + session.id());
        Link link = open(BANK);
        KeptHandover kept = released(link);

        assertTrue(journal.accountJournal().erase(account.id(), "operator", NOW));
        assertFalse(otherNode.accountJournal().erase(account.id(), "operator", NOW));

        assertEquals(Optional.empty(), journal.accountJournal().verify(account.id()));
        assertTrue(journal.accountJournal().timeLine(account.id()).stream()
                .allMatch(row -> row.detail().isEmpty()));
        assertEquals("ACCOUNT_ERASED", events().get(events().size() - 1));
        assertEquals(Optional.empty(), journal.links().find(account.id(), BANK, NOW));
        assertEquals(
                Optional.empty(),
                journal.links().receipt(account.id(), link.consent().value()));
        assertEquals(Optional.empty(), journal.handovers().find(kept.view().id()));
        assertEquals(Optional.empty(), journal.handovers().data(kept.view().id()));
        assertEquals(Optional.empty(), journal.sessions().use("s" + session.id(), Duration.ofHours(1), NOW));
        assertNotEquals(account, journal.accounts().signIn(proof, NOW));
    }

    @Test
    void erasingAnAccountDestroysWhatWasGatheredForIt() throws Exception {
        BundleId bundle = journal.holdings()
                .begin(new NewBundle(
                        new BundleId(UUID.randomUUID()),
                        account.id(),
                        2026,
                        journal.contents().newCaseKey(),
                        List.of(open(new SiteId("my-post"))),
                        NOW,
                        LATER,
                        Instant.parse("2999-01-01T00:00:00Z"),
                        Optional.of(new HandoverId(UUID.randomUUID())),
                        Set.of("TEG800")));
        var key = journal.holdings().key(account.id(), bundle).orElseThrow();
        UUID content = journal.contents()
                .store(key, new ByteArrayInputStream(DATA), 1_000)
                .id();
        journal.accountJournal().erase(account.id(), "operator", NOW);
        assertThrows(IOException.class, () -> otherNode.contents().open(content).readAllBytes());
        assertTrue(otherNode.holdings().over(100).stream()
                .anyMatch(ended -> ended.id().equals(bundle)));
    }

    @Test
    void allAccountsCanBeWalked() {
        List<AccountId> page = journal.accountJournal().page(Optional.empty(), 1);
        assertEquals(1, page.size());
        List<AccountId> next = otherNode.accountJournal().page(Optional.of(page.get(0)), 500);
        assertFalse(next.contains(page.get(0)));
    }

    private Journal node(int i) {
        return i % 2 == 0 ? journal : otherNode;
    }
}
