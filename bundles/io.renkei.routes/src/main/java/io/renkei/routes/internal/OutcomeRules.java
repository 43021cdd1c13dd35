package io.renkei.routes.internal;

import io.renkei.api.model.DispatchOutcome;
import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingLifecycle;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.ReceiptNumber;
import io.renkei.api.spi.LaneSettings;
import io.renkei.ports.state.Change;
import io.renkei.ports.state.FilingStore.Attempt;
import io.renkei.ports.state.FilingView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;

/** What an ending does to its filing. */
final class OutcomeRules {

    /** Where a filing may stand when its outcome comes after its lease. */
    private static final Set<FilingState> OPEN =
            EnumSet.of(FilingState.ATTEMPTING, FilingState.UNKNOWN, FilingState.PARKED);

    private final LaneSettings lane;
    private final RetryBudget budget;
    private final Clock clock;
    private final DoubleSupplier random;

    OutcomeRules(LaneSettings lane, RetryBudget budget, Clock clock, DoubleSupplier random) {
        this.lane = lane;
        this.budget = budget;
        this.clock = clock;
        this.random = random;
    }

    /** The change that an attempt's ending is. */
    Change change(Attempt attempt, Ending ending) {
        Facts facts = new Facts(attempt.filing(), attempt.version());
        if (ending instanceof Ending.Answered answered) {
            return ofOutcome(facts, attempt.number(), answered.outcome());
        }
        if (ending instanceof Ending.FailedForNow failed) {
            return failedForNow(facts, attempt.number(), failed.code());
        }
        return ending instanceof Ending.Failed failed
                ? facts.of(FilingEvent.PARK_ORDERED, failed.code())
                : facts.of(FilingEvent.OUTCOME_UNKNOWN, ((Ending.Lost) ending).code());
    }

    private Change failedForNow(Facts facts, int attempt, String code) {
        if (attempt >= lane.attempts()) {
            return facts.of(FilingEvent.PARK_ORDERED, code);
        }
        return budget.spend()
                ? facts.deferred(clock.instant().plus(pause(attempt)), code)
                : facts.of(FilingEvent.PARK_ORDERED, RoutesCode.RETRY_BUDGET.code());
    }

    private Duration pause(int attempt) {
        return new Backoff(lane.firstBackoff(), lane.longestBackoff()).pause(attempt, random);
    }

    /** A destination that says when to come again is believed; beyond the budget it is not asked so soon. */
    private Instant due(int attempt, Instant until) {
        if (attempt == 1 || budget.spend()) {
            return until;
        }
        Instant latest = clock.instant().plus(lane.longestBackoff());
        return until.isAfter(latest) ? until : latest;
    }

    private Change ofOutcome(Facts facts, int attempt, DispatchOutcome outcome) {
        return outcome.fold(
                taken -> facts.confirmed(
                        taken.level() == DispatchOutcome.Level.ARRIVED
                                ? List.of(FilingEvent.TRANSMISSION_CONFIRMED, FilingEvent.ARRIVAL_CONFIRMED)
                                : List.of(FilingEvent.TRANSMISSION_CONFIRMED),
                        taken.receipts()),
                refused -> facts.of(FilingEvent.REFUSAL_RECEIVED, Ending.code(refused.code())),
                deferred -> facts.deferred(due(attempt, deferred.until()), Ending.code(deferred.cause())),
                unknown -> facts.of(FilingEvent.OUTCOME_UNKNOWN, Ending.code(unknown.cause())),
                other -> facts.of(FilingEvent.OUTCOME_UNKNOWN, RoutesCode.NO_OUTCOME.code()));
    }

    /**
     * The same outcome for a filing that moved on meanwhile: the lease ran out, or the first writing took effect and its
     * answer was lost. What the destination said is true whenever it comes; what only this attempt knew counts while no
     * other began.
     */
    static Optional<Change> again(Change change, Attempt attempt, FilingView now) {
        FilingEvent first = change.events().get(0);
        boolean said = first == FilingEvent.TRANSMISSION_CONFIRMED || first == FilingEvent.REFUSAL_RECEIVED;
        boolean ours = now.attempts() == attempt.number();
        boolean counts = OPEN.contains(now.state()) && (said || ours && now.state() != FilingState.PARKED);
        return counts && FilingLifecycle.next(now.state(), first).isPresent()
                ? Optional.of(new Change(
                        change.filing(),
                        now.version(),
                        change.events(),
                        change.receipts(),
                        change.due(),
                        change.cause(),
                        change.rawStatus()))
                : Optional.empty();
    }

    /** Changes of one filing as it was seen. */
    record Facts(FilingKey filing, long version) {

        Change of(FilingEvent event, String cause) {
            return make(List.of(event), List.of(), Optional.empty(), Optional.of(cause));
        }

        Change deferred(Instant due, String cause) {
            return make(List.of(FilingEvent.DEFERRED), List.of(), Optional.of(due), Optional.of(cause));
        }

        Change confirmed(List<FilingEvent> events, List<ReceiptNumber> receipts) {
            return make(events, receipts, Optional.empty(), Optional.empty());
        }

        private Change make(
                List<FilingEvent> events, List<ReceiptNumber> receipts, Optional<Instant> due, Optional<String> cause) {
            return new Change(filing, version, events, receipts, due, cause, Optional.empty());
        }
    }
}
