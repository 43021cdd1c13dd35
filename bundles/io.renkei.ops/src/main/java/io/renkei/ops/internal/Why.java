package io.renkei.ops.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.ports.lanes.LaneView;
import io.renkei.ports.lanes.Lanes;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.ApplicationView;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.JournalRow;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;

/** Why is it stuck? One screen. */
public final class Why {

    /** What fits on a screen. */
    private static final int SHOWN = 6;

    /** Who needs a person stands first. */
    private static final List<FilingState> URGENT = List.of(
            FilingState.PARKED,
            FilingState.UNKNOWN,
            FilingState.CORRECTION_REQUESTED,
            FilingState.REFUSED,
            FilingState.WAITING);

    private final ApplicationStore applications;
    private final Lanes lanes;
    private final Clock clock;

    public Why(ApplicationStore applications, Lanes lanes, Clock clock) {
        this.applications = applications;
        this.lanes = lanes;
        this.clock = clock;
    }

    /** @param text an arrival number, or the key of one filing */
    public Answer of(String text) {
        return text.indexOf('-') < 0 ? application(Names.number(text)) : filing(Names.key(text));
    }

    private Answer filing(FilingKey key) {
        ApplicationView application = find(key.application());
        List<FilingView> its = application.filings().stream()
                .filter(filing -> filing.key().equals(key))
                .toList();
        if (its.isEmpty()) {
            throw OpsCode.NOT_FOUND.fault("filing " + key);
        }
        return explain(application, its, 0);
    }

    private Answer application(ArrivalNumber number) {
        ApplicationView application = find(number);
        List<FilingView> open = application.filings().stream()
                .filter(filing -> !filing.state().isFinal() || filing.state() == FilingState.REFUSED)
                .sorted(Comparator.comparing(Why::urgency).thenComparing(FilingView::key))
                .toList();
        List<FilingView> shown = open.subList(0, Math.min(SHOWN, open.size()));
        return explain(application, shown, open.size() - shown.size());
    }

    private ApplicationView find(ArrivalNumber number) {
        return applications.find(number).orElseThrow(() -> OpsCode.NOT_FOUND.fault("application " + number));
    }

    private static int urgency(FilingView filing) {
        int place = URGENT.indexOf(filing.state());
        return place < 0 ? URGENT.size() : place;
    }

    private Answer explain(ApplicationView application, List<FilingView> filings, int left) {
        boolean parked = filings.stream().anyMatch(filing -> filing.state() == FilingState.PARKED);
        List<JournalRow> rows = parked ? applications.timeLine(application.number()) : List.of();
        List<LaneView> now = filings.isEmpty() ? List.of() : lanes.lanes();
        Explainer explainer = new Explainer(clock.instant());
        return new WhySheet(
                application,
                filings.stream()
                        .map(filing -> explainer.explain(
                                filing, LaneSight.of(filing.destination(), now), Parking.of(rows, filing.key())))
                        .toList(),
                left);
    }
}
