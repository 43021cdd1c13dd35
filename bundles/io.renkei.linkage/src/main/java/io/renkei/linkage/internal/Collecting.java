package io.renkei.linkage.internal;

import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.holdings.BundleId;
import io.renkei.ports.holdings.BundleView;
import io.renkei.ports.holdings.BundleView.Part;
import io.renkei.ports.holdings.BundleView.PartState;
import io.renkei.ports.linkage.Gathering;
import io.renkei.ports.linkage.HandoverEvent;
import io.renkei.ports.linkage.HandoverLifecycle;
import io.renkei.ports.linkage.HandoverState;
import io.renkei.ports.linkage.HandoverStore;
import io.renkei.ports.linkage.HandoverStore.Change;
import io.renkei.ports.linkage.HandoverStore.Outcome;
import io.renkei.ports.linkage.HandoverStore.Papers;
import io.renkei.ports.linkage.HandoverView;
import io.renkei.ports.linkage.KeptHandover;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Actor;
import io.renkei.ports.records.Requester;
import io.renkei.ports.selfinfo.ItemAnswer;
import io.renkei.ports.selfinfo.QuestionId;
import io.renkei.ports.selfinfo.SelfInformation;
import io.renkei.ports.state.StateUnavailable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to a handover without anybody doing anything: agencies and delivery services are asked and answer, time passes, and what is of no more use is
 * destroyed. Whoever comes across a handover brings it on; the sweep does for those that nobody looks at.
 */
final class Collecting {

    private static final Logger LOG = LoggerFactory.getLogger(Collecting.class);

    /** For what nobody consented to: it has no chain to be written in. */
    private static final Actor NOBODY = Actor.self(new AccountId(new UUID(0, 0)));

    private final HandoverStore store;
    private final Agencies agencies;
    private final Supplier<LinkageSettings> settings;
    private final Clock clock;

    Collecting(HandoverStore store, Agencies agencies, Supplier<LinkageSettings> settings, Clock clock) {
        this.store = store;
        this.agencies = agencies;
        this.settings = settings;
        this.clock = clock;
    }

    /** Brings a handover as far as it goes by itself, and returns how it stands then. */
    KeptHandover bringOn(KeptHandover seen) {
        KeptHandover kept = passTime(seen);
        return kept.view().state() == HandoverState.COLLECTING ? collect(kept, now()) : kept;
    }

    /** Ends a handover whose time is over; needs no agency. */
    KeptHandover passTime(KeptHandover kept) {
        Instant now = now();
        boolean over = !kept.view().until().isAfter(now)
                && HandoverLifecycle.next(kept.view().state(), HandoverEvent.TIME_OVER)
                        .isPresent();
        return over ? timeOver(kept, now) : kept;
    }

    /** What the sweep does with one, beside what anybody who comes across it does. */
    void sweep(KeptHandover seen) {
        KeptHandover kept = passTime(seen);
        if (kept.view().state() == HandoverState.COLLECTING) {
            kept = isAsked(kept.view()) ? kept : ask(kept, consenter(kept));
            kept = kept.view().state() == HandoverState.COLLECTING ? collect(kept, now()) : kept;
        }
        if (kept.forget()) {
            kept = forget(kept);
        }
        store.lookAgain(kept.view().id(), kept.version(), next(kept));
    }

    private Optional<Instant> next(KeptHandover kept) {
        if (kept.forget() || kept.view().state() == HandoverState.COLLECTING) {
            return Optional.of(now().plus(settings.get().lookPause()));
        }
        Instant end = kept.view().until();
        boolean ends = end.isAfter(now())
                && HandoverLifecycle.next(kept.view().state(), HandoverEvent.TIME_OVER)
                        .isPresent();
        return ends ? Optional.of(end) : Optional.empty();
    }

    /** Whether everybody was asked who is to be. */
    private static boolean isAsked(HandoverView view) {
        return (view.wish().items().isEmpty() || view.question().isPresent())
                && (view.wish().deductions().isEmpty() || view.bundle().isPresent());
    }

