package io.renkei.door.pages.internal;

import io.renkei.ports.people.Account;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Accounts;
import io.renkei.ports.people.Authenticator;
import io.renkei.ports.people.Session;
import io.renkei.ports.people.Sessions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Accounts and sessions in memory. */
final class FakePeople implements Accounts, Sessions {

    final Map<Authenticator, Account> known = new ConcurrentHashMap<>();
    final Map<String, Session> open = new ConcurrentHashMap<>();

    @Override
    public Account signIn(Authenticator proof, Instant at) {
        return known.computeIfAbsent(proof, each -> new Account(new AccountId(UUID.randomUUID()), each.kind(), at));
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return known.values().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    public boolean add(AccountId account, Authenticator proof, Instant at) {
        return find(account).map(each -> known.putIfAbsent(proof, each) == null).orElse(false);
    }

    @Override
    public Optional<Account> find(Authenticator proof) {
        return Optional.ofNullable(known.get(proof));
    }

    @Override
    public void invite(AccountId account, String code, Instant until, Instant at) {
        throw new UnsupportedOperationException("the real accounts are asked for that");
    }

    @Override
    public Added add(String code, Authenticator proof, Instant at) {
        throw new UnsupportedOperationException("the real accounts are asked for that");
    }

    @Override
    public List<Proof> proofs(AccountId account) {
        throw new UnsupportedOperationException("the real accounts are asked for that");
    }

    @Override
    public Removed remove(AccountId account, UUID proof, UUID stays, Instant at) {
        throw new UnsupportedOperationException("the real accounts are asked for that");
    }

    @Override
    public Opened open(Account account, Instant at) {
        Session session = new Session(UUID.randomUUID(), account, at, at.plus(Duration.ofHours(1)));
        String token = UUID.randomUUID().toString().replace("-", "");
        open.put(token, session);
        return new Opened(session, token);
    }

    @Override
    public Optional<Session> find(String token, Instant at) {
        return Optional.ofNullable(open.get(token)).filter(each -> at.isBefore(each.until()));
    }

    @Override
    public Set<UUID> open(List<UUID> ids, Instant at) {
        return open.values().stream().map(Session::id).filter(ids::contains).collect(Collectors.toSet());
    }

    @Override
    public void close(UUID id, Instant at) {
        open.values().removeIf(each -> each.id().equals(id));
    }

    @Override
    public Duration idle() {
        return Duration.ofMinutes(15);
    }
}
