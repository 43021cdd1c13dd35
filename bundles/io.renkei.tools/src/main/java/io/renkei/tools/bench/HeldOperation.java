package io.renkei.tools.bench;

/** An operation that holds something open between its runs. */
public interface HeldOperation extends AutoCloseable {

    /** Does it once. */
    void once() throws Exception;

    @Override
    void close() throws Exception;
}
