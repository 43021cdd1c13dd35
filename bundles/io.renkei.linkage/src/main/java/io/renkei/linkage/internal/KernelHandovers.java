package io.renkei.linkage.internal;

import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.delegation.Delegations;
import io.renkei.ports.delegation.Service;
import io.renkei.ports.holdings.DeductionCertificate;
import io.renkei.ports.linkage.Choice;
import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.linkage.Gathering;
import io.renkei.ports.linkage.HandoverEvent;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.HandoverLifecycle;
import io.renkei.ports.linkage.HandoverState;
import io.renkei.ports.linkage.HandoverStore;
import io.renkei.ports.linkage.HandoverStore.Change;
import io.renkei.ports.linkage.HandoverStore.Outcome;
import io.renkei.ports.linkage.HandoverStore.Papers;
import io.renkei.ports.linkage.HandoverView;
import io.renkei.ports.linkage.HandoverWish;
import io.renkei.ports.linkage.Handovers;
import io.renkei.ports.linkage.KeptHandover;
import io.renkei.ports.linkage.Link;
import io.renkei.ports.linkage.LinkStore;
import io.renkei.ports.linkage.SignedRequest;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Actor;
import io.renkei.ports.selfinfo.ItemAnswer;
import io.renkei.ports.sites.Site;
import io.renkei.ports.sites.SiteId;
import io.renkei.ports.sites.Sites;
import io.renkei.ports.state.StateUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handovers, from asking to fetching. Each change is compared with the version that was seen, and tried again on a newer one. */
final class KernelHandovers implements Handovers {

    private static final Logger LOG = LoggerFactory.getLogger(KernelHandovers.class);
    private static final int TRIES = 5;

    /** For how long who consented has the asking of agencies to itself, before the sweep does it. */
    private static final Duration OWN_ASKING = Duration.ofSeconds(30);

    private final Sites sites;
    private final LinkStore links;
    private final HandoverStore store;
    private final Delegations delegations;
    private final Wishes wishes;
    private final Collecting collecting;
    private final Choices choices;
    private final Fetching fetching;
    private final Receipts receipts;
    private final Supplier<LinkageSettings> settings;
    private final Clock clock;

    KernelHandovers(
            Sites sites,
            LinkStore links,
            HandoverStore store,
            Delegations delegations,
            Agencies agencies,
            Receipts receipts,
            Supplier<LinkageSettings> settings,
            Clock clock) {
        this.sites = sites;
        this.links = links;
        this.store = store;
        this.delegations = delegations;
        this.receipts = receipts;
        this.settings = settings;
        this.clock = clock;
        this.wishes = new Wishes(sites, store, () -> settings.get().ask(), clock);
        this.collecting = new Collecting(store, agencies, settings, clock);
        Certificates certificates = new Certificates(links, agencies);
        this.choices = new Choices(sites, links, store, delegations, collecting, certificates, receipts, clock);
        this.fetching = new Fetching(sites, links, store, agencies, certificates, clock);
    }

    Collecting collecting() {
        return collecting;
    }

    @Override
    public Asked ask(SiteId site, HandoverWish wish) {
        return wishes.ask(site, wish);
    }

    @Override
    public Optional<HandoverView> find(HandoverId id) {
        return store.find(id).map(KeptHandover::view);
    }

    @Override
    public List<HandoverView> of(AccountId account) {
        return store.of(account);
    }

    @Override
    public Optional<String> receipt(AccountId account, HandoverId id) {
        return links.receipt(account, id.value());
    }

    @Override
    public Step consent(Actor who, HandoverId id, Optional<SignedRequest> asked) {
        for (int i = 0; i < TRIES; i++) {
            Optional<KeptHandover> kept = reachable(who, id);
            if (kept.isEmpty()) {
                return new Step.NoSuchHandover();
            }
            Optional<Step> step = consent(who, kept.get(), asked);
            if (step.isPresent()) {
                return step.get();
            }
        }
        return standing(id);
    }

    /** One that nobody consented to yet, or of this principal; as it stands once time has passed. */
    private Optional<KeptHandover> reachable(Actor who, HandoverId id) {
        return store.find(id)
                .filter(kept ->
                        kept.view().account().map(who.principal()::equals).orElse(true))
                .map(collecting::passTime);
    }

    private Optional<KeptHandover> own(Actor who, HandoverId id) {
        return store.find(id).filter(kept -> kept.view().account().equals(Optional.of(who.principal())));
    }

    private Step standing(HandoverId id) {
        return store.find(id).<Step>map(kept -> new Step.NotNow(kept.view())).orElseGet(Step.NoSuchHandover::new);
    }

