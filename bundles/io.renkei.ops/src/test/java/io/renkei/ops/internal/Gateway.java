package io.renkei.ops.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingLifecycle;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.journal.jdbc.HashChain;
import io.renkei.ports.state.Admission;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.ApplicationView;
import io.renkei.ports.state.Change;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.JournalRow;
import io.renkei.ports.state.MemoryFilings;
import io.renkei.ports.state.NewApplication;
import io.renkei.ports.state.StateUnavailable;
import io.renkei.ports.state.Transition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Both stores in memory, with the real table of transitions and the real hash chain. */
final class Gateway extends MemoryFilings implements ApplicationStore {

    static final DestinationId HELLO_WORK = new DestinationId("hello-work");
    static final DestinationId E_TAX = new DestinationId("e-tax");
    /** 2026-04-01 03:00 in Japan. */
    static final Instant NIGHT = Instant.parse("2026-03-31T18:00:00Z");

    private final Map<ArrivalNumber, ApplicationView> applications = new TreeMap<>();
    private final Map<ArrivalNumber, List<JournalRow>> rows = new TreeMap<>();
    private boolean down;
    Instant now = NIGHT.minus(Duration.ofHours(2));
    int written;

    void goDown() {
        down = true;
    }

    private void up() {
        if (down) {
            throw new StateUnavailable("down", null);
        }
    }

    static ArrivalNumber number(int nth) {
        return ArrivalNumber.draw(LocalDate.of(2026, 4, 1), new Random(nth));
    }

    ArrivalNumber accept(int nth, String sender, DestinationId... destinations) {
        ArrivalNumber number = number(nth);
        applications.put(
                number,
                new ApplicationView(number, new PartnerId(sender), new SenderNumber("HR-" + nth), now, List.of()));
        row(number, Optional.empty(), "ADMITTED", "{\"format\":\"portal\"}");
        for (int i = 0; i < destinations.length; i++) {
            FilingKey key = new FilingKey(number, i + 1);
            put(new FilingView(
                    key,
                    new ProcedureId("4950008680033000"),
                    destinations[i],
                    FilingState.PLANNED,
                    0,
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    List.of()));
        }
        return number;
    }

    void happens(FilingKey key, String cause, FilingEvent... events) {
        FilingView now = super.find(key).orElseThrow();
        Optional<Instant> due = Optional.of(NIGHT.plus(Duration.ofMinutes(5)));
        apply(new Change(
                key, now.version(), List.of(events), List.of(), due, Optional.ofNullable(cause), Optional.empty()));
    }

    /** Brings a filing to 要対応 the way a permanent failure does. */
    void park(FilingKey key, String cause) {
        happens(key, null, FilingEvent.FILLED, FilingEvent.ATTEMPT_STARTED);
        happens(key, cause, FilingEvent.PARK_ORDERED);
    }

    /** Brings a filing to 要対応 out of 結果不明. */
    void parkInDoubt(FilingKey key) {
        happens(key, null, FilingEvent.FILLED, FilingEvent.ATTEMPT_STARTED, FilingEvent.OUTCOME_UNKNOWN);
        happens(key, "ROUTES-NO-RECONCILER", FilingEvent.PARK_ORDERED);
    }

    void tamper(ArrivalNumber number, int index, String detail) {
        JournalRow row = rows.get(number).get(index);
        rows.get(number)
                .set(
                        index,
                        new JournalRow(
                                number,
                                row.sequence(),
                                row.at(),
                                row.filing(),
                                row.event(),
                                detail,
                                row.previous(),
                                row.digest()));
    }

    private void row(ArrivalNumber number, Optional<FilingKey> filing, String event, String detail) {
        List<JournalRow> chain = rows.computeIfAbsent(number, none -> new ArrayList<>());
        Sha256 previous =
                chain.isEmpty() ? HashChain.START : chain.get(chain.size() - 1).digest();
        chain.add(HashChain.link(number, chain.size() + 1, now, filing, event, detail, previous));
    }

    @Override
    public synchronized Transition apply(Change change) {
        up();
        Optional<FilingState> before = super.find(change.filing()).map(FilingView::state);
        Transition transition = super.apply(change);
        if (transition instanceof Transition.Made) {
            written++;
            write(change, before.orElseThrow());
        }
        return transition;
    }

    private void write(Change change, FilingState before) {
        FilingState state = before;
        for (int i = 0; i < change.events().size(); i++) {
            FilingEvent event = change.events().get(i);
            String cause = i == change.events().size() - 1 ? change.cause().orElse("") : "";
            FilingState next = FilingLifecycle.next(state, event).orElseThrow();
            row(
                    change.filing().application(),
                    Optional.of(change.filing()),
                    event.name(),
                    "{\"from\":\"" + state + "\",\"to\":\"" + next + "\""
                            + (cause.isEmpty() ? "" : ",\"cause\":\"" + cause + "\"") + "}");
            state = next;
        }
    }

    private ApplicationView view(ApplicationView header) {
        return new ApplicationView(
                header.number(), header.sender(), header.senderNumber(), header.arrived(), of(header.number()));
    }

    @Override
    public Optional<ApplicationView> find(ArrivalNumber number) {
        up();
        return Optional.ofNullable(applications.get(number)).map(this::view);
    }

    @Override
    public Optional<FilingView> find(FilingKey key) {
        up();
        return super.find(key);
    }

    @Override
    public List<ApplicationView> list(Optional<ArrivalNumber> before, int limit) {
        up();
        return applications.values().stream()
                .filter(each -> before.isEmpty() || each.number().compareTo(before.get()) < 0)
                .sorted((a, b) -> b.number().compareTo(a.number()))
                .limit(limit)
                .map(this::view)
                .toList();
    }

    @Override
    public List<ApplicationView> list(PartnerId sender, Optional<ArrivalNumber> before, int limit) {
        return list(before, 100).stream()
                .filter(each -> each.sender().equals(sender))
                .limit(limit)
                .toList();
    }

    @Override
    public List<FilingView> list(
            FilingState state, Optional<DestinationId> destination, Optional<FilingKey> after, int limit) {
        up();
        return super.list(state, destination, after, limit);
    }

    @Override
    public Map<DestinationId, Map<FilingState, Long>> counts() {
        up();
        return super.counts();
    }

    @Override
    public List<JournalRow> timeLine(ArrivalNumber number) {
        up();
        return List.copyOf(rows.getOrDefault(number, List.of()));
    }

    @Override
    public Admission admit(NewApplication application) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Admission> findBySenderNumber(PartnerId sender, SenderNumber senderNumber, Sha256 digest) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ApplicationView> find(PartnerId sender, ArrivalNumber number) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<byte[]> receipt(PartnerId sender, ArrivalNumber number) {
        throw new UnsupportedOperationException();
    }
}
