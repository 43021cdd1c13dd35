package io.renkei.linkage.internal;

import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.delegation.Delegation;
import io.renkei.ports.delegation.Delegation.Standing;
import io.renkei.ports.delegation.DelegationId;
import io.renkei.ports.delegation.DelegationStore;
import io.renkei.ports.delegation.DelegationStore.Offer;
import io.renkei.ports.delegation.Delegations;
import io.renkei.ports.delegation.Grant;
import io.renkei.ports.delegation.Service;
import io.renkei.ports.linkage.LinkStore;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Accounts;
import io.renkei.ports.people.Actor;
import io.renkei.ports.people.Authenticator;
import io.renkei.ports.people.TypedCode;
import io.renkei.ports.sites.SiteId;
import io.renkei.ports.sites.Sites;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delegations. Nothing is kept in memory: who may do what is read at each use. */
final class KernelDelegations implements Delegations {

    static final int MOST_MISSES = 10;
    static final Duration OFFER_LASTS = Duration.ofDays(Delegation.OFFER_DAYS);

    private static final Logger LOG = LoggerFactory.getLogger(KernelDelegations.class);
    private static final int TRIES = 5;
    private static final Set<Standing> WARNED = EnumSet.of(Standing.NEAR_END, Standing.LAST_DAY);

    private final DelegationStore store;
    private final Accounts accounts;
    private final LinkStore links;
    private final Sites sites;
    private final Clock clock;

