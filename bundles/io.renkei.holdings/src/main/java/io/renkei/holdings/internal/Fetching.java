package io.renkei.holdings.internal;

import io.renkei.api.spi.CertificateReader.Certificate;
import io.renkei.api.spi.HoldingsSource;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TransientFailure;
import io.renkei.holdings.internal.Examiner.Listed;
import io.renkei.ports.holdings.BundleId;
import io.renkei.ports.holdings.HoldingAccessId;
import io.renkei.ports.holdings.HoldingRef;
import io.renkei.ports.holdings.HoldingStore;
import io.renkei.ports.holdings.HoldingStore.Asked;
import io.renkei.ports.holdings.Judgement;
import io.renkei.ports.holdings.Verdict;
import io.renkei.ports.linkage.Link;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * One fetch: its record is written before the call goes out, and says afterwards what came of it. What came is given on only if the link
 * still holds. Safe for use by several threads.
 */
final class Fetching {

    private final Services services;
    private final HoldingStore store;
    private final Examiner examiner;
    private final IntSupplier mostBytes;
    private final Clock clock;

    Fetching(Services services, HoldingStore store, Examiner examiner, IntSupplier mostBytes, Clock clock) {
        this.services = services;
        this.store = store;
        this.examiner = examiner;
        this.mostBytes = mostBytes;
        this.clock = clock;
    }

    /** What is fetched, and for what. An empty bundle says that the person opens it. */
    record Wish(HoldingRef holding, Optional<Listed> listed, Optional<BundleId> bundle) {}

    /** What came of it. */
    sealed interface Outcome {

        /** It was judged; the bytes and what they say are there only if it is verified. */
        record Judged(Judgement judgement, Optional<Content> content) implements Outcome {}

        /** It could not be judged; it may be fetched again. */
        record NotNow(HoldingsCode why) implements Outcome {}

        /** The link ended meanwhile. */
        record NotLinked() implements Outcome {}
    }

    /** A verified document. */
    record Content(byte[] xml, Certificate certificate) {

        @Override
        public String toString() {
            return certificate.toString();
        }
    }

    /** @param access names the record of it; drawn by who fetches */
    Outcome fetch(HoldingsSource source, Link link, Wish wish, HoldingAccessId access)
            throws TransientFailure, PermanentFailure {
        store.asked(new Asked(
                access,
                link.account(),
                link.consent(),
                wish.holding(),
                wish.listed().map(Listed::kind).orElse(""),
                wish.bundle(),
                clock.instant()));
        try {
            Outcome outcome = outcome(source, link, wish);
            record(access, outcome);
            return outcome;
        } catch (TransientFailure | PermanentFailure e) {
            store.missing(access, e.getMessage(), clock.instant());
            throw e;
        }
    }

    private Outcome outcome(HoldingsSource source, Link link, Wish wish) throws TransientFailure, PermanentFailure {
        if (!examiner.canJudge()) {
            return new Outcome.NotNow(HoldingsCode.NO_ANCHORS);
        }
        Optional<InputStream> document =
                source.fetch(link.subject(), wish.holding().id());
        if (document.isEmpty()) {
            return unread(HoldingsCode.GONE);
        }
        Outcome outcome = read(document.get(), wish);
        boolean holds =
                services.link(link.account(), link.site(), link.consent()).isPresent();
        return holds ? outcome : new Outcome.NotLinked();
    }

    private Outcome read(InputStream document, Wish wish) {
        byte[] xml;
        try (document) {
            xml = document.readNBytes(mostBytes.getAsInt() + 1);
        } catch (IOException e) {
            return new Outcome.NotNow(HoldingsCode.BROKEN_OFF);
        }
        if (xml.length > mostBytes.getAsInt()) {
            return unread(HoldingsCode.TOO_LARGE);
        }
        Examiner.Finding finding = examiner.examine(xml, wish.listed(), clock.instant());
        return new Outcome.Judged(
                finding.judgement(), finding.certificate().map(certificate -> new Content(xml, certificate)));
    }

    private Outcome unread(HoldingsCode why) {
        return new Outcome.Judged(
                new Judgement(Verdict.UNREADABLE, why.code(), clock.instant(), Optional.empty(), Optional.empty()),
                Optional.empty());
    }

    private void record(HoldingAccessId access, Outcome outcome) {
        if (outcome instanceof Outcome.Judged judged) {
            store.answered(access, judged.judgement());
        } else if (outcome instanceof Outcome.NotNow later) {
            store.missing(access, later.why().code(), clock.instant());
        } else {
            store.missing(access, HoldingsCode.NOT_LINKED.code(), clock.instant());
        }
    }
}
