package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.ports.state.Change;
import io.renkei.ports.state.FilingMatter;
import io.renkei.ports.state.FilingStore;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.Pace;
import io.renkei.ports.state.Transition;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** The state of filings. */
final class JdbcFilingStore implements FilingStore {

    /** The cause of a filing whose attempt let its lease run out. */
    static final String LEASE_EXPIRED = "LEASE-EXPIRED";

    private static final int MOST_PER_SWEEP = 500;

    private final Database database;
    private final CaseKeys keys;

    JdbcFilingStore(Database database, CaseKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    public Optional<FilingView> find(FilingKey key) {
        return database.transact(tx -> FilingRow.read(tx, key));
    }

    @Override
    public List<FilingView> find(Set<FilingKey> keys) {
        List<String> applications =
                keys.stream().map(key -> key.application().digits()).distinct().toList();
        if (applications.isEmpty()) {
            return List.of();
        }
        return database.transact(tx -> FilingRow.ofApplications(tx, applications)).stream()
                .filter(filing -> keys.contains(filing.key()))
                .toList();
    }

    @Override
    public Transition apply(Change change) {
        Move.requireApplicable(change);
        return database.transact(tx -> apply(tx, change));
    }

    private Transition apply(Tx tx, Change change) throws SQLException {
        Optional<Chain> chain = Chain.lock(tx, change.filing().application());
        if (chain.isEmpty()) {
            return new Transition.NoSuchFiling();
        }
        OutboxRows outbox = new OutboxRows();
        Transition transition = FilingMoves.apply(tx, chain.get(), outbox, change);
        if (transition instanceof Transition.Made made
                && made.after().state() == FilingState.CORRECTION_REQUESTED
                && change.correction().isPresent()) {
            CorrectionRequests.write(
                    tx,
                    keys,
                    change.filing(),
                    chain.get().now(),
                    change.correction().get());
        }
        chain.get().write(tx);
        outbox.write(tx);
        return transition;
    }

    @Override
    public Optional<Attempt> begin(FilingKey key, String node, Duration lease) {
        if (node.isBlank() || node.length() > 200) {
            throw new IllegalArgumentException("a node's name has 1 to 200 characters");
        }
        if (lease.isNegative() || lease.isZero() || lease.compareTo(Duration.ofDays(7)) > 0) {
            throw new IllegalArgumentException("a lease is longer than nothing and no longer than a week");
        }
        return database.transact(tx -> begin(tx, key, node, lease));
    }

    private Optional<Attempt> begin(Tx tx, FilingKey key, String node, Duration lease) throws SQLException {
        Optional<Chain> chain = Chain.lock(tx, key.application());
        Optional<SealedMatter> found = chain.isPresent() ? SealedMatter.read(tx, key) : Optional.empty();
        if (found.isEmpty() || found.get().filing().state() != FilingState.READY) {
            return Optional.empty();
        }
        FilingView now = found.get().filing();
        Optional<FilingView> earlier =
                now.earlier().isPresent() ? FilingRow.read(tx, now.earlier().get()) : Optional.empty();
        if (earlier.isPresent() && !FollowUpMoves.mayGo(now, earlier.get())) {
            FollowUpMoves.turnBack(tx, chain.get(), now, earlier.get());
            return Optional.empty();
        }
        FilingMatter matter;
        try {
            matter = found.get().open(keys);
        } catch (IOException e) {
            // Nothing can be sent any more: a person has to see it.
            Claim claim = new Claim(Map.of(key.application(), chain.get()), List.of(now));
            FilingMoves.all(tx, claim, FilingEvent.PARK_ORDERED, Optional.of(SealedMatter.UNREADABLE));
            return Optional.empty();
        }
        Instant until = chain.get().now().plus(lease).truncatedTo(ChronoUnit.MICROS);
        Attempt attempt =
                new Attempt(key, now.attempts() + 1, now.version() + 1, node, until, matter, now.purpose(), earlier);
        int changed = tx.update(
                FilingMoves.SET + " attempts = ?, lease_node = ?, lease_until = ?" + FilingMoves.COMPARED,
                FilingState.ATTEMPTING,
                attempt.version(),
                null,
                null,
                null,
                false,
                attempt.number(),
                attempt.node(),
                attempt.leaseUntil(),
                key.application().digits(),
                key.sequence(),
                now.version());
        if (changed != 1) {
            return Optional.empty();
        }
        Map<String, Object> detail = Details.moved(now.state(), FilingState.ATTEMPTING, attempt.version());
        Details.carry(detail, attempt);
        chain.get().add(Optional.of(key), FilingEvent.ATTEMPT_STARTED.name(), detail);
        Chain.write(tx, List.of(chain.get()));
        return Optional.of(attempt);
    }

    @Override
    public Optional<FilingMatter> matter(FilingKey key) throws IOException {
        Optional<SealedMatter> found = database.transact(tx -> SealedMatter.read(tx, key));
        return found.isPresent() ? Optional.of(found.get().open(keys)) : Optional.empty();
    }

    @Override
    public List<FilingKey> expireLeases(int limit) {
        return sweep("lease_until", limit, FilingEvent.OUTCOME_UNKNOWN, Optional.of(LEASE_EXPIRED));
    }

    @Override
    public List<FilingKey> wakeDue(int limit) {
        return sweep("due", limit, FilingEvent.MADE_READY, Optional.empty());
    }

    /** @param time what only a filing has that the event is legal for, which is why no state is asked for */
    private List<FilingKey> sweep(String time, int limit, FilingEvent event, Optional<String> cause) {
        if (limit < 1) {
            throw new IllegalArgumentException("a sweep takes at least one filing");
        }
        // With a lower bound, since H2 begins with the rows that have no such time.
        String over = "f." + time + " > " + Tx.EPOCH + " and f." + time + " <= current_timestamp";
        return database.transact(tx -> {
            Claim claim = Claim.of(tx, Math.min(limit, MOST_PER_SWEEP), over, "f." + time);
            return FilingMoves.all(tx, claim, event, cause);
        });
    }

    @Override
    public OptionalInt release(ArrivalNumber application) {
        return database.transact(tx -> {
            Optional<Chain> chain = Chain.lock(tx, application);
            if (chain.isEmpty()) {
                return OptionalInt.empty();
            }
            List<FilingView> planned = tx.query(
                    "select " + FilingRow.COLUMNS
                            + " from filing f where f.arrival_number = ? and f.state = ? order by f.seq",
                    FilingRow::bare,
                    application.digits(),
                    FilingState.PLANNED);
            Claim claim = new Claim(Map.of(application, chain.get()), planned);
            return OptionalInt.of(FilingMoves.all(tx, claim, FilingEvent.FILLED, Optional.empty())
                    .size());
        });
    }

    @Override
    public List<FilingView> claimForStatus(DestinationId destination, Pace pace, int limit) {
        return claim(FilingMoves.Ask.STATUS, destination, pace, limit);
    }

    @Override
    public List<FilingView> claimUnknown(DestinationId destination, Pace pace, int limit) {
        return claim(FilingMoves.Ask.OUTCOME, destination, pace, limit);
    }

    private List<FilingView> claim(FilingMoves.Ask ask, DestinationId destination, Pace pace, int limit) {
        Limits.require("limit", limit, 50);
        String dueForQuestion = "f.destination = ? and f.ask = ? and f.ask_at <= current_timestamp";
        return database.transact(
                tx -> Claim.of(tx, limit, dueForQuestion, "f.destination, f.ask, f.ask_at", destination.value(), ask)
                        .asked(tx, pace));
    }

    @Override
    public Set<DestinationId> toAsk(Set<DestinationId> among) {
        return database.transact(tx -> DestinationsWith.condition(
                tx, among, isDue(FilingMoves.Ask.STATUS) + " or " + isDue(FilingMoves.Ask.OUTCOME)));
    }

    private static String isDue(FilingMoves.Ask ask) {
        return "exists (select 1 from filing f where f.destination = d.id and f.ask = '" + ask
                + "' and f.ask_at <= current_timestamp)";
    }

    @Override
    public Map<DestinationId, Map<FilingState, Long>> counts() {
        Map<DestinationId, Map<FilingState, Long>> counts = new TreeMap<>(Comparator.comparing(DestinationId::value));
        database.transact(tx -> tx.query(
                "select destination, state, count(*) as filings from filing group by destination, state",
                row -> counts.computeIfAbsent(
                                new DestinationId(row.getString("destination")), id -> new EnumMap<>(FilingState.class))
                        .put(FilingState.valueOf(row.getString("state")), row.getLong("filings"))));
        return counts;
    }

    @Override
    public List<FilingView> list(
            FilingState state, Optional<DestinationId> destination, Optional<FilingKey> after, int limit) {
        Limits.require("limit", limit, 100);
        StringBuilder where = new StringBuilder("where f.state = ?");
        List<Object> values = new ArrayList<>(List.of(state));
        destination.ifPresent(id -> {
            where.append(" and f.destination = ?");
            values.add(id.value());
        });
        after.ifPresent(key -> {
            String number = key.application().digits();
            where.append(" and f.arrival_number >= ? and (f.arrival_number > ? or f.seq > ?)");
            values.addAll(List.of(number, number, key.sequence()));
        });
        where.append(" order by f.state, f.arrival_number, f.seq limit ?");
        values.add(limit);
        return database.transact(tx -> FilingRow.read(tx, where.toString(), values.toArray()));
    }
}
