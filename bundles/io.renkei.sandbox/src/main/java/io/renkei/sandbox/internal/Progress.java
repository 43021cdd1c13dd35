package io.renkei.sandbox.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How far a filing got, computed from the ledger and the time in it: nothing is scheduled, so a restart forgets nothing.
 *
 * @param examining after arrival
 * @param decided after examination began
 * @param closed after the decision
 */
record Progress(Clock clock, Ledger ledger, Duration examining, Duration decided, Duration closed) {

    /** The steps of a filing, in order, with e-Gov's words. */
    enum Step {
        ARRIVED("到達"),
        EXAMINING("審査中"),
        DECIDED("審査終了"),
        CLOSED("手続終了");

        private final String word;

        Step(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        boolean reached(Step other) {
            return compareTo(other) >= 0;
        }
    }

    static Progress every(Clock clock, Ledger ledger, Duration pause) {
        return new Progress(clock, ledger, pause, pause, pause);
    }

    Step step(Ledger.Entry submission) {
        Instant now = clock.instant();
        CaseLife life = life(submission);
        if (life.isReplaced() || life.withdrawal() == CaseLife.Withdrawal.ACCEPTED) {
            return Step.CLOSED;
        }
        if (life.waits() || life.isHeld() || life.withdrawal() == CaseLife.Withdrawal.ASKED) {
            return Step.EXAMINING;
        }
        Step reached = Step.ARRIVED;
        for (Step step : Step.values()) {
            reached = now.isBefore(at(submission, step)) ? reached : step;
        }
        return reached;
    }

    CaseLife life(Ledger.Entry submission) {
        return CaseLife.of(ledger, submission.destination(), submission.filing());
    }

    /** Whether the case ends with a decision, and thus with a document: not if it was replaced or withdrawn. */
    boolean isDecided(Ledger.Entry submission) {
        CaseLife life = life(submission);
        return step(submission).reached(Step.DECIDED)
                && !life.isReplaced()
                && life.withdrawal() != CaseLife.Withdrawal.ACCEPTED;
    }

    /** When a filing reaches a step, if nothing more comes between. */
    Instant at(Ledger.Entry submission, Step step) {
        Instant arrived = life(submission).since().orElse(submission.at());
        return switch (step) {
            case ARRIVED -> arrived;
            case EXAMINING -> arrived.plus(examining);
            case DECIDED -> arrived.plus(examining).plus(decided);
            case CLOSED -> arrived.plus(examining).plus(decided).plus(closed);
        };
    }
}
