package io.renkei.portal.internal;

import io.renkei.ports.outgoing.EventReceiver;
import io.renkei.ports.outgoing.Teller;
import io.renkei.ports.state.Outbox;
import io.renkei.ports.state.Outbox.OutboxRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What was committed and the portal has to be told. Rows are gone from the outbox only after the portal took them. */
final class PortalFeed implements Teller.Feed {

    private static final int BATCH = 200;

    private final Outbox outbox;
    private final Events events;
    private final Consumer<List<OutboxRow>> taken;

    /** @param taken gets what the portal took, before it counts as told */
    PortalFeed(Outbox outbox, Events events, Consumer<List<OutboxRow>> taken) {
        this.outbox = outbox;
        this.events = events;
        this.taken = taken;
    }

    @Override
    public boolean tellNext(EventReceiver portal) {
        return outbox.drain(Events.kinds(), BATCH, rows -> send(rows, portal)) == BATCH;
    }

    private void send(List<OutboxRow> rows, EventReceiver portal) {
        Optional<byte[]> batch = events.batch(rows);
        if (batch.isPresent()) {
            portal.take(batch.get());
            taken.accept(rows);
        }
    }
}
