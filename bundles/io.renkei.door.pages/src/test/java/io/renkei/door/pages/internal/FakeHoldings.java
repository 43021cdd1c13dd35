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
import io.renkei.ports.holdings.DeductionCertificate;
import io.renkei.ports.holdings.HoldingAccess;
import io.renkei.ports.holdings.HoldingAccessId;
import io.renkei.ports.holdings.HoldingRef;
import io.renkei.ports.holdings.Holdings;
import io.renkei.ports.holdings.Judgement;
import io.renkei.ports.holdings.Verdict;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.sites.SiteId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two services; one holds three documents (good, forged, gone), the other is down. Nothing is held where none is linked. */
final class FakeHoldings implements Holdings {

    static final byte[] XML = "<certificate/>".getBytes(StandardCharsets.UTF_8);

    private static final Instant AT = Instant.parse("2026-10-20T00:00:00Z");

    final List<String> opened = new ArrayList<>();
    volatile boolean linked = true;

    @Override
    public Map<SiteId, Answer<List<Sender>>> senders(AccountId account) {
        return Map.of(FakeSites.BANK, new Answer.Given<>(List.of(new Sender("insurer", "見本生命保険", true))));
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
            case "good" -> {
                Judgement good =
                        new Judgement(Verdict.VERIFIED, "", AT, Optional.of(Sha256.of(XML)), Optional.of("0a"));
                Certificate certificate = new Certificate(
                        "TEG800",
                        new CorporateNumber("8999999999901"),
                        2026,
                        LocalDate.of(2026, 10, 20),
                        List.of(new AttributeNode("WAA", "契約者の氏名", Optional.of("<b>見本</b>"), List.of())));
                yield new Answer.Given<>(new Opened(
                        good, Optional.of(new Document(XML, new DeductionCertificate(holding, good, certificate)))));
            }
            case "forged" ->
                new Answer.Given<>(new Opened(
                        new Judgement(Verdict.FORGED, "HOLDINGS-005", AT, Optional.empty(), Optional.empty()),
                        Optional.empty()));
            default -> new Answer.Missing<>("HOLDINGS-011");
        };
    }

    @Override
    public Answer<Boolean> pick(AccountId account, SiteId service, String sender, boolean picked) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BundleId collect(AccountId account, int year) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<BundleView> find(AccountId account, BundleId id) {
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
    public Optional<List<DeductionCertificate>> certificates(AccountId account, BundleId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forget(AccountId account, BundleId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<HoldingAccess> accesses(AccountId account, Optional<HoldingAccessId> before, int limit) {
        throw new UnsupportedOperationException();
    }
}