    KernelDelegations(DelegationStore store, Accounts accounts, LinkStore links, Sites sites, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.links = links;
        this.sites = sites;
        this.clock = clock;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ServiceWindow.JAPAN);
    }

    @Override
    public Registered register(AccountId principal, Authenticator proof, Grant grant) {
        Optional<Registered.Refused> fault = DelegationRules.faultOf(grant, today(), today());
        if (fault.isPresent()) {
            return fault.get();
        }
        Instant now = now();
        AccountId representative = accounts.signIn(proof, now).id();
        if (representative.equals(principal)) {
            return DelegationRules.oneself();
        }
        Delegation delegation = new Delegation(
                new DelegationId(UUID.randomUUID()),
                principal,
                Optional.of(representative),
                "",
                grant,
                now,
                Optional.empty(),
                1);
        return store.add(delegation, Optional.empty(), DelegationRules.MOST)
                ? holds(delegation, "registered")
                : DelegationRules.tooMany();
    }

    @Override
    public Offered offer(AccountId principal, SiteId association, Grant grant) {
        Optional<Registered.Refused> fault = DelegationRules.faultOf(grant, today(), today());
        if (fault.isPresent()) {
            return new Offered.Refused(fault.get().reasonJa(), fault.get().reasonEn());
        }
        if (!sites.vouches(association)) {
            return new Offered.Refused("この団体は代理人を保証していません。", "This association does not vouch for representatives.");
        }
        Instant now = now();
        String code = TypedCode.draw();
        Delegation delegation = new Delegation(
                new DelegationId(UUID.randomUUID()),
                principal,
                Optional.empty(),
                association.value(),
                grant,
                now,
                Optional.empty(),
                1);
        if (!store.add(delegation, Optional.of(new Offer(code, now.plus(OFFER_LASTS))), DelegationRules.MOST)) {
            return new Offered.Refused(
                    DelegationRules.tooMany().reasonJa(),
                    DelegationRules.tooMany().reasonEn());
        }
        LOG.info("Delegation {} is offered", delegation.id());
        return new Offered.Waiting(delegation, code);
    }

    @Override
    public Registered accept(AccountId representative, String typed) {
        LocalDate today = today();
        if (store.misses(representative, today) >= MOST_MISSES) {
            return new Registered.NoSuchOffer();
        }
        Instant now = now();
        Optional<Delegation> offer = store.findOffer(TypedCode.read(typed), now);
        if (offer.isEmpty()) {
            store.missed(representative, today);
            return new Registered.NoSuchOffer();
        }
        Delegation before = offer.get();
        if (before.principal().equals(representative)) {
            return DelegationRules.oneself();
        }
        SiteId association = new SiteId(before.association());
        if (!sites.vouches(association)
                || links.find(representative, association, now).isEmpty()) {
            return new Registered.NoSuchOffer();
        }
        Delegation after = changed(before, Optional.of(representative), before.grant(), Optional.empty());
        return store.replace(before, after, "DELEGATION_ACCEPTED", representative, now)
                ? holds(after, "accepted")
                : new Registered.NoSuchOffer();
    }

    @Override
    public Registered change(AccountId principal, DelegationId id, Grant grant) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Delegation> found =
                    store.find(id).filter(each -> each.principal().equals(principal));
            if (found.isEmpty()) {
                return new Registered.NoSuchOffer();
            }
            Delegation before = found.get();
            if (before.ended().isPresent() || before.standing(today()) == Standing.OVER) {
                return new Registered.Refused(
                        "この代理は終了しています。新しく登録してください。", "This delegation has ended. Register a new one.");
            }
            LocalDate registered = LocalDate.ofInstant(before.registered(), ServiceWindow.JAPAN);
            Optional<Registered.Refused> fault = DelegationRules.faultOf(grant, registered, today());
            if (fault.isPresent()) {
                return fault.get();
            }
            Delegation after = changed(before, before.representative(), grant, Optional.empty());
            if (store.replace(before, after, "DELEGATION_CHANGED", principal, now())) {
                return holds(after, "changed");
            }
        }
        return new Registered.Refused("同時に変更されました。もう一度お試しください。", "It was changed at the same time. Try again.");
    }

    @Override
    public Optional<Delegation> end(AccountId who, DelegationId id) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Delegation> found = store.find(id).filter(each -> isOf(who, each));
            if (found.isEmpty() || found.get().ended().isPresent()) {
                return found;
            }
            Delegation before = found.get();
            Instant now = now();
            Delegation after = changed(before, before.representative(), before.grant(), Optional.of(now));
            if (store.replace(before, after, "DELEGATION_ENDED", who, now)) {
                LOG.info("Delegation {} is ended", id);
                return Optional.of(after);
            }
        }
        return store.find(id).filter(each -> isOf(who, each));
    }

    private static boolean isOf(AccountId who, Delegation delegation) {
        return delegation.principal().equals(who) || delegation.representative().equals(Optional.of(who));
    }

    private static Delegation changed(
            Delegation before, Optional<AccountId> representative, Grant grant, Optional<Instant> ended) {
        return new Delegation(
                before.id(),
                before.principal(),
                representative,
                before.association(),
                grant,
                before.registered(),
                ended,
                before.version() + 1);
    }

    private static Registered holds(Delegation delegation, String what) {
        LOG.info("Delegation {} is {} (version {})", delegation.id(), what, delegation.version());
        return new Registered.Holds(delegation);
    }

    @Override
    public List<Delegation> given(AccountId principal) {
        return store.given(principal);
    }

    @Override
    public List<Delegation> held(AccountId representative) {
        return store.held(representative, today());
    }

    @Override
    public List<Delegation> nearEnd(AccountId account) {
        LocalDate today = today();
        return Stream.concat(store.given(account).stream(), store.held(account, today).stream())
                .filter(each -> WARNED.contains(each.standing(today)))
                .toList();
    }

    @Override
    public boolean may(Actor who, Service service) {
        return !who.isRepresentative() || holding(who, service).findAny().isPresent();
    }

    @Override
    public Set<SelfInformationNumber> allowed(Actor who, Service service, Set<SelfInformationNumber> items) {
        if (!who.isRepresentative()) {
            return Set.copyOf(items);
        }
        Set<SelfInformationNumber> allowed = new HashSet<>();
        holding(who, service).forEach(each -> allowed.addAll(each.grant().items()));
        allowed.retainAll(items);
        return Set.copyOf(allowed);
    }

    private Stream<Delegation> holding(Actor who, Service service) {
        LocalDate today = today();
        return store.held(who.by(), today).stream()
                .filter(each -> each.principal().equals(who.principal()))
                .filter(each -> each.grant().covers(service, today));
    }
}
