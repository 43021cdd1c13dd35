package io.renkei.testkit;

import io.renkei.api.model.CorrectionKind;
import io.renkei.api.model.FilingKey;
import org.osgi.annotation.versioning.ConsumerType;

/** A simulated destination that a contract test can steer. It is fresh for each test. */
@ConsumerType
public interface Ministry extends AutoCloseable {

    /** Where it answers, without a slash at the end: scheme, host and port. */
    String url();

    /** Takes the next submission, then cuts the connection without an answer. */
    void loseNextAnswer();

    /** Takes the next submission, then answers 200 with rubbish. */
    void garbleNextAnswer();

    /** Submissions that it took since it started, repeats included. */
    long submissions();

    /** Whether it took a submission in which it found this key. */
    boolean has(FilingKey filing);

    /**
     * Asks for a correction of a filing that it took, so that the filing waits for it and is not decided.
     *
     * @return whether it can be steered like this; the promises about corrections and withdrawals are tried only then
     */
    default boolean askForCorrection(FilingKey filing, CorrectionKind kind) {
        return false;
    }

    /**
     * Wants a payment for a filing that it took.
     *
     * @return whether it can be steered like this; the promise about payments is tried in full only then
     */
    default boolean wantPayment(FilingKey filing) {
        return false;
    }

    /**
     * Leaves a message in each box of the connector.
     *
     * @return whether it can be steered like this; the promise about messages is tried only then
     */
    default boolean leaveMessage() {
        return false;
    }

    @Override
    void close() throws Exception;
}
