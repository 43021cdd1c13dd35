package io.renkei.notices.internal;

import io.renkei.ports.payments.PaymentStore;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks again and again which payment requests have passed their last day. */
final class DueDays {

    private static final Logger LOG = LoggerFactory.getLogger(DueDays.class);
    private static final int BATCH = 200;
    private static final int MOST_BATCHES = 200;

    private final PaymentStore payments;
    private final Clock clock;

    DueDays(PaymentStore payments, Clock clock) {
        this.payments = payments;
        this.clock = clock;
    }

    /** What another node holds comes again, but not without end in one look. */
    void look() {
        int all = 0;
        int passed = BATCH;
        for (int i = 0;
                i < MOST_BATCHES && passed == BATCH && !Thread.currentThread().isInterrupted();
                i++) {
            passed = payments.passDueDays(clock.instant(), BATCH);
            all += passed;
        }
        if (all > 0) {
            LOG.info("The last day of {} payment requests was over.", all);
        }
    }
}
