package io.renkei.tools.bench;

import io.renkei.tools.client.LedgerComparison;
import io.renkei.tools.sample.SignedPackages.Signed;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Applications come in while no filing goes out; then the backlog is drained. */
final class IngestPhase {

    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(30);

    private final Site site;
    private final OpenLoop loop;
    private final List<String> destinations;

    IngestPhase(Site site, OpenLoop loop, List<String> destinations) {
        this.site = site;
        this.loop = loop;
        this.destinations = destinations;
    }

    /**
     * What was measured. CPU times are the gateway's, user and system, per application.
     *
     * @param cpuIngest seconds while applications came in, per measured application
     * @param cpuDrain seconds until all filings were taken by the ministries, per application
     * @param drainSeconds from the resumption until all were taken
     * @param taken whether all were
     * @param closed how many filings of the backlog were closed {@code closeSeconds} after that at the latest
     */
    record Result(
            double rate,
            OpenLoop.Result load,
            double cpuIngest,
            double cpuDrain,
            double drainSeconds,
            boolean taken,
            long closed,
            double closeSeconds,
            LedgerComparison ledger) {

        double cpuUntilTaken() {
            return cpuIngest + cpuDrain;
        }

        double filingsPerSecond() {
            return ledger.expected() / drainSeconds;
        }
    }

    Result run(List<Signed> packages, double rate, int warm) throws IOException, InterruptedException {
        long line = site.sandbox().newest();
        long takenBefore = site.sandbox().distinct();
        long closedBefore = site.closed();
        double[] cpu = new double[1];
        OpenLoop.Result load;
        double ended;
        site.pause(destinations);
        try {
            load = loop.run(new Packages(packages), rate, warm, () -> cpu[0] = site.cpuSeconds());
            ended = site.cpuSeconds();
        } finally {
            site.resume(destinations);
        }
        long began = System.nanoTime();
        double drained = site.cpuSeconds();
        long filings = (long) load.accepted().size() * destinations.size();
        boolean taken = site.awaitTaken(takenBefore + filings);
        double drainSeconds = (System.nanoTime() - began) / 1e9;
        double all = site.cpuSeconds();
        long waited = System.nanoTime();
        long closed = site.awaitClosed(closedBefore + filings, LONGEST_CLOSE) - closedBefore;
        int applications = Math.max(1, load.accepted().size());
        return new Result(
                rate,
                load,
                (ended - cpu[0]) / Math.max(1, load.measured()),
                (all - drained) / applications,
                drainSeconds,
                taken,
                closed,
                (System.nanoTime() - waited) / 1e9,
                LedgerComparison.of(site.sandbox(), load.accepted(), destinations.size(), line));
    }
}
