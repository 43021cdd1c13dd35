package io.renkei.tools.bench;

import io.renkei.tools.client.LedgerComparison;
import io.renkei.tools.sample.SignedPackages.Signed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Applications come in and filings go out at the same time, and a share of the submissions to ministries fails. */
final class FanOutPhase {

    private static final long TURN_MILLIS = 500;
    private static final long SETTLED_SECONDS = 10;

    private final Site site;
    private final OpenLoop loop;
    private final List<String> destinations;

    FanOutPhase(Site site, OpenLoop loop, List<String> destinations) {
        this.site = site;
        this.loop = loop;
        this.destinations = destinations;
    }

    /**
     * What was measured.
     *
     * @param share of the submissions that failed; by turns refused before, and taken with the answer lost
     * @param takenInTime filings that the ministries had taken when the load ended
     * @param lagSeconds from the end of the load until all were taken
     * @param cpu seconds of the gateway from the end of the warm-up until all were taken, per measured application
     */
    record Result(
            double rate,
            double share,
            OpenLoop.Result load,
            long takenInTime,
            double lagSeconds,
            double cpu,
            boolean taken,
            LedgerComparison ledger) {

        /** All were taken, and what was left when the load ended was gone within {@value #SETTLED_SECONDS} s. */
        boolean sustained() {
            return taken && lagSeconds <= SETTLED_SECONDS;
        }
    }

    Result run(List<Signed> packages, double rate, int warm, double share) throws IOException, InterruptedException {
        long line = site.sandbox().newest();
        long before = site.sandbox().distinct();
        double[] cpu = new double[1];
        OpenLoop.Result load;
        ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor();
        boolean[] lost = new boolean[1];
        turns.scheduleWithFixedDelay(
                () -> {
                    lost[0] = !lost[0];
                    turn(lost[0] ? "drop-after" : "refuse-before", share);
                },
                0,
                TURN_MILLIS,
                TimeUnit.MILLISECONDS);
        try {
            load = loop.run(new Packages(packages), rate, warm, () -> cpu[0] = site.cpuSeconds());
        } finally {
            turns.shutdown();
            turns.awaitTermination(TURN_MILLIS * 10, TimeUnit.MILLISECONDS);
            site.heal();
        }
        long ended = System.nanoTime();
        long takenInTime = site.sandbox().distinct() - before;
        boolean taken = site.awaitTaken(before + (long) load.accepted().size() * destinations.size());
        return new Result(
                rate,
                share,
                load,
                takenInTime,
                (System.nanoTime() - ended) / 1e9,
                (site.cpuSeconds() - cpu[0]) / Math.max(1, load.measured()),
                taken,
                LedgerComparison.of(site.sandbox(), load.accepted(), destinations.size(), line));
    }

    private void turn(String mode, double share) {
        try {
            for (String destination : destinations) {
                site.fault(destination, mode, share);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
