package io.renkei.routes.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.spi.MessageReader;
import io.renkei.api.spi.MessageReader.Box;
import io.renkei.api.spi.MessageReader.Message;
import io.renkei.api.spi.MessageReader.MessageHead;
import io.renkei.api.spi.MessageReader.Page;
import io.renkei.api.spi.TransientFailure;
import io.renkei.ports.notices.NoticeOrigin;
import io.renkei.ports.notices.ReceiveMessage;
import io.renkei.ports.notices.ReceiveNotice.Taken;
import io.renkei.ports.notices.UnsealedMessage;
import io.renkei.ports.state.StateUnavailable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties message boxes: lists, fetches, stores, and only then acknowledges messages that carry no seal. One that cannot be
 * taken holds up no other, and neither does a box. Used by one thread at a time.
 */
final class MessagePoll implements Poll {

    private static final Logger LOG = LoggerFactory.getLogger(MessagePoll.class);
    private static final int MOST_PAGES = 100;
    private static final int REMEMBERED = 1_000;

    private final DestinationId destination;
    private final Duration patience;
    private final MessageReader reader;
    private final Kernel kernel;
    private final Steady state;
    private final Set<String> unacknowledged = new HashSet<>();
    private volatile long dueAt = System.nanoTime();

    /** @param patience nothing further is begun after it */
    MessagePoll(DestinationId destination, Duration patience, MessageReader reader, Kernel kernel) {
        this.destination = destination;
        this.patience = patience;
        this.reader = reader;
        this.kernel = kernel;
        this.state = new Steady(LOG, "Messages of destination " + destination);
    }

    @Override
    public boolean poll() throws TransientFailure {
        long now = System.nanoTime();
        if (!isDue()) {
            return false;
        }
        dueAt = now + kernel.settings().get().messagePause().toNanos();
        if (reader.boxes().isEmpty()) {
            return false;
        }
        Optional<ReceiveMessage> receive = kernel.receiveMessage().get();
        if (receive.isEmpty()) {
            state.bad("they cannot be stored; see why io.renkei.notices does not run.");
            return false;
        }
        if (!receive.get().isAllowed(destination)) {
            state.bad(RoutesCode.NOT_ALLOWED + " " + RoutesCode.NOT_ALLOWED.sentence());
            return false;
        }
        return empty(receive.get(), now + patience.toNanos());
    }

    @Override
    public boolean isDue() {
        return System.nanoTime() - dueAt >= 0;
    }

    /** Whether there is more than there was time for. */
    private boolean empty(ReceiveMessage receive, long end) throws TransientFailure {
        Optional<TransientFailure> failure = Optional.empty();
        boolean all = true;
        for (Box box : reader.boxes()) {
            try {
                all &= empty(receive, box, end);
            } catch (TransientFailure e) {
                failure = Optional.of(e);
            }
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
        if (all) {
            state.good();
        }
        boolean isCut = System.nanoTime() - end >= 0;
        if (isCut) {
            dueAt = System.nanoTime();
        }
        return isCut;
    }

    private boolean empty(ReceiveMessage receive, Box box, long end) throws TransientFailure {
        boolean all = true;
        Optional<String> after = Optional.empty();
        boolean more = true;
        for (int i = 0; more && i < MOST_PAGES && System.nanoTime() - end < 0; i++) {
            Page page = reader.list(box, after);
            for (MessageHead head : page.messages()) {
                all &= take(receive, head);
            }
            after = page.next();
            more = after.isPresent();
        }
        return all;
    }

    private boolean take(ReceiveMessage receive, MessageHead head) {
        try {
            if (!unacknowledged.contains(head.id())) {
                store(receive, head);
            }
            reader.acknowledge(head);
            unacknowledged.remove(head.id());
            return true;
        } catch (StateUnavailable e) {
            throw e;
        } catch (TransientFailure e) {
            state.bad(
                    "a message could not be taken or acknowledged and is tried again: " + Ending.code(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            state.bad("a message could not be taken and is tried again: " + Traces.of(e));
        }
        return false;
    }

    private void store(ReceiveMessage receive, MessageHead head) throws TransientFailure, IOException {
        Message message = reader.fetch(head);
        Optional<Taken> taken = receive.receive(
                destination,
                new UnsealedMessage(
                        head.id(),
                        head.box().owner(),
                        message.title(),
                        message.issuedOn(),
                        message.filing(),
                        message.receiptNumber(),
                        message.keptUntil(),
                        new NoticeOrigin(
                                message.origin().server(), message.origin().certificate())),
                new ByteArrayInputStream(message.bytes()));
        if (taken.isEmpty()) {
            throw new TransientFailure(RoutesCode.NOT_ALLOWED.code(), null);
        }
        if (unacknowledged.size() < REMEMBERED) {
            unacknowledged.add(head.id());
        }
    }
}
