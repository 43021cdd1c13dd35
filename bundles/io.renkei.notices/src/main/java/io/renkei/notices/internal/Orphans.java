package io.renkei.notices.internal;

import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.state.StateUnavailable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges the notices that wait, again and again, until their filing appears or their time is over. */
final class Orphans implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);
    private static final int BATCH = 100;
    private static final int MOST_BATCHES = 20;
    private static final int STOP_SECONDS = 10;

    private final NoticeStore notices;
    private final Judge judge;
    private final Supplier<NoticesSettings> settings;
    private final Clock clock;
    private final ScheduledExecutorService timer = timer();
    private boolean troubled;

    Orphans(NoticeStore notices, Judge judge, Supplier<NoticesSettings> settings, Clock clock) {
        this.notices = notices;
        this.judge = judge;
        this.settings = settings;
        this.clock = clock;
    }

    private static ScheduledExecutorService timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "renkei.notices.orphans");
            thread.setDaemon(true);
            return thread;
        });
        // Else the end would wait for the look that is planned next.
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return timer;
    }

    void start() {
        plan();
    }

    private void plan() {
        if (!timer.isShutdown()) {
            timer.schedule(this::look, settings.get().orphanPause().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        try {
            judgeAll();
            if (troubled) {
                LOG.info("The look for waiting notices goes on.");
            }
            troubled = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            if (!troubled) {
                LOG.warn("The look for waiting notices failed and is tried again.", e);
            }
            troubled = true;
        } finally {
            plan();
        }
    }

    private void judgeAll() throws IOException, InterruptedException {
        Instant since = clock.instant().minus(settings.get().orphanLife());
        for (int i = 0; i < MOST_BATCHES; i++) {
            List<NoticeView> batch = notices.orphans(since, BATCH);
            for (NoticeView orphan : batch) {
                judge(orphan);
            }
            if (batch.size() < BATCH) {
                return;
            }
            Instant last = batch.get(batch.size() - 1).received();
            since = last.isAfter(since) ? last : since.plus(Duration.ofMillis(1));
        }
    }

    /** One that cannot be read holds up no other. */
    private void judge(NoticeView orphan) throws InterruptedException {
        try {
            judge.judge(orphan.id());
        } catch (StateUnavailable e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            LOG.warn("Notice {} could not be judged and is tried again: {}", orphan.id(), e.toString());
        }
    }

    @Override
    public void close() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException e) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
