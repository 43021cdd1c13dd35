package io.renkei.linkage.internal;

import io.renkei.api.model.AttributeNode;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.delegation.Delegations;
import io.renkei.ports.delegation.Service;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    private final Receipts receipts;
    private final Clock clock;

    Choices(
            Sites sites,
            LinkStore links,
            HandoverStore store,
            Delegations delegations,
            Collecting collecting,
            Receipts receipts,
            Clock clock) {
        this.sites = sites;
        this.links = links;
        this.store = store;
        this.delegations = delegations;
        this.collecting = collecting;
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

    /** @param seen of this principal */
    Step release(Actor who, KeptHandover seen, Set<SelfInformationNumber> chosen) {
        KeptHandover kept = collecting.bringOn(seen);
        HandoverView view = kept.view();
        if (view.state() == HandoverState.RELEASED && view.released().equals(chosen)) {
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
        Set<SelfInformationNumber> allowed = new TreeSet<>(delegations.allowed(who, Service.HANDOVER, chosen));
        allowed.retainAll(site.get().items());
        allowed.retainAll(found.keySet());
        Set<SelfInformationNumber> notAllowed = new TreeSet<>(chosen);
        notAllowed.removeAll(allowed);
        if (!notAllowed.isEmpty()) {
            return new Step.NotAllowed(notAllowed);
        }
        found.keySet().retainAll(chosen);
        KeptHandover chosenFrom = view.state() == HandoverState.COLLECTING ? collecting.collected(kept, now) : kept;
        return chosenFrom.view().state() == HandoverState.REVIEW
                ? release(who, chosenFrom, site.get(), link.get(), found, now)
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

    private Step release(
            Actor who,
            KeptHandover kept,
            Site site,
            Link link,
            Map<SelfInformationNumber, ItemAnswer.Found> found,
            Instant now) {
        Map<SelfInformationNumber, List<AttributeNode>> values = found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().values()));
        Instant asOf = found.values().stream()
                .map(ItemAnswer.Found::asOf)
                .min(Instant::compareTo)
                .orElseThrow();
        byte[] data = new ChosenData(values, asOf).bytes();
        if (data.length > MOST_BYTES) {
            return new Step.NotAllowed(values.keySet());
        }
        Instant until = now.plus(site.handoverLasts());
        KeptHandover after = Drafts.of(kept)
                .state(HandoverState.RELEASED, now)
                .released(values.keySet())
                .until(until)
                .look(until)
                .forget(now)
                .made();
        String receipt = receipts.release(site, link, kept.view(), who, values, now, until);
        Outcome outcome = store.apply(new Change(kept, after, "HANDOVER_CHOSEN", who, Papers.release(receipt, data)));
        if (outcome == Outcome.UNLINKED) {
            return new Step.NotAllowed(Set.of());
        }
        if (outcome == Outcome.CHANGED) {
            return store.find(kept.view().id())
                    .<Step>map(each -> new Step.NotNow(each.view()))
                    .orElseGet(Step.NoSuchHandover::new);
        }
        LOG.info("Of handover {} {} items are released", after.view().id(), values.size());
        return new Step.Done(collecting.settle(after).view(), receipt);
    }
}
