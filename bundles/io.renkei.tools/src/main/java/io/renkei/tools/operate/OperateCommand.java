package io.renkei.tools.operate;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.tools.client.Consent;
import io.renkei.tools.client.GatewayClient;
import io.renkei.tools.client.KeptConnection;
import io.renkei.tools.client.LedgerComparison;
import io.renkei.tools.client.OperatorShell;
import io.renkei.tools.client.SandboxControl;
import io.renkei.tools.client.Tls;
import io.renkei.tools.operate.Deployer.Replaced;
import io.renkei.tools.sample.SignedPackages;
import io.renkei.tools.text.Narrator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Replaces a connector, makes and takes back a bad setting and replays parked filings, while applications come in. */
@Command(
        name = "operate",
        mixinStandardHelpOptions = true,
        description = "Operates a running gateway under load, and prints what the messages saw.",
        footer =
                "Exit code 0: no message failed, nothing is missing or doubled, and nothing else was refreshed; 1: not.")
public final class OperateCommand implements Callable<Integer> {

    private static final int FILINGS = 5;
    private static final String CONFIGURATION = "io.renkei.connector.eltax";
    private static final String KEY = "response.timeout.millis";
    private static final int PARKED = 10;
    private static final long ANSWER_MILLIS = 20;
    private static final long NEIGHBOUR_ANSWER_MILLIS = 60;

    /** Three filings at once, each answered after 20 ms: 100 a second and a little more. */
    private static final int STREAM_CONCURRENCY = 3;

    /** Filings of the stream that arrive before the replacement begins. */
    private static final int FLOWING = 20;

    private static final Duration BEFORE = Duration.ofMillis(500);

    @Option(names = "--rate", defaultValue = "10", description = "applications a second (${DEFAULT-VALUE})")
    private double rate;

    @Option(names = "--replacements", defaultValue = "3", description = "of the connector (${DEFAULT-VALUE})")
    private int replacements;

    @Option(
            names = "--dense",
            defaultValue = "250",
            description = "filings that gather at each of two destinations before each replacement (${DEFAULT-VALUE})")
    private int dense;

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

    @Option(names = "--script", required = true, description = "path of ./renkei")
    private Path script;

    @Option(names = "--base", required = true, description = "folder of the gateway's instance")
    private Path base;

    @Option(names = "--connector", required = true, description = "bundle of the connector that is replaced")
    private Path connector;

    @Option(
            names = "--destination",
            defaultValue = "health-insurance-society.06130012",
            description = "that it serves (${DEFAULT-VALUE})")
    private String destination;

    @Option(
            names = "--configuration",
            defaultValue = "io.renkei.connector.healthsociety-06130012",
            description = "of that connector's instance (${DEFAULT-VALUE})")
    private String configuration;

    @Option(
            names = "--neighbour",
            defaultValue = "eltax",
            description = "destination of another connector, which must not notice (${DEFAULT-VALUE})")
    private String neighbour;

    /**
     * A replacement under load.
     *
     * @param pause from the last filing that the connector before began to the first that the new one began; empty if all was
     *     sent before
     */
    private record Replacement(Replaced told, Optional<Duration> pause) {}

    private final Narrator narrator = new Narrator(System.out);
    private SandboxControl ministries;
    private OperatorShell shell;
    private GatewayClient client;

    @Override
    public Integer call() throws IOException, GeneralSecurityException, InterruptedException {
        Clock clock = Clock.system(ZoneId.of("Asia/Tokyo"));
        SSLContext partner = Tls.context(pki.resolve("ca.pem"), pki.resolve("partner-acme.pem"));
        SSLContext operator = Tls.context(pki.resolve("ca.pem"), pki.resolve("partner-operator.pem"));
        client = new GatewayClient(gateway, partner);
        ministries = new SandboxControl(new GatewayClient(sandbox, operator));
        shell = new OperatorShell(script);
        Consent.give(client, ministries);
        ministries.order("reset-faults", Map.of());
        long line = ministries.newest();
        Deployer deployer = new Deployer(connector, base.resolve("deploy"), shell, clock);
        Flow flow = new Flow(
                new KeptConnection(gateway, partner),
                new SignedPackages(pki, LocalDate.now(clock)),
                "operate-" + clock.millis(),
                rate);
        List<Replacement> replaced = new ArrayList<>();
        Set<String> parked;
        flow.start();
        try {
            narrator.step("load", rate + " applications a second, " + FILINGS + " filings each");
            TimeUnit.SECONDS.sleep(3);
            shell.run("renkei:setting-set " + configuration + " concurrency " + STREAM_CONCURRENCY);
            try {
                // From now on it is a file of the folder, and each further copy is an update that is taken up at once.
                deployer.replace();
                for (int i = 1; i <= replacements; i++) {
                    replaced.add(replace(deployer, flow, i));
                }
            } finally {
                shell.run("renkei:setting-rollback " + configuration);
            }
            badSetting();
            parked = parkAndReplay();
        } finally {
            flow.close();
            ministries.order("reset-faults", Map.of());
        }
        return tell(flow, line, replaced, parked) ? 0 : 1;
    }

