package io.renkei.ports.state;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What was committed and still has to be told. Rows are claimed with {@code FOR UPDATE SKIP LOCKED} and a processed
 * mark, never by "id greater than the last seen": a late commit would be skipped. Safe for use by several nodes.
 */
@ProviderType
public interface Outbox {

    /**
     * Claims up to {@code limit} unprocessed rows of the given kinds, oldest first, hands them over, and marks them
     * processed when {@code send} returns. When it throws, or the process dies before the mark, they are claimed again:
     * each row is handed over at least once.
     *
     * @param limit 1 to 500
     * @return how many rows were handed over
     * @throws StateUnavailable if the database cannot be had
     */
    int drain(Collection<OutboxKind> kinds, int limit, Consumer<List<OutboxRow>> send);

    /** Calls back after each commit that wrote a row, so that nobody has to poll in a tight loop. */
    Listening onCommit(Runnable wakeUp);

    /** Ends with {@link #close()}. */
    interface Listening extends AutoCloseable {

        @Override
        void close();
    }

    /** How many rows wait. */
    long backlog();

    /**
     * One row.
     *
     * @param id unique for ever; the broker's duplicate id
     * @param kind what it says
     * @param pointer an arrival number, a filing key or an id
     * @param destination the queue's destination for {@link OutboxKind#FILING_READY}, the agency for {@link
     *     OutboxKind#ANNOUNCEMENT_AVAILABLE}, the channel for {@link OutboxKind#NOTICE_PLACED}, else empty text
     */
    record OutboxRow(long id, OutboxKind kind, String pointer, String destination) {}
}
