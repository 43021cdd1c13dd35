package io.renkei.linkage.internal;

import io.renkei.ports.delegation.DelegationStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the two accounts of a delegation warned of its end, by whichever node looks first. What was missed while all were down is told late. */
final class DelegationWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DelegationWatch.class);
    private static final int BATCH = 200;

    private final DelegationStore store;
    private final Clock clock;

    DelegationWatch(DelegationStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** One round, by one thread at a time. */
    void round() {
        Instant now = clock.instant();
        int warned = store.warn(LocalDate.ofInstant(now, ServiceWindow.JAPAN), now, BATCH);
        if (warned > 0) {
            LOG.info("The end of {} delegations is near: both of each are warned", warned);
        }
    }
}
