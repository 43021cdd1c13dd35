package io.renkei.door.pages.internal;

import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.delegation.Delegation;
import io.renkei.ports.delegation.DelegationId;
import io.renkei.ports.delegation.Delegations;
import io.renkei.ports.delegation.Grant;
import io.renkei.ports.delegation.Service;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Actor;
import io.renkei.ports.people.Authenticator;
import io.renkei.ports.sites.SiteId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Delegations in memory. */
final class FakeDelegations implements Delegations {

    static final String CODE = "ABCD2345EFGH";

    final Map<DelegationId, Delegation> all = new LinkedHashMap<>();
    private final Ports ports;
    private final Clock clock;

    FakeDelegations(Ports ports, Clock clock) {
        this.ports = ports;
        this.clock = clock;
    }

    @Override
    public Registered register(AccountId principal, Authenticator proof, Grant grant) {
        if (grant.until().isAfter(Moments.dayOf(clock.instant()).plusYears(2))) {
            return new Registered.Refused("2年を超えています。", "Longer than two years.");
        }
        return new Registered.Holds(put(
                principal,
                Optional.of(ports.accounts().signIn(proof, clock.instant()).id()),
                "",
                grant));
    }

    private Delegation put(AccountId principal, Optional<AccountId> representative, String association, Grant grant) {
        Delegation made = new Delegation(
                new DelegationId(UUID.randomUUID()),
                principal,
                representative,
                association,
                grant,
                clock.instant(),
                Optional.empty(),
                1);
        all.put(made.id(), made);
        return made;
    }

    @Override
    public Offered offer(AccountId principal, SiteId association, Grant grant) {
        return new Offered.Waiting(put(principal, Optional.empty(), association.toString(), grant), CODE);
    }

    @Override
    public Registered accept(AccountId representative, String code) {
        Optional<Delegation> waiting = all.values().stream()
                .filter(each -> each.representative().isEmpty() && code.equals(CODE))
                .findFirst();
        if (waiting.isEmpty()) {
            return new Registered.NoSuchOffer();
        }
        Delegation each = waiting.get();
        Delegation taken = new Delegation(
                each.id(),
                each.principal(),
                Optional.of(representative),
                each.association(),
                each.grant(),
                each.registered(),
                Optional.empty(),
                2);
        all.put(each.id(), taken);
        return new Registered.Holds(taken);
    }

    @Override
    public Registered change(AccountId principal, DelegationId id, Grant grant) {
        Delegation each = all.get(id);
        Delegation changed = new Delegation(
                id,
                principal,
                each.representative(),
                each.association(),
                grant,
                each.registered(),
                Optional.empty(),
                each.version() + 1);
        all.put(id, changed);
        return new Registered.Holds(changed);
    }

    @Override
    public Optional<Delegation> end(AccountId who, DelegationId id) {
        return Optional.ofNullable(all.get(id))
                .filter(each -> each.principal().equals(who)
                        || each.representative().filter(who::equals).isPresent())
                .map(each -> {
                    Delegation over = new Delegation(
                            id,
                            each.principal(),
                            each.representative(),
                            each.association(),
                            each.grant(),
                            each.registered(),
                            Optional.of(clock.instant()),
                            each.version() + 1);
                    all.put(id, over);
                    return over;
                });
    }

    @Override
    public List<Delegation> given(AccountId principal) {
        return all.values().stream()
                .filter(each -> each.principal().equals(principal))
                .toList();
    }

    @Override
    public List<Delegation> held(AccountId representative) {
        return all.values().stream()
                .filter(each ->
                        each.representative().filter(representative::equals).isPresent()
                                && each.ended().isEmpty())
                .toList();
    }

    @Override
    public List<Delegation> nearEnd(AccountId account) {
        LocalDate today = Moments.dayOf(clock.instant());
        return all.values().stream()
                .filter(each -> each.standing(today) == Delegation.Standing.LAST_DAY)
                .toList();
    }

    @Override
    public boolean may(Actor who, Service service) {
        return !who.isRepresentative()
                || held(who.by()).stream()
                        .anyMatch(each -> each.principal().equals(who.principal())
                                && each.grant().covers(service, Moments.dayOf(clock.instant())));
    }

    @Override
    public Set<SelfInformationNumber> allowed(Actor who, Service service, Set<SelfInformationNumber> items) {
        return !who.isRepresentative()
                ? items
                : held(who.by()).stream()
                        .filter(each -> each.grant().covers(service, Moments.dayOf(clock.instant())))
                        .flatMap(each -> each.grant().items().stream())
                        .filter(items::contains)
                        .collect(Collectors.toSet());
    }
}
