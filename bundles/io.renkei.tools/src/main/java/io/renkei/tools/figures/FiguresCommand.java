package io.renkei.tools.figures;

import io.renkei.tools.client.KeptConnection;
import io.renkei.tools.client.Submission;
import io.renkei.tools.client.Tls;
import io.renkei.tools.process.WatchedProcess;
import io.renkei.tools.sample.SignedPackages;
import io.renkei.tools.sample.SignedPackages.Signed;
import io.renkei.tools.text.Columns;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stops the gateway, starts it, and measures. */
@Command(
        name = "figures",
        mixinStandardHelpOptions = true,
        description = "Restarts the gateway; prints its cold start, its memory and the size of the distribution.")
public final class FiguresCommand implements Callable<Integer> {

    private static final long AGAIN_MILLIS = 50;
    private static final long START_MINUTES = 5;
    private static final long SETTLE_SECONDS = 10;
    private static final int CREATED = 201;

    @Option(names = "--gateway", required = true, description = "address of the gateway")
    private URI gateway;

    @Option(names = "--pki", required = true, description = "the folder of the sandbox's keys")
    private Path pki;

    @Option(names = "--script", required = true, description = "the path of renkei")
    private Path script;

    @Option(names = "--pid-file", required = true, description = "of the gateway")
    private Path pidFile;

    @Option(names = "--archive", required = true, description = "the distribution as one file")
    private Path archive;

    @Option(names = "--distribution", required = true, description = "the unpacked distribution")
    private Path distribution;

    @Override
    public Integer call() throws IOException, GeneralSecurityException, InterruptedException {
        Clock clock = Clock.system(ZoneId.of("Asia/Tokyo"));
        Signed signed = new SignedPackages(pki, LocalDate.now(clock)).sign("figures-" + clock.millis(), 1);
        run("stop");
        long began = System.nanoTime();
        Process start = process("start");
        double receipt = untilReceipt(signed, began);
        if (!start.waitFor(START_MINUTES, TimeUnit.MINUTES) || start.exitValue() != 0) {
            throw new IOException("the gateway did not start; look at its log");
        }
        TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
        WatchedProcess process = new WatchedProcess(pidFile);
        OptionalLong resident = process.residentBytes();
        new Columns()
                .row("cold start to the first signed receipt", String.format("%.1f s", receipt))
                .row("resident memory, idle", mega(resident))
                .row("heap after a full collection", mega(process.heapAfterCollection()))
                .row("distribution, packed", mega(OptionalLong.of(Files.size(archive))))
                .row("distribution, unpacked", mega(OptionalLong.of(size(distribution))))
                .print(System.out, "");
        return 0;
    }

    private double untilReceipt(Signed signed, long began)
            throws IOException, GeneralSecurityException, InterruptedException {
        SSLContext partner = Tls.context(pki.resolve("ca.pem"), pki.resolve("partner-acme.pem"));
        long end = began + TimeUnit.MINUTES.toNanos(START_MINUTES);
        try (KeptConnection connection = new KeptConnection(gateway, partner)) {
            while (System.nanoTime() - end < 0) {
                try {
                    if (Submission.send(connection, signed).status() == CREATED) {
                        return (System.nanoTime() - began) / 1e9;
                    }
                } catch (IOException e) {
                    // It does not listen yet, or not with all of its parts.
                }
                TimeUnit.MILLISECONDS.sleep(AGAIN_MILLIS);
            }
        }
        throw new IOException("no receipt came; look at the gateway's log");
    }

    private void run(String command) throws IOException, InterruptedException {
        process(command).waitFor();
    }

    private Process process(String command) throws IOException {
        return new ProcessBuilder(script.toString(), command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static String mega(OptionalLong bytes) {
        return bytes.isPresent() ? (bytes.getAsLong() >> 20) + " MB" : "unknown";
    }
}
