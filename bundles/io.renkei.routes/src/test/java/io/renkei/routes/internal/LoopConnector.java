package io.renkei.routes.internal;

import io.renkei.api.model.CorrectionKind;
import io.renkei.api.model.DispatchOutcome;
import io.renkei.api.spi.CorrectionSender;
import io.renkei.api.spi.DispatchTask;
import io.renkei.api.spi.FollowUpQuestion;
import io.renkei.api.spi.Reconciler;
import io.renkei.api.spi.Reconciler.Finding;
import io.renkei.api.spi.WithdrawalSender;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A connector that sends corrections and withdrawals as a test says. */
final class LoopConnector extends ToyConnector implements Reconciler, CorrectionSender, WithdrawalSender {

    final List<Correction> corrections = new CopyOnWriteArrayList<>();
    final List<Withdrawal> withdrawals = new CopyOnWriteArrayList<>();
    final List<FollowUpQuestion> questions = new CopyOnWriteArrayList<>();
    volatile Function<DispatchTask, DispatchOutcome> corrected = ToyConnector::accept;
    volatile DispatchOutcome withdrawn = new DispatchOutcome.Unknown("not set");
    volatile Finding finding = new Finding.NotYetKnown();

    @Override
    public Finding lookUp(Question question) {
        throw new IllegalStateException("a follow-up is looked up by its own capability");
    }

    @Override
    public Set<CorrectionKind> corrections() {
        return Set.of(CorrectionKind.PARTIAL, CorrectionKind.WHOLE);
    }

    @Override
    public DispatchOutcome sendCorrection(Correction correction) {
        corrections.add(correction);
        return corrected.apply(correction.task());
    }

    @Override
    public Finding lookUpCorrection(CorrectionKind kind, FollowUpQuestion question) {
        questions.add(question);
        return finding;
    }

    @Override
    public DispatchOutcome sendWithdrawal(Withdrawal withdrawal) {
        withdrawals.add(withdrawal);
        return withdrawn;
    }

    @Override
    public Finding lookUpWithdrawal(FollowUpQuestion question) {
        questions.add(question);
        return finding;
    }
}
