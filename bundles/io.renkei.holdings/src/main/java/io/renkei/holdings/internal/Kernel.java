package io.renkei.holdings.internal;

import io.renkei.api.spi.CertificateReader;
import io.renkei.api.spi.HoldingsSource;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.health.Finding;
import io.renkei.ports.holdings.HoldingStore;
import io.renkei.ports.holdings.Holdings;
import io.renkei.ports.linkage.Links;
import io.renkei.ports.sites.SiteId;
import io.renkei.ports.trust.TrustAnchors;
import io.renkei.ports.trust.XmlSignatures;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** The parts, put together; nothing runs before {@link #start}. */
final class Kernel implements AutoCloseable {

    private static final String PART = "private delivery";
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final Services services;
    private final Standing standing = new Standing();
    private final Examiner examiner;
    private final Places pages;
    private final Places background;
    private final Rounds rounds;
    private final Holdings holdings;

    /** What it stands on. */
    record Ground(
            HoldingStore store,
            ContentStore contents,
            Supplier<Links> links,
            XmlSignatures signatures,
            TrustAnchors anchors) {}

    /**
     * @param look how long until it looks by itself for what is due
     */
    Kernel(
            Ground ground,
            Supplier<List<HoldingsSource>> sources,
            Supplier<List<CertificateReader>> readers,
            Supplier<HoldingsSettings> settings,
            Clock clock,
            Duration look) {
        HoldingStore store = ground.store();
        services = new Services(sources, () -> settings.get().services(), ground.links(), clock);
        examiner = new Examiner(
                ground.signatures(),
                ground.anchors(),
                readers,
                () -> settings.get().issuers());
        pages = new Places("renkei.holdings.page", () -> settings.get().parallel());
        background = new Places("renkei.holdings.call", () -> settings.get().parallel());
        Pauses pauses = new Pauses(
                FIRST_PAUSE,
                () -> settings.get().longestPause(),
                () -> ThreadLocalRandom.current().nextDouble());
        Fetching fetching =
                new Fetching(services, store, examiner, () -> settings.get().mostBytes(), clock);
        rounds = new Rounds(
                services,
                store,
                ground.contents(),
                new Collector(services, store, ground.contents(), fetching, standing, pauses, clock),
                new Receipts(
                        services, store, standing, pauses, () -> settings.get().receiptGiveUp(), clock),
                background,
                () -> settings.get().records(),
                clock,
                look);
        holdings = new HoldingsService(
                services,
                new Asking(services, pages, standing, () -> settings.get().answer()),
                fetching,
                store,
                ground.contents(),
                new BundleContents(services, store, ground.contents(), examiner, clock),
                rounds,
                settings,
                clock);
    }

    void start() {
        rounds.start();
    }

    Holdings holdings() {
        return holdings;
    }

    /** From memory. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        standing.down()
                .forEach((service, code) ->
                        findings.add(Finding.warning(PART, service + " (" + code + "): " + HoldingsCode.DOWN.line())));
        for (SiteId service : services.all()) {
            if (services.source(service).isEmpty()) {
                findings.add(Finding.warning(PART, service + ": " + HoldingsCode.NO_CONNECTOR.line()));
            }
        }
        if (!services.all().isEmpty() && !examiner.canJudge()) {
            findings.add(Finding.warning(PART, HoldingsCode.NO_ANCHORS.line()));
        }
        return findings;
    }

    @Override
    public void close() {
        rounds.close();
        background.close();
        pages.close();
    }
}
