package io.renkei.journal.jdbc.internal;

import io.renkei.ports.content.ContentStore;
import io.renkei.ports.health.Finding;
import io.renkei.ports.health.HealthSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Sweeps while the journal is open; a change of the pause begins it anew. */
@Component(service = HealthSource.class, immediate = true, configurationPid = SweepConfig.PID)
@Designate(ocd = SweepConfig.class)
public final class SweepComponent implements HealthSource {

    private static final int STOP_SECONDS = 10;

    private final OrphanSweep sweep;
    private final Duration pause;
    private final ScheduledThreadPoolExecutor timer;

    @Activate
    public SweepComponent(SweepConfig config, @Reference ContentStore contents) {
        this.pause = pause(config);
        this.sweep = new OrphanSweep(contents);
        this.timer = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "renkei.journal.sweep");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @throws IllegalArgumentException with a sentence in the terms of the file */
    static Duration pause(SweepConfig config) {
        long millis = config.pause_millis();
        if (millis < SweepConfig.LEAST_PAUSE || millis > SweepConfig.LONGEST_PAUSE) {
            throw new IllegalArgumentException(SweepConfig.PID + ".cfg: pause.millis lies between "
                    + SweepConfig.LEAST_PAUSE + " and " + SweepConfig.LONGEST_PAUSE + ".");
        }
        return Duration.ofMillis(millis);
    }

    @Activate
    void start() {
        timer.scheduleWithFixedDelay(sweep::look, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What is under way ends with its batch, which is one transaction. */
    @Deactivate
    void stop() throws InterruptedException {
        sweep.closing();
        timer.shutdownNow();
        timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public List<Finding> findings() {
        return sweep.findings();
    }
}
