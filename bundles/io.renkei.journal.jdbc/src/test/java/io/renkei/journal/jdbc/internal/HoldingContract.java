package io.renkei.journal.jdbc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.Sha256;
import io.renkei.ports.content.ContentRef;
import io.renkei.ports.content.ContentStore.CaseKeyId;
import io.renkei.ports.holdings.BundleId;
import io.renkei.ports.holdings.BundleView;
import io.renkei.ports.holdings.BundleView.Item;
import io.renkei.ports.holdings.BundleView.PartState;
import io.renkei.ports.holdings.HoldingAccess;
import io.renkei.ports.holdings.HoldingAccess.ReadReceipt;
import io.renkei.ports.holdings.HoldingAccessId;
import io.renkei.ports.holdings.HoldingRef;
import io.renkei.ports.holdings.HoldingStore.Asked;
import io.renkei.ports.holdings.HoldingStore.DuePart;
import io.renkei.ports.holdings.HoldingStore.DueReceipt;
import io.renkei.ports.holdings.HoldingStore.NewBundle;
import io.renkei.ports.holdings.Judgement;
import io.renkei.ports.holdings.Verdict;
import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.Link;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.sites.SiteId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What bundles and records of fetches promise, whichever database is behind them. Each test has a service of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(30)
abstract class HoldingContract {

    private static final Instant NOW = Instant.parse("2026-11-02T01:02:03.456789Z");
    private static final Instant FAR = Instant.parse("2999-01-01T00:00:00Z");
    private static final Duration LEASE = Duration.ofHours(1);
    private static final byte[] XML = "<TEG800>証明</TEG800>".getBytes(StandardCharsets.UTF_8);

    Journal journal;
    Journal otherNode;
    JournalSettings settings;

    private AccountId account;

    @BeforeEach
    void beSomebodyElse() {
        account = new AccountId(UUID.randomUUID());
    }

    @Test
    void gathersOneBundleOfAYearAtATime() {
        AccountId me = new AccountId(UUID.randomUUID());
        SiteId service = service();
        BundleId first = begin(me, 2026, FAR, service);

        assertEquals(first, otherNode.holdings().begin(bundle(me, 2026, FAR, service)));
        assertNotEquals(first, begin(me, 2025, FAR, service), "another year is another bundle");
        assertNotEquals(first, begin(new AccountId(UUID.randomUUID()), 2026, FAR, service));

        journal.holdings().end(first, service, "");
        assertNotEquals(first, begin(me, 2026, FAR, service), "a new one once it is complete");
        assertEquals(3, journal.holdings().of(me).size());
    }

    @Test
    void gathersForAHandoverOnceOfItsKindsAndBesideThePersonsOwn() {
        SiteId service = service();
        HandoverId handover = new HandoverId(UUID.randomUUID());
        BundleId own = begin(account, 2026, FAR, service);
        BundleId of = journal.holdings().begin(ofHandover(handover, service));
        assertNotEquals(own, of);
        assertEquals(of, otherNode.holdings().begin(ofHandover(handover, service)));
        assertEquals(own, begin(account, 2026, FAR, service), "the person's own goes on");
        assertNotEquals(of, journal.holdings().begin(ofHandover(new HandoverId(UUID.randomUUID()), service)));
        assertEquals(
                List.of(own),
                journal.holdings().of(account).stream().map(BundleView::id).toList());
        assertEquals(2026, view(of).year());

        List<DuePart> due = journal.holdings().claimParts(service, LEASE, 10);
        assertEquals(
                Set.of("TEG800", "TEG850"),
                due.stream()
                        .filter(part -> part.bundle().equals(of))
                        .findFirst()
                        .orElseThrow()
                        .kinds());
        assertEquals(
                Set.of(),
                due.stream()
                        .filter(part -> part.bundle().equals(own))
                        .findFirst()
                        .orElseThrow()
                        .kinds());

        journal.holdings().end(of, service, "");
        journal.holdings().destroyed(of);
        assertEquals(of, otherNode.holdings().begin(ofHandover(handover, service)), "of a handover there is one ever");
        assertEquals(Optional.empty(), journal.holdings().find(account, of));
    }

