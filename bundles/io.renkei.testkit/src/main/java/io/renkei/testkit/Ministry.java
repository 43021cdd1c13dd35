package io.renkei.testkit;

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

    @Override
    void close() throws Exception;
}
