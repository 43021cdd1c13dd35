package io.renkei.linkage.internal;

import io.renkei.api.model.AttributeNode;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.linkage.internal.Certificates.Taken;
import io.renkei.ports.delegation.Delegations;
import io.renkei.ports.delegation.Service;
import io.renkei.ports.holdings.BundleView;
import io.renkei.ports.holdings.DeductionCertificate;
import io.renkei.ports.holdings.HoldingRef;
import io.renkei.ports.linkage.Choice;
import io.renkei.ports.linkage.Gathering;
import io.renkei.ports.linkage.HandoverState;
import io.renkei.ports.linkage.HandoverStore;
import io.renkei.ports.linkage.HandoverStore.Change;
import io.renkei.ports.linkage.HandoverStore.Outcome;
import io.renkei.ports.linkage.HandoverStore.Papers;
import io.renkei.ports.linkage.HandoverView;
import io.renkei.ports.linkage.Handovers.Step;
import io.renkei.ports.linkage.KeptHandover;
import io.renkei.ports.linkage.Link;
import io.renkei.ports.linkage.LinkStore;
import io.renkei.ports.people.Actor;
import io.renkei.ports.selfinfo.ItemAnswer;
import io.renkei.ports.sites.Site;
import io.renkei.ports.sites.Sites;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The person sees what came and chooses. What is released is chosen, has data, was asked for, is allowed to the site, and, where a
 * representative chooses, is delegated to them; each is looked at anew.
 */
final class Choices {

    private static final Logger LOG = LoggerFactory.getLogger(Choices.class);
    private static final int TRIES = 5;
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final Sites sites;
    private final LinkStore links;
    private final HandoverStore store;
    private final Delegations delegations;
    private final Collecting collecting;
    private final Certificates certificates;
    private final Receipts receipts;
    private final Clock clock;

    Choices(
            Sites sites,
            LinkStore links,
            HandoverStore store,
            Delegations delegations,
            Collecting collecting,
            Certificates certificates,
            Receipts receipts,
            Clock clock) {
        this.sites = sites;
        this.links = links;
        this.store = store;
        this.delegations = delegations;
        this.collecting = collecting;
        this.certificates = certificates;
        this.receipts = receipts;
        this.clock = clock;
    }

    /** @param kept of this principal */
    Optional<Map<SelfInformationNumber, ItemAnswer>> review(Actor who, KeptHandover kept) {
        KeptHandover now = kept;
        for (int i = 0; i < TRIES; i++) {
            now = collecting.bringOn(now);
            if (!isOpen(now.view()) || !delegations.may(who, Service.HANDOVER)) {
                return Optional.empty();
            }
            if (isNoted(who, now)) {
                Map<SelfInformationNumber, ItemAnswer> answers = collecting.answers(now);
                answers.keySet().retainAll(delegations.allowed(who, Service.HANDOVER, answers.keySet()));
                return Optional.of(answers);
            }
            KeptHandover noted = Drafts.of(now).lookedAt(who.by()).made();
            store.apply(new Change(now, noted, "HANDOVER_LOOKED", who, Papers.NONE));
            Optional<KeptHandover> again = store.find(now.view().id());
            if (again.isEmpty()) {
                return Optional.empty();
            }
            now = again.get();
        }
        return Optional.empty();
    }

    /** Who looks for another is in the evidence before anything is shown. */
    private static boolean isNoted(Actor who, KeptHandover kept) {
        return !who.isRepresentative() || kept.lookers().contains(who.by());
    }

    /** @param kept of this principal */
    Optional<Gathering> gathering(Actor who, KeptHandover kept) {
        KeptHandover now = collecting.bringOn(kept);
        return hasCertificates(who, now) ? Optional.of(collecting.gathering(now)) : Optional.empty();
    }

    /** @param kept of this principal */
    List<DeductionCertificate> certificates(Actor who, KeptHandover kept) {
        KeptHandover now = collecting.bringOn(kept);
        return hasCertificates(who, now) ? certificates.readable(now) : List.of();
    }

    /** What a delivery service holds is delegated to nobody. */
    private static boolean hasCertificates(Actor who, KeptHandover kept) {
        return isOpen(kept.view())
                && !who.isRepresentative()
                && kept.view().wish().deductions().isPresent();
    }