    private NewBundle ofHandover(HandoverId handover, SiteId service) {
        NewBundle plain = bundle(account, 2026, FAR, service);
        return new NewBundle(
                plain.id(),
                account,
                plain.year(),
                plain.key(),
                plain.links(),
                plain.asked(),
                plain.giveUp(),
                plain.until(),
                Optional.of(handover),
                Set.of("TEG850", "TEG800"));
    }

    @Test
    void aBundleOfNobodysServicesIsCompleteAtOnce() {
        BundleView view = view(begin(account, 2024, FAR));
        assertTrue(view.isComplete());
        assertEquals(List.of(), view.parts());
    }

    @Test
    void givesAPartToOneNodeUntilItsLeaseIsOver() {
        SiteId service = service();
        BundleId id = begin(account, 2026, FAR, service);

        List<DuePart> mine = journal.holdings().claimParts(service, LEASE, 10);
        assertEquals(List.of(id), mine.stream().map(DuePart::bundle).toList());
        assertEquals(2026, mine.get(0).year());
        assertEquals(List.of(), otherNode.holdings().claimParts(service, LEASE, 10));

        journal.holdings().again(id, service, "X-001", Duration.ZERO);
        DuePart again =
                otherNode.holdings().claimParts(service, Duration.ZERO, 10).get(0);
        assertEquals(1, again.tries());
        assertEquals("X-001", view(id).parts().get(0).code());
        assertTrue(journal.holdings().collecting().contains(service));
        assertEquals(1, otherNode.holdings().claimParts(service, LEASE, 10).size(), "its lease is over");
        assertFalse(journal.holdings().collecting().contains(service));
        assertTrue(journal.holdings().hold(id, service, Duration.ZERO));
        assertEquals(1, otherNode.holdings().claimParts(service, LEASE, 10).size());
        assertEquals(List.of(), otherNode.holdings().claimParts(service(), LEASE, 10), "another service's");
    }

    @Test
    void isCompleteWhenItsLastPartEnds() {
        SiteId good = service();
        SiteId down = service();
        BundleId id = begin(account, 2026, FAR, good, down);
        journal.holdings().listed(id, good, 2);
        journal.holdings().end(id, good, "");
        assertFalse(view(id).isComplete());
        journal.holdings().end(id, down, "X-002");
        journal.holdings().again(id, down, "late", Duration.ZERO);
        assertFalse(journal.holdings().hold(id, down, LEASE));

        BundleView view = view(id);
        assertTrue(view.isComplete());
        assertEquals(PartState.COMPLETE, part(view, good).state());
        assertEquals(2, part(view, good).listed());
        assertEquals(PartState.MISSING, part(view, down).state());
        assertEquals("X-002", part(view, down).code());
        assertEquals(List.of(), journal.holdings().claimParts(down, LEASE, 10));
    }

    @Test
    void keepsACertificateOnceAndByteForByte() throws IOException {
        SiteId service = service();
        BundleId id = begin(account, 2026, FAR, service);
        Item good = item(service, "h1", judgement(Verdict.VERIFIED));
        Item forged = item(service, "h2", judgement(Verdict.FORGED));
        ContentRef content = content(id);

        journal.holdings().keep(id, good, Optional.of(content));
        journal.holdings().keep(id, good, Optional.of(content));
        otherNode.holdings().keep(id, forged, Optional.empty());

        assertEquals(List.of(good, forged), part(view(id), service).items());
        assertEquals(Set.of("h1", "h2"), otherNode.holdings().judged(id, service));
        assertEquals(
                List.of(content),
                journal.holdings().kept(id).stream().map(each -> each.content()).toList());
        assertEquals(new String(XML, StandardCharsets.UTF_8), text(content));
    }

    @Test
    void whatIsDestroyedCannotBeReadAndIsNotListed() throws IOException, SQLException {
        SiteId service = service();
        BundleId id = begin(account, 2026, FAR, service);
        ContentRef content = content(id);
        journal.holdings().keep(id, item(service, "h1", judgement(Verdict.VERIFIED)), Optional.of(content));
        CaseKeyId key = journal.holdings().key(account, id).orElseThrow();

        journal.contents().destroyCaseKey(key);
        journal.holdings().destroyed(id);
        otherNode.holdings().destroyed(id);

        assertThrows(IOException.class, () -> journal.contents().open(content.id()));
        assertEquals(Optional.empty(), journal.holdings().find(account, id));
        assertEquals(Optional.empty(), journal.holdings().key(account, id));
        assertEquals(List.of(), journal.holdings().claimParts(service, LEASE, 10));
        assertEquals(0, TestDatabase.count(settings, "content where id = '" + content.id() + "'"));

        journal.holdings().keep(id, item(service, "h2", judgement(Verdict.FORGED)), Optional.empty());
        assertEquals(Set.of(), journal.holdings().judged(id, service), "nothing is kept afterwards");
    }

