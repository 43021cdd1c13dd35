package io.renkei.tools.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.tools.client.GatewayClient;
import io.renkei.tools.client.KeptConnection;
import io.renkei.tools.client.OperatorShell;
import io.renkei.tools.client.SandboxControl;
import io.renkei.tools.client.Submission;
import io.renkei.tools.process.WatchedProcess;
import io.renkei.tools.sample.SignedPackages.Signed;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** The gateway under load, the ministries behind it, and what can be asked of both. */
record Site(
        URI url,
        SSLContext partner,
        GatewayClient gateway,
        SandboxControl sandbox,
        OperatorShell shell,
        WatchedProcess process) {

    private static final long LOOK_MILLIS = 250;
    private static final long SLOW_LOOK_MILLIS = 2_000;
    private static final long STALLED_SECONDS = 60;

    /** The destinations that one package is filed to; asked by submitting it. */
    List<String> destinations(Signed probe) throws IOException, InterruptedException {
        String number;
        try (KeptConnection connection = new KeptConnection(url, partner)) {
            KeptConnection.Reply reply = Submission.send(connection, probe);
            if (reply.status() != 201) {
                throw new IOException("the gateway refuses the sample with status " + reply.status());
            }
            number = Submission.number(reply);
        }
        List<String> destinations = new ArrayList<>();
        for (JsonNode filing :
                gateway.get("/v1/applications/" + number).expect(200).json().path("filings")) {
            destinations.add(filing.path("destination").path("id").asText());
        }
        return destinations;
    }

    /** Sends nothing more there, by the operators' shell. */
    void pause(List<String> destinations) throws IOException, InterruptedException {
        for (String destination : destinations) {
            shell.run("renkei:connector-pause --reason bench --until 60m " + destination);
        }
    }

    void resume(List<String> destinations) throws IOException, InterruptedException {
        for (String destination : destinations) {
            shell.run("renkei:connector-resume " + destination);
        }
    }

    /** A fault for a share of what comes to a destination from now on. */
    void fault(String destination, String mode, double share) throws IOException, InterruptedException {
        sandbox.order("faults", Map.of("destination", destination, "mode", mode, "share", share));
    }

    void heal() throws IOException, InterruptedException {
        sandbox.order("reset-faults", Map.of());
    }

    /**
     * Waits until so many different filings were taken by the ministries.
     *
     * @return whether they were; false when nothing moved for {@value #STALLED_SECONDS} s
     */
    boolean awaitTaken(long wanted) throws IOException, InterruptedException {
        long before = -1;
        long moved = System.nanoTime();
        while (true) {
            long now = sandbox.distinct();
            if (now >= wanted) {
                return true;
            }
            if (now != before) {
                before = now;
                moved = System.nanoTime();
            } else if (System.nanoTime() - moved > TimeUnit.SECONDS.toNanos(STALLED_SECONDS)) {
                return false;
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /** Waits until so many filings are closed in the gateway, but no longer; returns how many are. */
    long awaitClosed(long wanted, Duration longest) throws IOException, InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        long now = closed();
        while (now < wanted && System.nanoTime() - end < 0) {
            Thread.sleep(SLOW_LOOK_MILLIS);
            now = closed();
        }
        return now;
    }

    /** How many filings are closed, over all destinations. */
    long closed() throws IOException, InterruptedException {
        long closed = 0;
        for (JsonNode destination : shell.json("renkei:filing-list --json").path("counts")) {
            closed += destination.path("CLOSED").asLong();
        }
        return closed;
    }

    double cpuSeconds() {
        return process.cpuSeconds().orElse(Double.NaN);
    }
}
