package io.renkei.door.pages.internal;

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
import io.renkei.ports.holdings.HoldingAccess.ReadReceipt;
import io.renkei.ports.holdings.HoldingAccessId;
import io.renkei.ports.holdings.HoldingRef;
import io.renkei.ports.holdings.Holdings;
import io.renkei.ports.holdings.Judgement;
import io.renkei.ports.holdings.Verdict;
import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.linkage.DeductionWish;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.sites.SiteId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Two services; one holds three documents (good, forged, gone), the other is down. Nothing is held where none is linked. */
final class FakeHoldings implements Holdings {

    static final byte[] XML = "<certificate/>".getBytes(StandardCharsets.UTF_8);

    private static final Instant AT = Instant.parse("2026-10-20T00:00:00Z");

    private static final Instant UNTIL = AT.plus(Duration.ofDays(7));
    private static final Judgement GOOD =
            new Judgement(Verdict.VERIFIED, "", AT, Optional.of(Sha256.of(XML)), Optional.of("0a"));
    private static final Judgement FORGED =
            new Judgement(Verdict.FORGED, "HOLDINGS-005", AT, Optional.empty(), Optional.empty());

    final List<String> opened = new ArrayList<>();
    final List<HoldingAccess> fetches = new CopyOnWriteArrayList<>();
    final Set<String> picked = ConcurrentHashMap.newKeySet();
    final Map<BundleId, BundleView> bundles = new ConcurrentHashMap<>();
    volatile boolean linked = true;
    volatile boolean collecting;
    volatile boolean breaksOff;

    /** Bytes of a file before its last ones. */
    volatile int before;

    FakeHoldings() {
        picked.add("insurer");
    }

    static DeductionCertificate certificate(HoldingRef holding) {
        Certificate certificate = new Certificate(
                "TEG800",
                new CorporateNumber("8999999999901"),
                2026,
                LocalDate.of(2026, 10, 20),
                List.of(new AttributeNode("WAA", "契約者の氏名", Optional.of("<b>見本</b>"), List.of())));
        return new DeductionCertificate(holding, GOOD, certificate);
    }

    @Override
    public Map<SiteId, Answer<List<Sender>>> senders(AccountId account) {
        Map<SiteId, Answer<List<Sender>>> all = new LinkedHashMap<>();
        if (linked) {
            all.put(
                    FakeSites.BANK,
                    new Answer.Given<>(List.of(
                            new Sender("insurer", "見本生命保険", picked.contains("insurer")),
                            new Sender("bank", "見本銀行", picked.contains("bank")))));
            all.put(FakeSites.PENSION, new Answer.Missing<>("HOLDINGS-016"));
        }
        return all;
    }

    @Override
    public Map<SiteId, Answer<List<Holding>>> list(AccountId account) {
        Map<SiteId, Answer<List<Holding>>> all = new LinkedHashMap<>();
        if (linked) {
            all.put(
                    FakeSites.BANK,
                    new Answer.Given<>(
                            List.of(holding("good", true), holding("forged", false), holding("gone", false))));
            all.put(FakeSites.PENSION, new Answer.Missing<>("HOLDINGS-016"));
        }
        return all;
    }

    private static Holding holding(String id, boolean read) {
        return new Holding(id, "insurer", "TEG800", 2026, "生命保険料控除証明書 " + id, AT, read);
    }

    @Override
    public Answer<Opened> open(AccountId account, HoldingRef holding) {
        opened.add(holding.toString());
        return switch (holding.id()) {
            case "good" -> new Answer.Given<>(new Opened(GOOD, Optional.of(new Document(XML, certificate(holding)))));
            case "forged" -> new Answer.Given<>(new Opened(FORGED, Optional.empty()));
            default -> new Answer.Missing<>("HOLDINGS-011");
        };
    }

    @Override
    public Answer<Boolean> pick(AccountId account, SiteId service, String sender, boolean wanted) {
        if (!service.equals(FakeSites.BANK)) {
            return new Answer.Missing<>("HOLDINGS-016");
        }
        if (!Set.of("insurer", "bank").contains(sender)) {
            return new Answer.Given<>(false);
        }
        if (wanted) {
            picked.add(sender);
        } else {
            picked.remove(sender);
        }
        return new Answer.Given<>(true);
    }

    @Override
    public BundleId collect(AccountId account, int year) {
        BundleId id = new BundleId(UUID.randomUUID());
        bundles.put(id, new BundleView(id, account, year, AT, UNTIL, parts(year)));
        return id;
    }

    @Override
    public BundleId collectFor(HandoverId handover, AccountId account, DeductionWish wish, Instant until) {
        throw new UnsupportedOperationException();
    }

    /** What came: one good, one forged, and a service that is down. */
    List<Part> parts(int year) {
        return List.of(
                new Part(
                        FakeSites.BANK,
                        collecting ? PartState.COLLECTING : PartState.COMPLETE,
                        "",
                        2,
                        List.of(item("good", GOOD), item("forged", FORGED))),
                new Part(
                        FakeSites.PENSION,
                        collecting ? PartState.COLLECTING : PartState.MISSING,
                        "HOLDINGS-016",
                        0,
                        List.of()));
    }

    private static Item item(String id, Judgement judgement) {
        return new Item(new HoldingRef(FakeSites.BANK, id), "TEG800", judgement);
    }

    @Override
    public Optional<BundleView> find(AccountId account, BundleId id) {
        return Optional.ofNullable(bundles.get(id))
                .filter(each -> each.account().equals(account))
                .map(each -> new BundleView(id, account, each.year(), each.asked(), each.until(), parts(each.year())));
    }

    @Override
    public List<BundleView> bundles(AccountId account) {
        return bundles.keySet().stream()
                .flatMap(id -> find(account, id).stream())
                .toList();
    }

    @Override
    public Optional<Zip> zip(AccountId account, BundleId id) {
        return find(account, id).map(bundle -> out -> {
            out.write(new byte[before]);
            if (breaksOff) {
                throw new IOException("a certificate cannot be read");
            }
            out.write(XML);
        });
    }

    @Override
    public Optional<List<DeductionCertificate>> certificates(AccountId account, BundleId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Document> document(AccountId account, BundleId id, HoldingRef certificate) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forget(AccountId account, BundleId id) {
        find(account, id).ifPresent(each -> bundles.remove(id));
    }

    @Override
    public List<HoldingAccess> accesses(AccountId account, Optional<HoldingAccessId> before, int limit) {
        List<HoldingAccess> own =
                fetches.stream().filter(each -> each.account().equals(account)).toList();
        int from = before.map(
                        last -> own.stream().map(HoldingAccess::id).toList().indexOf(last) + 1)
                .orElse(0);
        return own.subList(from, Math.min(own.size(), from + limit));
    }

    /** Records a fetch: verified, forged, or nothing came. */
    void fetched(AccountId account, String id, String missing, Optional<BundleId> bundle, ReadReceipt receipt) {
        fetches.add(new HoldingAccess(
                new HoldingAccessId(UUID.randomUUID()),
                account,
                new ConsentId(UUID.randomUUID()),
                new HoldingRef(FakeSites.BANK, id),
                bundle.isPresent() ? "TEG800" : "",
                bundle,
                AT,
                missing,
                missing.isEmpty() ? Optional.of(id.equals("good") ? GOOD : FORGED) : Optional.empty(),
                receipt));
    }
}
