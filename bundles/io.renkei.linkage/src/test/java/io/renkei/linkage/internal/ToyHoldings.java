package io.renkei.linkage.internal;

import io.renkei.api.model.AttributeNode;
import io.renkei.api.model.CorporateNumber;
import io.renkei.api.model.Sha256;
import io.renkei.api.spi.CertificateReader.Certificate;
import io.renkei.api.spi.HoldingsSource.Holding;
import io.renkei.api.spi.HoldingsSource.Sender;
import io.renkei.ports.holdings.Answer;
import io.renkei.ports.holdings.BundleId;
import io.renkei.ports.holdings.BundleView;
import io.renkei.ports.holdings.BundleView.Item;
import io.renkei.ports.holdings.BundleView.Part;
import io.renkei.ports.holdings.BundleView.PartState;
import io.renkei.ports.holdings.DeductionCertificate;
import io.renkei.ports.holdings.HoldingAccess;
import io.renkei.ports.holdings.HoldingAccessId;
import io.renkei.ports.holdings.HoldingRef;
import io.renkei.ports.holdings.Holdings;
import io.renkei.ports.holdings.Judgement;
import io.renkei.ports.holdings.Verdict;
import io.renkei.ports.linkage.DeductionWish;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.sites.SiteId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Gathers in memory what the test says that a service holds. */
final class ToyHoldings implements Holdings {

    static final SiteId POST = new SiteId("my-post");
    static final Instant JUDGED = Instant.parse("2026-11-02T01:02:03Z");

    /** What was begun. */
    record Begun(HandoverId handover, AccountId account, DeductionWish wish, Instant until) {}

    final Map<BundleId, Begun> bundles = new LinkedHashMap<>();
    final Map<HoldingRef, Document> verified = new HashMap<>();
    final List<Item> others = new ArrayList<>();
    PartState state = PartState.COMPLETE;
    String code = "";
    boolean away;

    synchronized void reset() {
        bundles.clear();
        verified.clear();
        others.clear();
        state = PartState.COMPLETE;
        code = "";
        away = false;
    }

    /** A verified certificate lies there. */
    HoldingRef holds(String id, String kind, byte[] xml) {
        HoldingRef ref = new HoldingRef(POST, id);
        Judgement good =
                new Judgement(Verdict.VERIFIED, "", JUDGED, Optional.of(Sha256.of(xml)), Optional.of("0a".repeat(32)));
        Certificate certificate = new Certificate(
                kind,
                new CorporateNumber("8999999999901"),
                2026,
                LocalDate.of(2026, 10, 1),
                List.of(new AttributeNode("WCE00330", "保険料", Optional.of("48000"), List.of())));
        verified.put(ref, new Document(xml, new DeductionCertificate(ref, good, certificate)));
        return ref;
    }

    /** One that is not verified lies there. */
    HoldingRef holdsForged(String id, String kind) {
        HoldingRef ref = new HoldingRef(POST, id);
        others.add(new Item(
                ref, kind, new Judgement(Verdict.FORGED, "HOLDINGS-005", JUDGED, Optional.empty(), Optional.empty())));
        return ref;
    }

    @Override
    public synchronized BundleId collectFor(HandoverId handover, AccountId account, DeductionWish wish, Instant until) {
        for (Map.Entry<BundleId, Begun> each : bundles.entrySet()) {
            if (each.getValue().handover().equals(handover)) {
                return each.getKey();
            }
        }
        BundleId id = new BundleId(UUID.randomUUID());
        bundles.put(id, new Begun(handover, account, wish, until));
        return id;
    }

    @Override
    public synchronized Optional<BundleView> find(AccountId account, BundleId id) {
        return own(account, id).map(begun -> {
            List<Item> items = new ArrayList<>(others);
            verified.forEach((ref, document) -> items.add(new Item(
                    ref,
                    document.certificate().certificate().kind(),
                    document.certificate().judgement())));
            return new BundleView(
                    id,
                    account,
                    begun.wish().year(),
                    JUDGED,
                    begun.until(),
                    List.of(new Part(POST, state, code, items.size(), items)));
        });
    }

    private Optional<Begun> own(AccountId account, BundleId id) {
        return Optional.ofNullable(bundles.get(id))
                .filter(begun -> begun.account().equals(account));
    }

    @Override
    public synchronized Optional<List<DeductionCertificate>> certificates(AccountId account, BundleId id) {
        return own(account, id)
                .map(begun ->
                        verified.values().stream().map(Document::certificate).toList());
    }

    @Override
    public synchronized Optional<Document> document(AccountId account, BundleId id, HoldingRef certificate) {
        return own(account, id).flatMap(begun -> Optional.ofNullable(verified.get(certificate)));
    }

    @Override
    public synchronized void forget(AccountId account, BundleId id) {
        bundles.remove(id);
    }

    @Override
    public Map<SiteId, Answer<List<Sender>>> senders(AccountId account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Answer<Boolean> pick(AccountId account, SiteId service, String sender, boolean picked) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<SiteId, Answer<List<Holding>>> list(AccountId account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Answer<Opened> open(AccountId account, HoldingRef holding) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BundleId collect(AccountId account, int year) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<BundleView> bundles(AccountId account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Zip> zip(AccountId account, BundleId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<HoldingAccess> accesses(AccountId account, Optional<HoldingAccessId> before, int limit) {
        throw new UnsupportedOperationException();
    }
}
