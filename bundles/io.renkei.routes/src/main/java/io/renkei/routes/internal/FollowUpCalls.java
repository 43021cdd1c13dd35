package io.renkei.routes.internal;

import io.renkei.api.model.CorrectionKind;
import io.renkei.api.model.DispatchOutcome;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingPurpose;
import io.renkei.api.spi.CorrectionSender;
import io.renkei.api.spi.CorrectionSender.Correction;
import io.renkei.api.spi.DispatchTask;
import io.renkei.api.spi.EarlierFiling;
import io.renkei.api.spi.FollowUpQuestion;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TransientFailure;
import io.renkei.api.spi.WithdrawalSender;
import io.renkei.api.spi.WithdrawalSender.Withdrawal;
import io.renkei.ports.lanes.Ability;
import io.renkei.ports.state.FilingStore.Attempt;
import io.renkei.ports.state.FilingView;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Corrections and withdrawals as calls of the connector's own capabilities. They run where a dispatch runs: on a worker of
 * the lane, under the lease of their attempt and its total timeout.
 */
final class FollowUpCalls {

    private static final Logger LOG = LoggerFactory.getLogger(FollowUpCalls.class);

    private final LaneInstance lane;

    FollowUpCalls(LaneInstance lane) {
        this.lane = lane;
    }

    /** What a lane's connector can do with a filing that was sent; any can take one that was refused once more. */
    static Set<Ability> abilities(LaneInstance lane) {
        Set<Ability> abilities = EnumSet.of(Ability.RESUBMISSION);
        lane.as(CorrectionSender.class).ifPresent(sender -> {
            Set<CorrectionKind> kinds = lane.context().loader().with(sender::corrections);
            if (!kinds.contains(CorrectionKind.WHOLE)) {
                abilities.remove(Ability.RESUBMISSION);
            }
            if (kinds.contains(CorrectionKind.PARTIAL)) {
                abilities.add(Ability.PARTIAL_CORRECTION);
            }
        });
        lane.as(WithdrawalSender.class).ifPresent(sender -> abilities.add(Ability.WITHDRAWAL));
        return abilities;
    }

    /** Empty for what is dispatched like any filing: a submission, or a resubmission to a connector without the capability. */
    Optional<Supplier<Ending>> correction(Attempt attempt, DispatchTask task) {
        Optional<CorrectionKind> kind = kind(attempt.purpose());
        Optional<CorrectionSender> sender = lane.as(CorrectionSender.class);
        if (kind.isEmpty() || sender.isEmpty() && kind.get() == CorrectionKind.WHOLE) {
            return Optional.empty();
        }
        if (sender.filter(able -> able.corrections().contains(kind.get())).isEmpty()) {
            return Optional.of(() -> new Ending.Failed(RoutesCode.NO_CORRECTION.code()));
        }
        Correction correction = new Correction(kind.get(), task, earlier(attempt.earlier()));
        return Optional.of(() -> call(() -> sender.get().sendCorrection(correction)));
    }

    Supplier<Ending> withdrawal(Attempt attempt) {
        Optional<WithdrawalSender> sender = lane.as(WithdrawalSender.class);
        if (sender.isEmpty()) {
            return () -> new Ending.Answered(new DispatchOutcome.Refused(
                    DispatchOutcome.Level.TRANSMITTED,
                    RoutesCode.NO_WITHDRAWAL.code(),
                    "",
                    RoutesCode.NO_WITHDRAWAL.sentenceJa()));
        }
        Withdrawal withdrawal = new Withdrawal(
                attempt.filing(),
                earlier(attempt.earlier()),
                attempt.matter().procedure(),
                attempt.matter().sender(),
                attempt.matter().packageDigest(),
                new String(attempt.matter().body(), StandardCharsets.UTF_8));
        return () -> call(() -> sender.get().sendWithdrawal(withdrawal));
    }

    /**
     * How what became of a correction or withdrawal is asked for. Empty for a submission, and where the connector has not
     * the capability.
     *
     * @param find reads a filing as it stands now
     */
    Optional<ReconcilePoll.LookUp> lookUp(FilingView filing, Function<FilingKey, Optional<FilingView>> find) {
        Optional<EarlierFiling> earlier =
                filing.earlier().flatMap(find).map(view -> new EarlierFiling(view.key(), view.receipts()));
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        if (filing.purpose() == FilingPurpose.WITHDRAWAL) {
            return lane.as(WithdrawalSender.class)
                    .map(able -> (sender, attempted) -> able.lookUpWithdrawal(
                            new FollowUpQuestion(filing.key(), earlier.get(), sender, attempted)));
        }
        CorrectionKind kind = kind(filing.purpose()).orElseThrow();
        return lane.as(CorrectionSender.class)
                .map(able -> (sender, attempted) -> able.lookUpCorrection(
                        kind, new FollowUpQuestion(filing.key(), earlier.get(), sender, attempted)));
    }

    private static Optional<CorrectionKind> kind(FilingPurpose purpose) {
        return EnumSet.allOf(CorrectionKind.class).stream()
                .filter(kind -> kind.purpose() == purpose)
                .findFirst();
    }

    private static EarlierFiling earlier(Optional<FilingView> view) {
        return new EarlierFiling(view.orElseThrow().key(), view.orElseThrow().receipts());
    }

    /** One call of a capability. */
    private interface Call {
        DispatchOutcome send() throws TransientFailure, PermanentFailure;
    }

    private Ending call(Call call) {
        return lane.context().loader().with(() -> {
            try {
                return Ending.of(Optional.empty(), call.send());
            } catch (TransientFailure | PermanentFailure | RuntimeException | LinkageError e) {
                Ending ending = Ending.of(Optional.of(e), null);
                if (ending instanceof Ending.Lost) {
                    LOG.warn("{} {}", RoutesCode.THROWN, Traces.of(e));
                }
                return ending;
            }
        });
    }
}
