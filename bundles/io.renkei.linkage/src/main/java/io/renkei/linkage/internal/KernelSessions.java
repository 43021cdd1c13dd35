package io.renkei.linkage.internal;

import io.renkei.ports.people.Account;
import io.renkei.ports.people.Session;
import io.renkei.ports.people.SessionStore;
import io.renkei.ports.people.Sessions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Sessions. */
final class KernelSessions implements Sessions {

    /** For how long one that ended stays in the database. */
    static final Duration REMEMBERED = Duration.ofDays(1);

    private static final int LONGEST_TOKEN = 64;

    private final SessionStore store;
    private final Supplier<LinkageSettings> settings;

    KernelSessions(SessionStore store, Supplier<LinkageSettings> settings) {
        this.store = store;
        this.settings = settings;
    }

    @Override
    public Opened open(Account account, Instant at) {
        Instant begun = at.truncatedTo(ChronoUnit.MICROS);
        Session session = new Session(
                UUID.randomUUID(), account, begun, begun.plus(settings.get().longest()));
        String token = Secrets.token();
        store.add(session, token);
        return new Opened(session, token);
    }

    @Override
    public Optional<Session> find(String token, Instant at) {
        return token.length() > LONGEST_TOKEN
                ? Optional.empty()
                : store.use(token, settings.get().idle(), at);
    }

    @Override
    public Set<UUID> open(List<UUID> ids, Instant at) {
        return store.open(ids, settings.get().idle(), at);
    }

    @Override
    public void close(UUID id, Instant at) {
        store.close(id, at);
    }

    @Override
    public Duration idle() {
        return settings.get().idle();
    }
}