    /** @param seen of this principal */
    Step release(Actor who, KeptHandover seen, Choice chosen) {
        KeptHandover kept = collecting.bringOn(seen);
        HandoverView view = kept.view();
        if (view.state() == HandoverState.RELEASED && new Choice(view.released(), view.certificates()).equals(chosen)) {
            return new Step.Done(
                    view, links.receipt(who.principal(), view.id().value()).orElse(""));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<Site> site = sites.find(view.site());
        if (!isOpen(view)
                || chosen.isEmpty()
                || site.isEmpty()
                || !sites.opening(view.site(), Sites.Use.HANDOVER, now).open()) {
            return new Step.NotNow(view);
        }
        Optional<Link> link = links.find(who.principal(), view.site(), now)
                .filter(each -> kept.link().equals(Optional.of(each.consent())));
        if (link.isEmpty()) {
            return new Step.NotAllowed(Set.of());
        }
        Map<SelfInformationNumber, ItemAnswer.Found> found = found(kept);
        Set<SelfInformationNumber> allowed = new TreeSet<>(delegations.allowed(who, Service.HANDOVER, chosen.items()));
        allowed.retainAll(site.get().items());
        allowed.retainAll(found.keySet());
        Set<SelfInformationNumber> notAllowed = new TreeSet<>(chosen.items());
        notAllowed.removeAll(allowed);
        if (!notAllowed.isEmpty() || !chosen.certificates().isEmpty() && !hasCertificates(who, kept)) {
            return new Step.NotAllowed(notAllowed);
        }
        found.keySet().retainAll(chosen.items());
        Taken taken = certificates.take(kept, site.get(), chosen.certificates(), now, MOST_BYTES);
        if (!(taken instanceof Taken.All papers)) {
            return taken instanceof Taken.TooMuch ? new Step.TooMuch() : new Step.NotAllowed(Set.of());
        }
        ChosenData data = data(found, papers.chosen());
        KeptHandover chosenFrom = view.state() == HandoverState.COLLECTING ? collecting.collected(kept, now) : kept;
        return chosenFrom.view().state() == HandoverState.REVIEW
                ? release(who, chosenFrom, site.get(), link.get(), data, now)
                : new Step.NotNow(chosenFrom.view());
    }

    /** Whoever has what they wanted need not wait for the rest. */
    private static boolean isOpen(HandoverView view) {
        return view.state() == HandoverState.COLLECTING || view.state() == HandoverState.REVIEW;
    }

    private Map<SelfInformationNumber, ItemAnswer.Found> found(KeptHandover kept) {
        Map<SelfInformationNumber, ItemAnswer.Found> found = new TreeMap<>();
        collecting.answers(kept).forEach((item, answer) -> {
            if (answer instanceof ItemAnswer.Found data && !data.values().isEmpty()) {
                found.put(item, data);
            }
        });
        return found;
    }

    /** What the person could have chosen. */
    private Set<HoldingRef> verified(KeptHandover kept) {
        return kept.view().wish().deductions().isEmpty()
                ? new HashSet<>()
                : collecting.gathering(kept).services().stream()
                        .flatMap(part -> part.items().stream())
                        .filter(item -> item.judgement().isVerified())
                        .map(BundleView.Item::from)
                        .collect(Collectors.toCollection(HashSet::new));
    }

    private static ChosenData data(Map<SelfInformationNumber, ItemAnswer.Found> found, List<Chosen> papers) {
        Map<SelfInformationNumber, List<AttributeNode>> values = found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().values()));
        Instant asOf = Stream.concat(
                        found.values().stream().map(ItemAnswer.Found::asOf),
                        papers.stream()
                                .map(each -> each.released()
                                        .certificate()
                                        .judgement()
                                        .at()))
                .min(Instant::compareTo)
                .orElseThrow();
        return new ChosenData(values, papers, asOf);
    }

    private Step release(Actor who, KeptHandover kept, Site site, Link link, ChosenData data, Instant now) {
        byte[] bytes = data.bytes();
        if (bytes.length > MOST_BYTES) {
            return new Step.TooMuch();
        }
        Instant until = now.plus(site.handoverLasts());
        KeptHandover after = Drafts.of(kept)
                .state(HandoverState.RELEASED, now)
                .released(data.choice())
                .until(until)
                .look(until)
                .forget(now)
                .made();
        Set<HoldingRef> withheld = verified(kept);
        withheld.removeAll(data.choice().certificates());
        String receipt = receipts.release(site, link, kept.view(), who, data, withheld, now, until);
        Outcome outcome = store.apply(new Change(kept, after, "HANDOVER_CHOSEN", who, Papers.release(receipt, bytes)));
        if (outcome == Outcome.UNLINKED) {
            return new Step.NotAllowed(Set.of());
        }
        if (outcome == Outcome.CHANGED) {
            return store.find(kept.view().id())
                    .<Step>map(each -> new Step.NotNow(each.view()))
                    .orElseGet(Step.NoSuchHandover::new);
        }
        LOG.info(
                "Of handover {} {} items and {} certificates are released",
                after.view().id(),
                data.items().size(),
                data.certificates().size());
        return new Step.Done(collecting.settle(after).view(), receipt);
    }
}
