package io.renkei.selfinfo.internal;

import io.renkei.ports.records.AccessRecordStore;
import io.renkei.ports.selfinfo.QuestionStore;
import io.renkei.ports.state.StateUnavailable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Destroys answers whose time is over, and removes access records whose years are. Each node does; twice does no harm. */
final class Sweeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int AT_ONCE = 100;

    private final QuestionStore questions;
    private final AccessRecordStore records;
    private final Supplier<SelfInfoSettings> settings;
    private final Clock clock;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(round -> {
        Thread thread = new Thread(round, "renkei.selfinfo.sweep");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean closing;

    Sweeper(QuestionStore questions, AccessRecordStore records, Supplier<SelfInfoSettings> settings, Clock clock) {
        this.questions = questions;
        this.records = records;
        this.settings = settings;
        this.clock = clock;
    }

    void start() {
        rounds.scheduleWithFixedDelay(this::round, 10, 30, TimeUnit.SECONDS);
    }

    /** The boundary of the thread: a defect in one round must not end the rounds. */
    private void round() {
        try {
            sweep();
        } catch (StateUnavailable e) {
            // The journal says so, and says when it is back.
        } catch (RuntimeException e) {
            LOG.error("{}", SelfInfoCode.DEFECT.line(), e);
        }
    }

    void sweep() {
        while (!closing && questions.sweep(AT_ONCE) > 0) {
            // There may be more.
        }
        Instant oldest = clock.instant()
                .atZone(JAPAN)
                .minusYears(settings.get().recordYears())
                .toInstant();
        int removed = records.removeBefore(oldest, AT_ONCE);
        int all = removed;
        while (!closing && removed == AT_ONCE) {
            removed = records.removeBefore(oldest, AT_ONCE);
            all += removed;
        }
        if (all > 0) {
            LOG.info("{} access records whose years are over were removed", all);
        }
    }

    @Override
    public void close() {
        closing = true;
        rounds.shutdown();
    }
}