    /** @return empty if another changed it meanwhile */
    private Optional<Step> consent(Actor who, KeptHandover kept, Optional<SignedRequest> asked) {
        HandoverView view = kept.view();
        Instant now = now();
        Set<SelfInformationNumber> items = view.wish().items().keySet();
        Set<SelfInformationNumber> missing = new TreeSet<>(items);
        missing.removeAll(delegations.allowed(who, Service.HANDOVER, items));
        if (!missing.isEmpty()
                || who.isRepresentative() && view.wish().deductions().isPresent()) {
            return Optional.of(new Step.NotAllowed(missing));
        }
        if (view.consent().isPresent()
                && HandoverLifecycle.next(view.state(), HandoverEvent.REVOKED).isPresent()) {
            String receipt =
                    links.receipt(who.principal(), view.consent().get().value()).orElse("");
            return Optional.of(new Step.Done(view, receipt));
        }
        Optional<Site> site = sites.find(view.site());
        if (HandoverLifecycle.next(view.state(), HandoverEvent.CONSENTED).isEmpty()
                || site.isEmpty()
                || !sites.opening(view.site(), Sites.Use.HANDOVER, now).open()) {
            return Optional.of(new Step.NotNow(view));
        }
        Optional<Link> link = links.find(who.principal(), view.site(), now);
        if (link.isEmpty()) {
            return Optional.of(new Step.NotAllowed(Set.of()));
        }
        return consent(who, kept, site.get(), link.get(), asked, now);
    }

    private Optional<Step> consent(
            Actor who, KeptHandover kept, Site site, Link link, Optional<SignedRequest> asked, Instant now) {
        ConsentId consent = new ConsentId(UUID.randomUUID());
        Instant until = now.plus(settings.get().review());
        KeptHandover after = Drafts.of(kept)
                .state(HandoverState.COLLECTING, now)
                .account(who.principal())
                .consent(consent, link.consent(), who.by())
                .until(until)
                .look(now.plus(OWN_ASKING))
                .made();
        String receipt = receipts.handover(site, link, kept.view(), consent, who, asked, now, until);
        Outcome outcome =
                store.apply(new Change(kept, after, "HANDOVER_CONSENTED", who, Papers.consent(receipt, asked)));
        if (outcome == Outcome.UNLINKED) {
            return Optional.of(new Step.NotAllowed(Set.of()));
        }
        if (outcome == Outcome.CHANGED) {
            return Optional.empty();
        }
        LOG.info("Handover {} is consented to by {}", after.view().id(), consent);
        return Optional.of(new Step.Done(askAgencies(after, who), receipt));
    }

    private HandoverView askAgencies(KeptHandover kept, Actor who) {
        try {
            return collecting.ask(kept, who).view();
        } catch (StateUnavailable e) {
            LOG.warn("Handover {} waits: {}", kept.view().id(), e.getMessage());
            return kept.view();
        }
    }

    @Override
    public Step refuse(Actor who, HandoverId id) {
        return end(who, id, HandoverEvent.REFUSED);
    }

    @Override
    public Step revoke(Actor who, HandoverId id) {
        return end(who, id, HandoverEvent.REVOKED);
    }

    private Step end(Actor who, HandoverId id, HandoverEvent event) {
        for (int i = 0; i < TRIES; i++) {
            Optional<KeptHandover> found = reachable(who, id);
            if (found.isEmpty()) {
                return new Step.NoSuchHandover();
            }
            if (!delegations.may(who, Service.HANDOVER)) {
                return new Step.NotAllowed(Set.of());
            }
            KeptHandover kept = found.get();
            Optional<HandoverState> next = HandoverLifecycle.next(kept.view().state(), event);
            if (next.isEmpty()) {
                boolean done = kept.view().state().name().equals(event.name());
                return done ? new Step.Done(kept.view(), "") : new Step.NotNow(kept.view());
            }
            Instant now = now();
            KeptHandover after = Drafts.of(kept)
                    .state(next.get(), now)
                    .account(who.principal())
                    .lookNoMore()
                    .forget(now)
                    .made();
            if (store.apply(new Change(kept, after, "HANDOVER_" + event, who, Papers.NONE)) == Outcome.MADE) {
                LOG.info("Handover {} is {}", id, after.view().state());
                return new Step.Done(collecting.settle(after).view(), "");
            }
        }
        return standing(id);
    }

    @Override
    public Optional<Map<SelfInformationNumber, ItemAnswer>> review(Actor who, HandoverId id) {
        return own(who, id).flatMap(kept -> choices.review(who, kept));
    }

    @Override
    public Optional<Gathering> gathering(Actor who, HandoverId id) {
        return own(who, id).flatMap(kept -> choices.gathering(who, kept));
    }

    @Override
    public List<DeductionCertificate> certificates(Actor who, HandoverId id) {
        return own(who, id).map(kept -> choices.certificates(who, kept)).orElse(List.of());
    }

    @Override
    public Step release(Actor who, HandoverId id, Choice chosen) {
        return own(who, id).map(kept -> choices.release(who, kept, chosen)).orElseGet(Step.NoSuchHandover::new);
    }

    @Override
    public Fetched fetch(SiteId site, HandoverId id) {
        return store.find(id).map(kept -> fetching.fetch(site, kept)).orElseGet(Fetched.Nothing::new);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