    /**
     * In the middle of a dense stream, so that a pause can be seen: what gathered while the destination was held, and
     * beside it a thinner stream at the neighbour. Applications rest meanwhile: their signing, checking and four other
     * filings each would take the processors from what is measured.
     */
    private Replacement replace(Deployer deployer, Flow flow, int number) throws IOException, InterruptedException {
        slow(destination, ANSWER_MILLIS);
        slow(neighbour, NEIGHBOUR_ANSWER_MILLIS);
        for (String each : List.of(destination, neighbour)) {
            shell.run("renkei:connector-pause --reason 'a dense stream' --until 10m " + each);
        }
        await(() -> waiting(destination) >= dense && waiting(neighbour) >= dense);
        flow.rest();
        await(this::isQuiet);
        long line = ministries.newest();
        for (String each : List.of(neighbour, destination)) {
            shell.run("renkei:connector-resume " + each);
        }
        await(() -> Arrivals.since(ministries, line).count(destination) >= FLOWING);
        Replaced replaced = deployer.replace();
        Optional<Duration> pause = pause();
        flow.goOn();
        narrator.step(
                "replaced",
                deployer.bundle() + ", " + number + " of " + replacements + ": touched "
                        + String.join(", ", replaced.touched()));
        ministries.order("reset-faults", Map.of());
        return new Replacement(replaced, pause);
    }

    private Optional<Duration> pause() throws IOException, InterruptedException {
        for (JsonNode lane : lanes()) {
            if (lane.path("destination").asText().equals(destination)
                    && lane.path("pauseMillis").isNumber()) {
                return Optional.of(Duration.ofMillis(lane.path("pauseMillis").asLong()));
            }
        }
        return Optional.empty();
    }

    /** Somebody edits a file wrongly: what was before stays in use, and one command takes the edit back. */
    private void badSetting() throws IOException, InterruptedException {
        Path file = base.resolve("etc").resolve(CONFIGURATION + ".cfg");
        Files.writeString(file, "\n" + KEY + " = -5\n", StandardOpenOption.APPEND);
        await(() -> keptOut());
        narrator.step("bad setting", KEY + " = -5 in " + file.getFileName() + ": kept out, and health says why");
        shell.run("renkei:setting-rollback " + CONFIGURATION);
        await(() -> !keptOut());
        JsonNode newest = shell.json("renkei:setting-history --limit 1 --json " + CONFIGURATION)
                .path("changes")
                .path(0);
        narrator.step(
                "rolled back",
                "by " + newest.path("who").asText() + ", change "
                        + newest.path("change").asText());
    }

    private boolean keptOut() throws IOException, InterruptedException {
        for (JsonNode setting :
                shell.json("renkei:setting-diff --json " + CONFIGURATION).path("settings")) {
            if (setting.path("key").asText().equals(KEY)
                    && setting.path("keptOut").asBoolean()) {
                return true;
            }
        }
        return false;
    }

    /** Filings that the ministry refuses to hear park; once it is well they are replayed, and a second replay does nothing. */
    private Set<String> parkAndReplay() throws IOException, InterruptedException {
        ministries.order("faults", Map.of("destination", destination, "mode", "forbid", "count", PARKED));
        await(() -> parked().size() >= PARKED);
        Set<String> parked = parked();
        narrator.step("parked", parked.size() + " filings, as the ministry forbids them; the others go on");
        String all = "renkei:parked-replay --destination " + destination + " --rate 20 --json";
        long first = replayed(shell.json(all));
        long second = replayed(shell.json("renkei:parked-replay --json " + String.join(" ", parked)));
        narrator.step("replayed", first + " at 20 a second; a second replay of the same: " + second);
        if (first != parked.size() || second != 0) {
            throw new IOException("the replay made " + first + " and then " + second + " ready of " + parked.size());
        }
        return parked;
    }

