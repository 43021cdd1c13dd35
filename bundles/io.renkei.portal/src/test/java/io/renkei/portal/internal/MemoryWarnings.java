package io.renkei.portal.internal;

import io.renkei.ports.delegation.Delegation;
import io.renkei.ports.delegation.DelegationId;
import io.renkei.ports.delegation.DelegationStore;
import io.renkei.ports.delegation.DelegationWarning;
import io.renkei.ports.people.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Warnings in memory; the portal asks for nothing else of delegations. */
final class MemoryWarnings implements DelegationStore {

    final List<DelegationWarning> all = new ArrayList<>();

    @Override
    public List<DelegationWarning> warnings(Set<UUID> ids) {
        return all.stream().filter(each -> ids.contains(each.id())).toList();
    }

    @Override
    public int warn(LocalDate today, Instant at, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean add(Delegation delegation, Optional<Offer> offer, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Delegation> find(DelegationId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Delegation> findOffer(String code, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean replace(Delegation before, Delegation after, String event, AccountId by, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Delegation> given(AccountId principal) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Delegation> held(AccountId representative, LocalDate day) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Delegation> ending(LocalDate from, LocalDate to, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int misses(AccountId account, LocalDate day) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void missed(AccountId account, LocalDate day) {
        throw new UnsupportedOperationException();
    }
}
