package io.renkei.ops.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingState;
import io.renkei.ports.bus.Bus;
import io.renkei.ports.bus.BusUnavailable;
import io.renkei.ports.health.HealthSource;
import io.renkei.ports.lanes.LaneView;
import io.renkei.ports.lanes.Lanes;
import io.renkei.ports.state.FilingStore;
import io.renkei.ports.state.Outbox;
import io.renkei.ports.state.StateUnavailable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether this node does its work; each part in one sentence. A part that is away is itself a finding. */
public final class Health {

    /** Rows that a relay hands over within seconds; more of them say that it does not keep up. */
    static final long BACKLOG = 1000;

    private final Optional<FilingStore> filings;
    private final Optional<Outbox> outbox;
    private final Optional<Bus> bus;
    private final Optional<Lanes> lanes;
    private final List<HealthSource> sources;

    /** @param sources what other bundles tell of themselves; their findings stand last */
    public Health(
            Optional<FilingStore> filings,
            Optional<Outbox> outbox,
            Optional<Bus> bus,
            Optional<Lanes> lanes,
            List<HealthSource> sources) {
        this.sources = List.copyOf(sources);
        this.filings = filings;
        this.outbox = outbox;
        this.bus = bus;
        this.lanes = lanes;
    }

    public Answer check() {
        Optional<Map<DestinationId, Map<FilingState, Long>>> counts = counts();
        List<HealthSheet.Finding> findings = new ArrayList<>();
        findings.add(
                counts.isPresent()
                        ? HealthSheet.ok("database", "It answers.")
                        : HealthSheet.degraded(
                                "database", "It cannot be had: nothing is accepted or sent. See that it runs."));
        findings.add(deadLetters());
        findings.add(backlog());
        findings.add(lanes(counts.orElse(Map.of())));
        counts.ifPresent(known -> findings.add(parked(known)));
        sources.stream()
                .flatMap(source -> source.findings().stream())
                .map(HealthSheet::of)
                .sorted(Comparator.comparing(HealthSheet.Finding::part))
                .forEach(findings::add);
        return new HealthSheet(findings);
    }

    private Optional<Map<DestinationId, Map<FilingState, Long>>> counts() {
        try {
            return filings.map(FilingStore::counts);
        } catch (StateUnavailable e) {
            return Optional.empty();
        }
    }

    private HealthSheet.Finding deadLetters() {
        if (bus.isEmpty()) {
            return HealthSheet.degraded(
                    "broker", "There is none: pointers wait in the outbox. See io.renkei.bus.artemis.");
        }
        try {
            long dead = bus.get().deadLetters();
            return dead == 0
                    ? HealthSheet.ok("broker", "It answers; no dead letters.")
                    : HealthSheet.degraded(
                            "broker", dead + " dead letters, each of them a defect: keep the log, and report them.");
        } catch (BusUnavailable e) {
            return HealthSheet.degraded("broker", "It cannot be had: pointers wait in the outbox. See that it runs.");
        }
    }

    private HealthSheet.Finding backlog() {
        try {
            Optional<Long> rows = outbox.map(Outbox::backlog);
            if (rows.isEmpty()) {
                return HealthSheet.degraded("outbox", "It is not there, as the database is not.");
            }
            return rows.get() <= BACKLOG
                    ? HealthSheet.ok("outbox", rows.get() + " rows wait.")
                    : HealthSheet.degraded(
                            "outbox", rows.get() + " rows wait, more than " + BACKLOG + ": see broker and portal.");
        } catch (StateUnavailable e) {
            return HealthSheet.degraded("outbox", "It cannot be read, as the database cannot be had.");
        }
    }

    private HealthSheet.Finding lanes(Map<DestinationId, Map<FilingState, Long>> counts) {
        if (lanes.isEmpty()) {
            return HealthSheet.degraded("lanes", "There is no route host: nothing is sent. See io.renkei.routes.");
        }
        List<LaneView> views = lanes.get().lanes();
        Map<String, Set<DestinationId>> troubled = new TreeMap<>();
        for (LaneView view : views) {
            if (view.state() != LaneView.State.RUNNING) {
                troubled.computeIfAbsent(view.state().name(), state -> new TreeSet<>())
                        .add(view.destination());
            }
        }
        counts.forEach((destination, states) -> {
            boolean lane = views.stream().anyMatch(view -> view.destination().equals(destination));
            long waiting = states.getOrDefault(FilingState.READY, 0L) + states.getOrDefault(FilingState.WAITING, 0L);
            if (!lane && waiting > 0) {
                troubled.computeIfAbsent("without a connector", state -> new TreeSet<>())
                        .add(destination);
            }
        });
        if (troubled.isEmpty()) {
            return HealthSheet.ok("lanes", "All " + views.size() + " run.");
        }
        String list = troubled.entrySet().stream()
                .map(each -> each.getKey() + ": "
                        + each.getValue().stream().map(DestinationId::value).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
        return HealthSheet.degraded("lanes", list + ". See renkei:connector-list.");
    }

    private static HealthSheet.Finding parked(Map<DestinationId, Map<FilingState, Long>> counts) {
        long parked = counts.values().stream()
                .mapToLong(states -> states.getOrDefault(FilingState.PARKED, 0L))
                .sum();
        return parked == 0
                ? HealthSheet.ok("filings", "None waits for a person.")
                : HealthSheet.degraded("filings", parked + " wait for a person. See renkei:parked-list.");
    }
}
