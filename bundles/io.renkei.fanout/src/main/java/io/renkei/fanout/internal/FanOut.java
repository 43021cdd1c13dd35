package io.renkei.fanout.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.ports.bus.Bus;
import io.renkei.ports.bus.Pointer;
import io.renkei.ports.state.FilingStore;
import io.renkei.ports.state.Patience;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Makes each planned filing of an accepted application ready, in one transaction. Repeating it changes nothing. While the
 * database cannot be had it waits, so that no pointer dies of an outage.
 */
final class FanOut implements Bus.Handler {

    private static final Logger LOG = LoggerFactory.getLogger(FanOut.class);

    private final FilingStore filings;
    private final Patience patience =
            new Patience(outage -> LOG.warn("The fan-out waits and goes on by itself: {}", outage.getMessage()));

    FanOut(FilingStore filings) {
        this.filings = filings;
    }

    @Override
    public void handle(Pointer pointer) throws Exception {
        ArrivalNumber number = new ArrivalNumber(pointer.key());
        try (var ignored = MDC.putCloseable("application", number.digits())) {
            int released = patience.whenThere(() -> filings.release(number))
                    .orElseThrow(() -> new IllegalStateException("a pointer names an application that is not there"));
            if (released > 0) {
                LOG.info("Fanned out; {} filings are ready.", released);
            }
        }
    }

    /** What waits for the database gives its pointer back. */
    void closing() {
        patience.end();
    }
}
