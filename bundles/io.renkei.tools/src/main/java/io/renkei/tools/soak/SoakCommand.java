package io.renkei.tools.soak;

import io.renkei.tools.client.Consent;
import io.renkei.tools.client.GatewayClient;
import io.renkei.tools.client.KeptConnection;
import io.renkei.tools.client.LedgerComparison;
import io.renkei.tools.client.SandboxControl;
import io.renkei.tools.client.Tls;
import io.renkei.tools.process.WatchedProcess;
import io.renkei.tools.sample.SignedPackages;
import io.renkei.tools.text.Paint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Kills and compares. Exit code 0 when every accepted application is closed and no filing was submitted twice. */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        description = "Kills the gateway and the ministries while applications come in, and compares the ledgers.",
        footer = "Exit code 0: every accepted application is closed, none was submitted twice; 1: not.")
public final class SoakCommand implements Callable<Integer> {

    private static final int FILINGS = 5;
    private static final Duration LONGEST = Duration.ofDays(365);

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Length length;

    /** When it ends. */
    static final class Length {

        @Option(names = "--kills", description = "end after so many kills")
        private Optional<Integer> kills = Optional.empty();

        @Option(names = "--minutes", description = "end after so many minutes")
        private Optional<Integer> minutes = Optional.empty();
    }

    @Option(names = "--seed", description = "of the random moments and victims, to repeat a run (random)")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--rate", defaultValue = "2", description = "applications a second (${DEFAULT-VALUE})")
    private double rate;

    @Option(
            names = "--patience",
            defaultValue = "180",
            description = "seconds without any progress after which it gives up (${DEFAULT-VALUE})")
    private long patience;

    @Option(names = "--gateway", required = true, description = "address of the gateway")
    private URI gateway;

    @Option(names = "--sandbox", required = true, description = "address of the simulated ministries")
    private URI sandbox;

    @Option(names = "--pki", required = true, description = "the folder of the sandbox's keys")
    private Path pki;

    @Option(names = "--gateway-pid", required = true, description = "pid file of the gateway")
    private Path gatewayPid;

    @Option(names = "--sandbox-pid", required = true, description = "pid file of the ministries")
    private Path sandboxPid;

    @Option(names = "--restart-gateway", required = true, description = "command that starts the gateway")
    private String restartGateway;

    @Option(names = "--restart-sandbox", required = true, description = "command that starts the ministries")
    private String restartSandbox;

    @Override
    public Integer call() throws IOException, GeneralSecurityException, InterruptedException {
        Clock clock = Clock.system(ZoneId.of("Asia/Tokyo"));
        long drawn = seed.orElseGet(() -> (long) new Random().nextInt(1_000_000));
        System.out.println("seed " + drawn);
        SSLContext partner = Tls.context(pki.resolve("ca.pem"), pki.resolve("partner-acme.pem"));
        SSLContext operator = Tls.context(pki.resolve("ca.pem"), pki.resolve("partner-operator.pem"));
        GatewayClient client = new GatewayClient(gateway, partner);
        SandboxControl control = new SandboxControl(new GatewayClient(sandbox, operator));
        Consent.give(client, control);
        long line = control.newest();
        SoakProgress progress = new SoakProgress(System.out);
        Submitter submitter = new Submitter(
                new KeptConnection(gateway, partner),
                new SignedPackages(pki, LocalDate.now(clock)),
                "soak-" + clock.millis(),
                rate,
                progress);
        kill(submitter, progress, new Random(drawn));
        List<String> open = new Closing(client, progress).await(submitter.accepted(), Duration.ofSeconds(patience));
        progress.end();
        LedgerComparison ledger = LedgerComparison.of(control, submitter.accepted(), FILINGS, line);
        return tell(submitter.accepted().size(), open, ledger, progress, drawn);
    }

    private void kill(Submitter submitter, SoakProgress progress, Random random)
            throws IOException, InterruptedException {
        Killer killer = new Killer(
                new Victim("gateway", new WatchedProcess(gatewayPid), restartGateway),
                new Victim("ministries", new WatchedProcess(sandboxPid), restartSandbox),
                random);
        long end = System.nanoTime()
                + length.minutes.map(Duration::ofMinutes).orElse(LONGEST).toNanos();
        int most = length.kills.orElse(Integer.MAX_VALUE);
        Thread thread = new Thread(submitter, "submitter");
        thread.setDaemon(true);
        thread.start();
        try {
            while (progress.kills() < most && System.nanoTime() - end < 0) {
                killer.once(progress);
            }
        } finally {
            submitter.end();
        }
        thread.join();
    }

    private static int tell(
            int accepted, List<String> open, LedgerComparison ledger, SoakProgress progress, long seed) {
        boolean good = open.isEmpty() && ledger.good();
        Paint paint = Paint.ofTerminal();
        System.out.printf(
                "%d kills, %d applications accepted (%d receipts came on a repetition), %d closed%n",
                progress.kills(), accepted, progress.repeated(), accepted - open.size());
        System.out.printf(
                "ledgers: %d of %d filings, %d missing, %d doubled%n",
                ledger.found(), ledger.expected(), ledger.missing(), ledger.doubled());
        open.stream().limit(10).forEach(number -> System.out.println("not closed: " + number));
        System.out.println(
                good
                        ? paint.good("good: nothing lost, nothing sent twice")
                        : paint.bad("bad: repeat it with --seed " + seed));
        return good ? 0 : 1;
    }
}
