package io.renkei.door.oidc.fakes;

import io.renkei.ports.people.Account;
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

/** Sessions in a map. */
public final class FakeSessions implements Sessions {

    private final Map<String, UUID> tokens = new ConcurrentHashMap<>();
    private final Map<UUID, Session> known = new ConcurrentHashMap<>();
    private final Map<UUID, Instant> used = new ConcurrentHashMap<>();
    private volatile Duration idle = Duration.ofMinutes(15);

    @Override
    public Opened open(Account account, Instant at) {
        Session session = new Session(UUID.randomUUID(), account, at, at.plus(Duration.ofHours(8)));
        String token = UUID.randomUUID().toString();
        used.put(session.id(), at);
        known.put(session.id(), session);
        tokens.put(token, session.id());
        return new Opened(session, token);
    }

    @Override
    public Optional<Session> find(String token, Instant at) {
        Optional<Session> found = Optional.ofNullable(tokens.get(token))
                .filter(id -> isOpen(id, at))
                .map(known::get);
        found.ifPresent(session -> used.put(session.id(), at));
        return found;
    }

    @Override
    public Set<UUID> open(List<UUID> ids, Instant at) {
        return ids.stream().filter(id -> isOpen(id, at)).collect(Collectors.toSet());
    }

    private boolean isOpen(UUID id, Instant at) {
        return known.containsKey(id)
                && at.isBefore(known.get(id).until())
                && used.get(id).isAfter(at.minus(idle()));
    }

    @Override
    public void close(UUID id, Instant at) {
        known.computeIfPresent(
                id,
                (same, session) -> at.isBefore(session.until())
                        ? new Session(id, session.account(), session.signedInAt(), at)
                        : session);
    }

    public void idle(Duration longest) {
        idle = longest;
    }

    @Override
    public Duration idle() {
        return idle;
    }
}
