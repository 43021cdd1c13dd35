package io.renkei.routes.internal;

import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.PartnerId;
import io.renkei.api.spi.Reconciler;
import io.renkei.api.spi.Reconciler.Finding;
import io.renkei.api.spi.TransientFailure;
import io.renkei.ports.state.Change;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.Pace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Asks what became of filings whose outcome is unknown. Only "it never arrived" makes one ready again, and only while
 * the budget of attempts lasts and no thread of this node may still be sending it.
 */
final class ReconcilePoll implements Poll {

    private static final int LIMIT = 20;

    private final LaneInstance lane;
    private final Optional<Reconciler> reconciler;
    private final Kernel kernel;
    private final Origins origins;
    private final Answers answers;
    private final FollowUpCalls followUps;

    ReconcilePoll(LaneInstance lane, Optional<Reconciler> reconciler, Kernel kernel, Origins origins, Answers answers) {
        this.lane = lane;
        this.reconciler = reconciler;
        this.kernel = kernel;
        this.origins = origins;
        this.answers = answers;
        this.followUps = new FollowUpCalls(lane);
    }

    @Override
    public boolean poll() throws TransientFailure {
        Pace pace = Pace.steady(lane.settings().reconcilePause());
        List<FilingView> unknown = kernel.filings().claimUnknown(lane.destination(), pace, LIMIT);
        for (FilingView filing : unknown) {
            Optional<LookUp> lookUp = lookUp(filing);
            if (lookUp.isPresent()) {
                ask(lookUp.get(), filing);
            } else {
                answers.write(facts(filing).of(FilingEvent.PARK_ORDERED, RoutesCode.NO_RECONCILER.code()));
            }
        }
        return !unknown.isEmpty();
    }

    /** How a filing is looked up; empty if the connector cannot. */
    private Optional<LookUp> lookUp(FilingView filing) {
        Optional<LookUp> asFollowUp = followUps.lookUp(filing, kernel.filings()::find);
        return asFollowUp.isPresent() || !filing.purpose().isExamined()
                ? asFollowUp
                : reconciler.map(asked ->
                        (sender, attempted) -> asked.lookUp(new Reconciler.Question(filing.key(), sender, attempted)));
    }

    /** One question to a destination. */
    interface LookUp {
        Finding ask(PartnerId sender, Instant attempted) throws TransientFailure;
    }

    private static OutcomeRules.Facts facts(FilingView filing) {
        return new OutcomeRules.Facts(filing.key(), filing.version());
    }

    private void ask(LookUp lookUp, FilingView filing) throws TransientFailure {
        Optional<PartnerId> sender = origins.sender(filing.key());
        Optional<Instant> attempted = origins.attempted(filing.key());
        if (sender.isEmpty() || attempted.isEmpty()) {
            return;
        }
        Finding finding = lookUp.ask(sender.get(), attempted.get());
        if (finding instanceof Finding.Found found) {
            answers.write(facts(filing).confirmed(List.of(FilingEvent.TRANSMISSION_CONFIRMED), found.receipts()));
        } else if (finding instanceof Finding.NeverArrived && !lane.stillSending(filing.key())) {
            answers.write(neverArrived(filing));
        }
    }

    private Change neverArrived(FilingView filing) {
        return filing.attempts() < lane.settings().attempts()
                ? Change.of(filing.key(), filing.version(), FilingEvent.MADE_READY)
                : facts(filing).of(FilingEvent.PARK_ORDERED, RoutesCode.ATTEMPTS.code());
    }
}
