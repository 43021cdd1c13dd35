package io.renkei.linkage.internal;

import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.holdings.BundleId;
import io.renkei.ports.holdings.HoldingRef;
import io.renkei.ports.linkage.Choice;
import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.linkage.HandoverState;
import io.renkei.ports.linkage.HandoverView;
import io.renkei.ports.linkage.KeptHandover;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.selfinfo.QuestionId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A handover as it is to be after a change. For one thread. */
final class Drafts {

    private final KeptHandover before;
    private HandoverState state;
    private Optional<AccountId> account;
    private Optional<ConsentId> consent;
    private Optional<QuestionId> question;
    private Set<SelfInformationNumber> released;
    private Instant until;
    private Optional<ConsentId> link;
    private Optional<AccountId> consentedBy;
    private Set<AccountId> lookers;
    private Optional<Instant> look;
    private boolean forget;
    private Instant changed;
    private Optional<BundleId> bundle;
    private Set<HoldingRef> certificates;

    private Drafts(KeptHandover before) {
        HandoverView view = before.view();
        this.before = before;
        this.state = view.state();
        this.account = view.account();
        this.consent = view.consent();
        this.question = view.question();
        this.released = view.released();
        this.until = view.until();
        this.link = before.link();
        this.consentedBy = before.consentedBy();
        this.lookers = before.lookers();
        this.look = before.look();
        this.forget = before.forget();
        this.changed = before.changed();
        this.bundle = view.bundle();
        this.certificates = view.certificates();
    }

    static Drafts of(KeptHandover before) {
        return new Drafts(before);
    }

    Drafts state(HandoverState next, Instant at) {
        state = next;
        changed = at;
        return this;
    }

    Drafts account(AccountId owner) {
        account = Optional.of(owner);
        return this;
    }

    Drafts consent(ConsentId second, ConsentId first, AccountId by) {
        consent = Optional.of(second);
        link = Optional.of(first);
        consentedBy = Optional.of(by);
        return this;
    }

    Drafts question(Optional<QuestionId> asked) {
        question = asked;
        return this;
    }

    Drafts bundle(Optional<BundleId> gathered) {
        bundle = gathered;
        return this;
    }

    Drafts released(Choice chosen) {
        released = chosen.items();
        certificates = chosen.certificates();
        return this;
    }

    Drafts until(Instant end) {
        until = end;
        return this;
    }

    Drafts look(Instant at) {
        look = Optional.of(at);
        return this;
    }

    Drafts lookNoMore() {
        look = Optional.empty();
        return this;
    }

    /** What was collected is of no more use: where there is a question or a bundle, it is to be forgotten at once. */
    Drafts forget(Instant now) {
        forget = question.isPresent() || bundle.isPresent();
        look = forget ? Optional.of(now) : look;
        return this;
    }

    Drafts forgotten() {
        forget = false;
        return this;
    }

    Drafts lookedAt(AccountId by) {
        Set<AccountId> all = new HashSet<>(lookers);
        all.add(by);
        lookers = all;
        return this;
    }

    KeptHandover made() {
        HandoverView view = before.view();
        return new KeptHandover(
                new HandoverView(
                        view.id(),
                        view.site(),
                        view.wish(),
                        state,
                        account,
                        consent,
                        question,
                        released,
                        view.askedAt(),
                        until,
                        bundle,
                        certificates),
                before.version() + 1,
                link,
                consentedBy,
                lookers,
                look,
                forget,
                changed);
    }
}
