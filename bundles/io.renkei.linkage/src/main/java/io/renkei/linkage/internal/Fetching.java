package io.renkei.linkage.internal;

import io.renkei.api.model.AttributeNode;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.linkage.HandoverState;
import io.renkei.ports.linkage.HandoverStore;
import io.renkei.ports.linkage.HandoverStore.Change;
import io.renkei.ports.linkage.HandoverStore.Outcome;
import io.renkei.ports.linkage.HandoverStore.Papers;
import io.renkei.ports.linkage.HandoverView;
import io.renkei.ports.linkage.Handovers.Fetched;
import io.renkei.ports.linkage.KeptHandover;
import io.renkei.ports.linkage.LinkStore;
import io.renkei.ports.linkage.ReleasedCertificate;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Actor;
import io.renkei.ports.records.AccessRecord;
import io.renkei.ports.records.AccessRecord.Answer;
import io.renkei.ports.records.AccessRecordId;
import io.renkei.ports.records.AccessRecords;
import io.renkei.ports.records.Requester;
import io.renkei.ports.sites.Site;
import io.renkei.ports.sites.SiteId;
import io.renkei.ports.sites.Sites;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A site fetches what was released to it. First the access records are opened, then the change to fetched is made, which asks under the
 * account's lock whether the link holds, and only with that the data is read and the records say that it was released: a revocation
 * that comes before counts, and nothing leaves without a record.
 */
final class Fetching {

    private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);
    private static final int TRIES = 5;
    private static final Set<HandoverState> BEFORE =
            EnumSet.of(HandoverState.ASKED, HandoverState.COLLECTING, HandoverState.REVIEW);
    private static final Set<HandoverState> READY = EnumSet.of(HandoverState.RELEASED, HandoverState.FETCHED);

    private final Sites sites;
    private final LinkStore links;
    private final HandoverStore store;
    private final Agencies agencies;
    private final Certificates certificates;
    private final Clock clock;

    Fetching(
            Sites sites,
            LinkStore links,
            HandoverStore store,
            Agencies agencies,
            Certificates certificates,
            Clock clock) {
        this.sites = sites;
        this.links = links;
        this.store = store;
        this.agencies = agencies;
        this.certificates = certificates;
        this.clock = clock;
    }

    Fetched fetch(SiteId siteId, KeptHandover seen) {
        KeptHandover kept = seen;
        for (int i = 0; i < TRIES; i++) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Optional<Site> site = sites.find(siteId);
            HandoverView view = kept.view();
            if (site.isEmpty() || !view.site().equals(siteId) || !view.until().isAfter(now)) {
                return new Fetched.Nothing();
            }
            if (BEFORE.contains(view.state())) {
                return new Fetched.NotYet();
            }
            Set<SelfInformationNumber> items = new TreeSet<>(view.released());
            items.retainAll(site.get().items());
            if (!READY.contains(view.state()) || !isLinked(kept, now)) {
                return new Fetched.Nothing();
            }
            List<ReleasedCertificate> papers = papers(view, site.get(), now);
            if (items.isEmpty() && papers.isEmpty()) {
                return new Fetched.Nothing();
            }
            Optional<Fetched> fetched = fetch(kept, items, papers, now);
            if (fetched.isPresent()) {
                return fetched.get();
            }
            Optional<KeptHandover> again = store.find(view.id());
            if (again.isEmpty()) {
                return new Fetched.Nothing();
            }
            kept = again.get();
        }
        return new Fetched.Nothing();
    }

    /** Which there are stands in the data: it is read before, and again once it is known that it may go out. */
    private List<ReleasedCertificate> papers(HandoverView view, Site site, Instant now) {
        if (view.certificates().isEmpty()) {
            return List.of();
        }
        return store.data(view.id())
                .map(bytes -> certificates.outgoing(
                        view.account().orElseThrow(),
                        site,
                        ChosenData.read(bytes).certificates(),
                        now))
                .orElse(List.of());
    }

    private boolean isLinked(KeptHandover kept, Instant now) {
        return links.find(kept.view().account().orElseThrow(), kept.view().site(), now)
                .filter(link -> kept.link().equals(Optional.of(link.consent())))
                .isPresent();
    }

    /** @return empty if another changed it meanwhile */
    private Optional<Fetched> fetch(
            KeptHandover kept, Set<SelfInformationNumber> items, List<ReleasedCertificate> papers, Instant now) {
        AccountId account = kept.view().account().orElseThrow();
        AccessRecords records = agencies.accessRecords();
        List<AccessRecord> open = Stream.concat(
                        items.stream()
                                .map(item -> record(kept.view(), account, Optional.of(item), Optional.empty(), now)),
                        papers.stream()
                                .map(paper -> record(
                                        kept.view(), account, Optional.empty(), Optional.of(certificate(paper)), now)))
                .toList();
        records.asked(open);
        KeptHandover after = Drafts.of(kept)
                .state(HandoverState.FETCHED, kept.view().state() == HandoverState.FETCHED ? kept.changed() : now)
                .made();
        Outcome outcome = store.apply(new Change(kept, after, "HANDOVER_FETCHED", Actor.self(account), Papers.NONE));
        Optional<byte[]> data = outcome == Outcome.MADE ? store.data(kept.view().id()) : Optional.empty();
        Answer answer = data.isPresent() ? Answer.RELEASED : Answer.FAILED;
        records.answered(open.stream().map(AccessRecord::id).toList(), answer, false, now);
        if (outcome == Outcome.CHANGED) {
            return Optional.empty();
        }
        return Optional.of(data.<Fetched>map(bytes -> released(after.view(), items, papers, bytes))
                .orElseGet(Fetched.Nothing::new));
    }

    private static AccessRecord.Certificate certificate(ReleasedCertificate paper) {
        return new AccessRecord.Certificate(
                paper.certificate().certificate().kind(),
                paper.certificate().certificate().year());
    }

    private static Fetched released(
            HandoverView view, Set<SelfInformationNumber> items, List<ReleasedCertificate> papers, byte[] bytes) {
        ChosenData chosen = ChosenData.read(bytes);
        Map<SelfInformationNumber, List<AttributeNode>> values = new HashMap<>(chosen.items());
        values.keySet().retainAll(items);
        LOG.info("Handover {} is fetched by {}", view.id(), view.site());
        return new Fetched.Data(view, Map.copyOf(values), chosen.asOf(), papers);
    }

    private static AccessRecord record(
            HandoverView view,
            AccountId account,
            Optional<SelfInformationNumber> item,
            Optional<AccessRecord.Certificate> certificate,
            Instant now) {
        return new AccessRecord(
                new AccessRecordId(UUID.randomUUID()),
                account,
                account,
                new Requester.OfSite(view.site(), view.consent().orElseThrow()),
                item,
                certificate,
                Optional.empty(),
                now,
                Optional.empty(),
                Answer.OPEN,
                false);
    }
}
