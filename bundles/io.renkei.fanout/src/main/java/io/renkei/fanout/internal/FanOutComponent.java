package io.renkei.fanout.internal;

import io.renkei.ports.bus.Bus;
import io.renkei.ports.bus.Lane;
import io.renkei.ports.state.FilingStore;
import io.renkei.ports.state.Outbox;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Runs the relay and the fan-out while state and bus are there. */
@Component(
        service = {},
        immediate = true)
public final class FanOutComponent {

    private static final int READERS = 2;

    private final Relay relay;
    private final FanOut fanOut;
    private final Bus bus;
    private Bus.Subscription lane;

    @Activate
    public FanOutComponent(@Reference Outbox outbox, @Reference Bus bus, @Reference FilingStore filings) {
        this.bus = bus;
        this.relay = new Relay(outbox, bus);
        this.fanOut = new FanOut(filings);
    }

    @Activate
    void start() {
        relay.start();
        lane = bus.subscribe(Lane.FANOUT, READERS, fanOut);
    }

    @Deactivate
    void stop() {
        fanOut.closing();
        lane.close();
        relay.close();
    }
}