    @Test
    void namesBundlesWhoseTimeIsOver() {
        BundleId over = begin(account, 2023, Instant.EPOCH, service());
        BundleId lasting = begin(account, 2022, FAR, service());

        List<BundleId> ended =
                journal.holdings().over(100).stream().map(each -> each.id()).toList();
        assertTrue(ended.contains(over));
        assertFalse(ended.contains(lasting));
        journal.holdings().destroyed(over);
    }

    @Test
    void anothersBundleAnswersLikeAnUnknownOne() {
        BundleId id = begin(account, 2021, FAR, service());
        AccountId other = new AccountId(UUID.randomUUID());
        assertEquals(Optional.empty(), journal.holdings().find(other, id));
        assertEquals(Optional.empty(), journal.holdings().key(other, id));
        assertEquals(List.of(), journal.holdings().of(other));
    }

    @Test
    void recordsAFetchBeforeItsAnswerAndTheFirstAnswerCounts() {
        AccountId me = new AccountId(UUID.randomUUID());
        SiteId service = service();
        HoldingAccessId first = asked(me, service, "h1", NOW, Optional.empty());
        HoldingAccessId second = asked(me, service, "h2", NOW.plusSeconds(1), Optional.empty());
        Judgement good = judgement(Verdict.VERIFIED);
        journal.holdings().answered(first, good);
        journal.holdings().opened(first, NOW);
        journal.holdings().opened(first, NOW.plusSeconds(9));
        journal.holdings().answered(first, judgement(Verdict.FORGED));
        journal.holdings().missing(first, "X-001", NOW);
        journal.holdings().missing(second, "X-001", NOW);

        List<HoldingAccess> all = otherNode.holdings().accesses(me, Optional.empty(), 100);
        assertEquals(List.of(second, first), all.stream().map(HoldingAccess::id).toList());
        assertEquals("X-001", all.get(0).missing());
        assertEquals(Optional.of(good), all.get(1).judgement());
        assertEquals(ReadReceipt.DUE, all.get(1).receipt());
        assertEquals(
                List.of(first),
                journal.holdings().accesses(me, Optional.of(second), 100).stream()
                        .map(HoldingAccess::id)
                        .toList());
        assertEquals(List.of(), journal.holdings().accesses(account, Optional.of(second), 100), "of nobody else");
    }

    @Test
    void aReadReceiptIsDueUntilItEnds() {
        AccountId me = new AccountId(UUID.randomUUID());
        SiteId service = service();
        HoldingAccessId id = asked(me, service, "h1", NOW, Optional.empty());
        journal.holdings().answered(id, judgement(Verdict.VERIFIED));
        assertEquals(List.of(), journal.holdings().claimReceipts(service, LEASE, 10), "nobody was given it");
        journal.holdings().opened(id, NOW);

        DueReceipt due = journal.holdings().claimReceipts(service, LEASE, 10).get(0);
        assertEquals(id, due.id());
        assertEquals(NOW, due.opened());
        assertEquals(List.of(), otherNode.holdings().claimReceipts(service, LEASE, 10));
        journal.holdings().receiptAgain(id, Duration.ZERO);
        assertEquals(
                1, otherNode.holdings().claimReceipts(service, LEASE, 10).get(0).tries());
        journal.holdings().receiptEnded(id, true);
        journal.holdings().receiptEnded(id, false);
        journal.holdings().receiptAgain(id, Duration.ZERO);
        assertEquals(List.of(), journal.holdings().claimReceipts(service, LEASE, 10));
        assertEquals(
                ReadReceipt.SENT,
                journal.holdings().accesses(me, Optional.empty(), 1).get(0).receipt());
    }

