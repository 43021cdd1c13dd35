package io.renkei.door.oidc.fakes;

import io.renkei.ports.people.Account;
import io.renkei.ports.people.Session;
import io.renkei.ports.people.Sessions;
import java.time.Clock;
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
    private final Clock clock;

    public FakeSessions(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Opened open(Account account, Instant at) {
        Session session = new Session(UUID.randomUUID(), account, at, at.plus(Duration.ofHours(8)));
        String token = UUID.randomUUID().toString();
        known.put(session.id(), session);
        tokens.put(token, session.id());
        return new Opened(session, token);
    }

    @Override
    public Optional<Session> find(String token, Instant at) {
        return Optional.ofNullable(tokens.get(token))
                .flatMap(this::find)
                .filter(session -> at.isBefore(session.until()));
    }

    private Optional<Session> find(UUID id) {
        return Optional.ofNullable(known.get(id));
    }

    @Override
    public Set<UUID> open(List<UUID> ids) {
        Instant now = clock.instant();
        return ids.stream()
                .filter(id -> find(id).filter(session -> now.isBefore(session.until()))
                        .isPresent())
                .collect(Collectors.toSet());
    }

    @Override
    public void close(UUID id, Instant at) {
        known.computeIfPresent(
                id,
                (same, session) -> at.isBefore(session.until())
                        ? new Session(id, session.account(), session.signedInAt(), at)
                        : session);
    }

    @Override
    public Duration idle() {
        return Duration.ofMinutes(15);
    }
}