    /** Destroys at once what was collected and nobody needs any more; the sweep does if it cannot be done now. */
    KeptHandover settle(KeptHandover kept) {
        try {
            return kept.forget() ? forget(kept) : kept;
        } catch (StateUnavailable e) {
            LOG.debug(
                    "what was collected for handover {} is forgotten later",
                    kept.view().id(),
                    e);
            return kept;
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private KeptHandover timeOver(KeptHandover kept, Instant now) {
        HandoverState next = HandoverLifecycle.next(kept.view().state(), HandoverEvent.TIME_OVER)
                .orElseThrow();
        if (next == kept.view().state()) {
            // Fetched: the site has it, and nothing is kept here any more.
            store.destroy(kept.view().id());
            return kept.look().isEmpty()
                    ? kept
                    : apply(kept, Drafts.of(kept).lookNoMore().made(), "", owner(kept));
        }
        KeptHandover after =
                Drafts.of(kept).state(next, now).lookNoMore().forget(now).made();
        return apply(kept, after, "HANDOVER_EXPIRED", owner(kept));
    }

    private KeptHandover collect(KeptHandover kept, Instant now) {
        HandoverView view = kept.view();
        if (!view.wish().items().isEmpty() && view.question().isEmpty()) {
            return kept;
        }
        boolean complete = view.question().map(this::isAnswered).orElse(true) && isGathered(view);
        boolean late = !kept.changed().plus(settings.get().collect()).isAfter(now);
        return complete || late ? collected(kept, now) : kept;
    }

    private boolean isAnswered(QuestionId question) {
        return agencies.collection()
                .find(question)
                .map(SelfInformation.Progress::isComplete)
                .orElse(true);
    }

    private boolean isGathered(HandoverView view) {
        return view.wish().deductions().isEmpty()
                || view.bundle().isPresent()
                        && agencies.holdings().get().isPresent()
                        && bundle(view).map(BundleView::isComplete).orElse(true);
    }

    /** Empty while nobody gathers, and once it is destroyed. */
    private Optional<BundleView> bundle(HandoverView view) {
        return agencies.holdings()
                .get()
                .flatMap(holdings ->
                        view.bundle().flatMap(id -> holdings.find(view.account().orElseThrow(), id)));
    }

    /** How the certificates of a handover come together that asks for some. */
    Gathering gathering(KeptHandover kept) {
        boolean collected = kept.view().state() != HandoverState.COLLECTING;
        Optional<BundleView> bundle = bundle(kept.view());
        if (bundle.isEmpty()) {
            return new Gathering(List.of(), collected, collected ? LinkageCode.NO_HOLDINGS.code() : "");
        }
        return new Gathering(
                bundle.get().parts().stream()
                        .map(part -> collected ? atItsEnd(part) : part)
                        .toList(),
                collected || bundle.get().isComplete(),
                "");
    }

    /** A service that is out of time is missing. */
    private static Part atItsEnd(Part part) {
        return part.state() != PartState.COLLECTING
                ? part
                : new Part(
                        part.service(),
                        PartState.MISSING,
                        part.code().isEmpty() ? LinkageCode.LATE_SERVICE.code() : part.code(),
                        part.listed(),
                        part.items());
    }

    /** Waits for no more answers. */
    KeptHandover collected(KeptHandover kept, Instant now) {
        KeptHandover after = Drafts.of(kept)
                .state(HandoverState.REVIEW, now)
                .look(kept.view().until())
                .made();
        return apply(kept, after, "HANDOVER_COLLECTED", owner(kept));
    }

    /**
     * Asks the agencies and the delivery services, after the consent is durable; once more after a crash between the two. While nobody
     * gathers certificates, agencies are asked all the same.
     */
    KeptHandover ask(KeptHandover kept, Actor who) {
        HandoverView view = kept.view();
        Optional<BundleId> bundle = view.bundle().or(() -> gather(view));
        Optional<QuestionId> question = view.question().or(() -> question(view, who));
        if (question.equals(view.question()) && bundle.equals(view.bundle())) {
            return kept;
        }
        KeptHandover after = Drafts.of(kept)
                .question(question)
                .bundle(bundle)
                .look(now().plus(settings.get().lookPause()))
                .made();
        KeptHandover made = apply(kept, after, "", who);
        // Else another node asked too, or it was taken back meanwhile.
        question.filter(asked -> !made.view().question().equals(question))
                .ifPresent(asked -> agencies.collection().forget(asked));
        bundle.filter(begun -> !made.view().bundle().equals(bundle)).ifPresent(begun -> forget(view, begun));
        return made;
    }

    private Optional<QuestionId> question(HandoverView view, Actor who) {
        return view.wish().items().isEmpty()
                ? Optional.empty()
                : Optional.of(agencies.collection()
                        .ask(new SelfInformation.Question(
                                who,
                                new Requester.OfSite(view.site(), view.consent().orElseThrow()),
                                view.wish().items(),
                                view.until())));
    }

    private Optional<BundleId> gather(HandoverView view) {
        return view.wish()
                .deductions()
                .flatMap(wanted -> agencies.holdings()
                        .get()
                        .map(holdings ->
                                holdings.collectFor(view.id(), view.account().orElseThrow(), wanted, view.until())));
    }

    private void forget(HandoverView view, BundleId bundle) {
        agencies.deliveries().forget(view.account().orElseThrow(), bundle);
    }

    private static Actor consenter(KeptHandover kept) {
        AccountId principal = kept.view().account().orElseThrow();
        return new Actor(kept.consentedBy().orElse(principal), principal);
    }

    /** Who consented is written in the evidence; what goes on by itself goes on for the principal. */
    private static Actor owner(KeptHandover kept) {
        return kept.view().account().map(Actor::self).orElse(NOBODY);
    }

    private KeptHandover forget(KeptHandover kept) {
        kept.view().question().ifPresent(question -> agencies.collection().forget(question));
        kept.view().bundle().ifPresent(bundle -> forget(kept.view(), bundle));
        Drafts after = Drafts.of(kept).forgotten();
        boolean waits = HandoverLifecycle.next(kept.view().state(), HandoverEvent.TIME_OVER)
                .isPresent();
        return apply(kept, (waits ? after.look(kept.view().until()) : after.lookNoMore()).made(), "", owner(kept));
    }

    /** @return how it stands: after the change, or as another one changed it meanwhile */
    private KeptHandover apply(KeptHandover before, KeptHandover after, String event, Actor who) {
        Outcome outcome = store.apply(new Change(before, after, event, who, Papers.NONE));
        if (outcome != Outcome.MADE) {
            return store.find(before.view().id()).orElse(before);
        }
        if (!event.isEmpty()) {
            LOG.info("Handover {} is {}", after.view().id(), after.view().state());
        }
        return after;
    }

    /**
     * What the agencies have answered, item by item.
     *
     * @return for each item of the wish; what is out after the time for collecting has failed
     */
    Map<SelfInformationNumber, ItemAnswer> answers(KeptHandover kept) {
        Map<SelfInformationNumber, ItemAnswer> known = kept.view()
                .question()
                .flatMap(question -> agencies.collection().find(question))
                .map(SelfInformation.Progress::items)
                .orElse(Map.of());
        boolean collected = kept.view().state() != HandoverState.COLLECTING;
        Map<SelfInformationNumber, ItemAnswer> answers = new TreeMap<>();
        for (SelfInformationNumber item : kept.view().wish().items().keySet()) {
            ItemAnswer answer = Optional.ofNullable(known.get(item))
                    .orElseGet(() -> collected
                            ? new ItemAnswer.Failed(LinkageCode.UNKNOWN_ANSWER.code())
                            : new ItemAnswer.Pending());
            answers.put(item, collected && !answer.isFinal() ? new ItemAnswer.Failed(LinkageCode.LATE.code()) : answer);
        }
        return answers;
    }
}
