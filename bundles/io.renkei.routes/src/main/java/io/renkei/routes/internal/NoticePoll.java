package io.renkei.routes.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.spi.NoticeReader;
import io.renkei.api.spi.NoticeReader.NoticeHead;
import io.renkei.api.spi.ReadReceiptSender;
import io.renkei.api.spi.StatusReader.Open;
import io.renkei.api.spi.TransientFailure;
import io.renkei.ports.notices.ReceiveNotice;
import io.renkei.ports.state.StateUnavailable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists, fetches, stores, and only then acknowledges documents. Filings that closed lately are asked for too, since a
 * document may follow the end of a procedure. Used by one thread at a time.
 */
final class NoticePoll {

    private static final Logger LOG = LoggerFactory.getLogger(NoticePoll.class);
    private static final int LIMIT = 10;
    private static final int REMEMBERED = 1_000;

    private final DestinationId destination;
    private final NoticeReader reader;
    private final Kernel kernel;
    private final Steady state;
    private final Deque<Late> late = new ConcurrentLinkedDeque<>();
    private final Set<String> unacknowledged = new HashSet<>();

    /** Asked again after a pause that doubles each time, until the grace is over. */
    private record Late(Open filing, Instant until, Instant due, Duration pause) {

        boolean isDue(Instant now) {
            return !due.isAfter(now);
        }

        Late askedAt(Instant now) {
            return new Late(filing, until, now.plus(pause), pause.multipliedBy(2));
        }
    }

    /** Asks about filings. */
    interface Besides {
        void ask(List<Open> filings) throws TransientFailure;
    }

    NoticePoll(DestinationId destination, NoticeReader reader, Kernel kernel) {
        this.destination = destination;
        this.reader = reader;
        this.kernel = kernel;
        this.state = new Steady(LOG, "Documents of destination " + destination);
    }

    /** A filing closed; the oldest of too many is forgotten. */
    void closed(Open filing) {
        Instant now = kernel.clock().instant();
        Instant until = now.plus(kernel.settings().get().noticeGrace());
        late.addLast(new Late(
                        filing, until, now, kernel.settings().get().statusPace().first())
                .askedAt(now));
        if (late.size() > REMEMBERED) {
            late.removeFirst();
        }
    }

    /** Whether it is the turn of a filing that closed lately. Safe for use by several threads, unlike the rest. */
    boolean hasLate() {
        Instant now = kernel.clock().instant();
        return late.stream().anyMatch(each -> each.isDue(now));
    }

    /**
     * Takes what follows filings that closed lately and whose turn it is, a few at a time.
     *
     * @param mayGoOn asked before each further few
     * @param besides what else is asked about them
     * @return whether there were any
     */
    boolean takeLate(BooleanSupplier mayGoOn, Besides besides) throws TransientFailure {
        Instant now = kernel.clock().instant();
        List<Late> due = late.stream().filter(each -> each.isDue(now)).toList();
        for (int from = 0; from < due.size() && mayGoOn.getAsBoolean(); from += LIMIT) {
            List<Late> few = due.subList(from, Math.min(from + LIMIT, due.size()));
            late.removeAll(Set.copyOf(few));
            few.stream()
                    .filter(each -> each.until().isAfter(now))
                    .map(each -> each.askedAt(now))
                    .forEach(late::addLast);
            List<Open> filings = few.stream().map(Late::filing).toList();
            take(filings);
            besides.ask(filings);
        }
        return !due.isEmpty();
    }

    /** Takes what waits for these filings; whether all of it is stored and acknowledged. */
    boolean take(List<Open> filings) throws TransientFailure {
        Optional<ReceiveNotice> receive = kernel.receiveNotice().get();
        if (receive.isEmpty()) {
            state.bad("notices cannot be stored; see why io.renkei.notices does not run.");
            return false;
        }
        boolean all = true;
        for (NoticeHead head : reader.list(filings)) {
            all &= take(receive.get(), head);
        }
        if (all) {
            state.good();
        }
        return all;
    }

    /** One that cannot be taken holds up no other; one that is stored is not fetched again, only acknowledged. */
    private boolean take(ReceiveNotice receive, NoticeHead head) throws TransientFailure {
        head.deadline().ifPresent(deadline -> kernel.deadlines().open(destination, head.id(), deadline));
        try {
            if (!unacknowledged.contains(head.id())) {
                store(receive, head);
            }
            return acknowledge(head);
        } catch (StateUnavailable e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            state.bad("a document could not be taken and is tried again: " + Traces.of(e));
            return false;
        }
    }

    private void store(ReceiveNotice receive, NoticeHead head) throws TransientFailure, IOException {
        byte[] document = reader.fetch(head);
        var taken = receive.receive(destination, "poll", head.id(), new ByteArrayInputStream(document));
        if (!taken.repeated()) {
            LOG.info("Notice {} came by poll.", taken.id());
        }
        if (unacknowledged.size() < REMEMBERED) {
            unacknowledged.add(head.id());
        }
    }

    private boolean acknowledge(NoticeHead head) {
        try {
            reader.acknowledge(head);
        } catch (TransientFailure e) {
            state.bad("a document is stored and could not be acknowledged, which is tried again: " + e.getMessage());
            return false;
        }
        unacknowledged.remove(head.id());
        if (!(reader instanceof ReadReceiptSender)) {
            kernel.deadlines().acknowledged(destination, head.id());
        }
        return true;
    }
}