    private static long replayed(JsonNode answer) {
        long replayed = 0;
        for (JsonNode filing : answer.path("filings")) {
            replayed += filing.path("fate").asText().equals("REPLAYED") ? 1 : 0;
        }
        return replayed;
    }

    private Set<String> parked() throws IOException, InterruptedException {
        Set<String> keys = new TreeSet<>();
        shell.json("renkei:parked-list --destination " + destination + " --json")
                .path("parked")
                .forEach(filing -> keys.add(filing.path("key").asText()));
        return keys;
    }

    private void slow(String at, long millis) throws IOException, InterruptedException {
        ministries.order("faults", Map.of("destination", at, "mode", "slow", "millis", millis));
    }

    private JsonNode lanes() throws IOException, InterruptedException {
        return shell.json("renkei:connector-list --json").path("lanes");
    }

    private long waiting(String at) throws IOException, InterruptedException {
        for (JsonNode lane : lanes()) {
            if (lane.path("destination").asText().equals(at)) {
                return lane.path("waiting").asLong();
            }
        }
        throw new IOException("no connector serves " + at);
    }

    /** Whether nothing is to be sent but what is held. */
    private boolean isQuiet() throws IOException, InterruptedException {
        for (JsonNode lane : lanes()) {
            boolean held = List.of(destination, neighbour)
                    .contains(lane.path("destination").asText());
            if (!held && lane.path("waiting").asLong() + lane.path("inFlight").asLong() > 0) {
                return false;
            }
        }
        return true;
    }

    /** A look at the gateway or the ministries. */
    private interface Look {
        boolean isGood() throws IOException, InterruptedException;
    }

    private void await(Look look) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(patience);
        while (!look.isGood()) {
            if (System.nanoTime() - end > 0) {
                throw new IOException("nothing came of it within " + patience + " s");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private boolean tell(Flow flow, long line, List<Replacement> replaced, Set<String> parked)
            throws IOException, InterruptedException {
        List<String> applications = flow.accepted();
        Outcomes outcomes = Outcomes.await(client, applications, parked, Duration.ofSeconds(patience));
        LedgerComparison ledger = LedgerComparison.of(ministries, applications, FILINGS, line);
        Arrivals arrivals = Arrivals.since(ministries, line);
        long failures = flow.refused().size() + outcomes.open() + outcomes.repeated();
        Set<String> touched = new TreeSet<>();
        replaced.forEach(each -> touched.addAll(each.told().touched()));
        narrator.step(
                "messages",
                applications.size() + " applications, " + ledger.found() + " of " + ledger.expected()
                        + " filings arrived, " + ledger.missing() + " missing, " + ledger.doubled() + " doubled");
        for (Replacement replacement : replaced) {
            Replaced each = replacement.told();
            narrator.step(
                    "pause",
                    String.format(
                            "%s, %d ms from arrival to arrival, in %.0f filings a second;"
                                    + " %d ms was the longest of the neighbour %s, in %.0f a second",
                            replacement
                                    .pause()
                                    .map(pause -> pause.toMillis() + " ms from begin to begin")
                                    .orElse("nothing was left to be sent"),
                            arrivals.gapAt(destination, each.began()).toMillis(),
                            density(arrivals, destination, each),
                            arrivals.longestGap(neighbour, each.began(), each.ended())
                                    .toMillis(),
                            neighbour,
                            density(arrivals, neighbour, each)));
        }
        boolean good = failures == 0 && ledger.good() && touched.size() == 1;
        narrator.result(
                good,
                String.format(
                        "failures %d, longest pause %d ms, refresh set %s",
                        failures, longestPause(replaced).toMillis(), touched));
        return good;
    }

    private static Duration longestPause(List<Replacement> replaced) {
        return replaced.stream()
                .flatMap(replacement -> replacement.pause().stream())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Filings a second just before the replacement. */
    private static double density(Arrivals arrivals, String of, Replaced replaced) {
        return arrivals.count(of, replaced.began().minus(BEFORE), replaced.began()) / (BEFORE.toMillis() / 1e3);
    }
}