    @Test
    void aBundleThatWasTakenMakesReceiptsDueForWhatWasVerifiedAtTheNamedServices() {
        AccountId me = new AccountId(UUID.randomUUID());
        SiteId service = service();
        SiteId revoked = service();
        BundleId id = begin(me, 2026, FAR, service, revoked);
        HoldingAccessId good = asked(me, service, "h1", NOW, Optional.of(id));
        HoldingAccessId forged = asked(me, service, "h2", NOW, Optional.of(id));
        HoldingAccessId elsewhere = asked(me, revoked, "h1", NOW, Optional.of(id));
        journal.holdings().answered(good, judgement(Verdict.VERIFIED));
        journal.holdings().answered(forged, judgement(Verdict.FORGED));
        journal.holdings().answered(elsewhere, judgement(Verdict.VERIFIED));

        journal.holdings().opened(id, List.of(service), NOW);
        journal.holdings().opened(id, List.of(service), NOW.plusSeconds(9));

        List<DueReceipt> due = journal.holdings().claimReceipts(service, LEASE, 10);
        assertEquals(List.of(good), due.stream().map(DueReceipt::id).toList());
        assertEquals(NOW, due.get(0).opened(), "the first time stays");
        assertEquals(List.of(), journal.holdings().claimReceipts(revoked, LEASE, 10));
    }

    @Test
    void recordsAreRemovedWhenTheirYearsAreOver() {
        AccountId me = new AccountId(UUID.randomUUID());
        Instant old = Instant.parse("2001-01-01T00:00:00Z");
        asked(me, service(), "h1", old, Optional.empty());
        HoldingAccessId recent = asked(me, service(), "h2", NOW, Optional.empty());
        assertEquals(1, journal.holdings().removeAccesses(old.plusSeconds(1), 100));
        assertEquals(0, journal.holdings().removeAccesses(old.plusSeconds(1), 100));
        assertEquals(
                List.of(recent),
                journal.holdings().accesses(me, Optional.empty(), 100).stream()
                        .map(HoldingAccess::id)
                        .toList());
    }

    private HoldingAccessId asked(AccountId me, SiteId service, String holding, Instant at, Optional<BundleId> bundle) {
        HoldingAccessId id = new HoldingAccessId(UUID.randomUUID());
        journal.holdings()
                .asked(new Asked(
                        id,
                        me,
                        new ConsentId(UUID.randomUUID()),
                        new HoldingRef(service, holding),
                        "TEG800",
                        bundle,
                        at));
        return id;
    }

    private BundleId begin(AccountId me, int year, Instant until, SiteId... services) {
        return journal.holdings().begin(bundle(me, year, until, services));
    }

    private NewBundle bundle(AccountId me, int year, Instant until, SiteId... services) {
        return new NewBundle(
                new BundleId(UUID.randomUUID()),
                me,
                year,
                journal.contents().newCaseKey(),
                List.of(services).stream().map(service -> link(me, service)).toList(),
                NOW,
                FAR,
                until,
                Optional.empty(),
                Set.of());
    }

    private static Link link(AccountId me, SiteId service) {
        return new Link(
                new ConsentId(UUID.randomUUID()), me, service, "s", NOW, Optional.empty(), FAR, Optional.empty());
    }

    private ContentRef content(BundleId id) throws IOException {
        CaseKeyId key = journal.holdings().key(account, id).orElseThrow();
        return journal.contents().store(key, new ByteArrayInputStream(XML), 1_000);
    }

    private String text(ContentRef content) throws IOException {
        try (var in = otherNode.contents().open(content.id())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private BundleView view(BundleId id) {
        return otherNode.holdings().find(account, id).orElseThrow();
    }

    private static BundleView.Part part(BundleView view, SiteId service) {
        return view.parts().stream()
                .filter(part -> part.service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    private static Item item(SiteId service, String id, Judgement judgement) {
        return new Item(new HoldingRef(service, id), "TEG800", judgement);
    }

    private static Judgement judgement(Verdict verdict) {
        return new Judgement(
                verdict,
                verdict == Verdict.VERIFIED ? "" : "X-009",
                NOW,
                Optional.of(Sha256.of(XML)),
                verdict == Verdict.VERIFIED ? Optional.of("ab".repeat(32)) : Optional.empty());
    }

    private static SiteId service() {
        return new SiteId("s" + UUID.randomUUID().toString().substring(0, 8));
    }
}
