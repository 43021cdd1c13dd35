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
    private static final Duration AROUND = Duration.ofSeconds(1);

    @Option(names = "--rate", defaultValue = "10", description = "applications a second (${DEFAULT-VALUE})")
    private double rate;

    @Option(names = "--replacements", defaultValue = "3", description = "of the connector (${DEFAULT-VALUE})")
    private int replacements;

    @Option(
            names = "--dense",
            defaultValue = "250",
            description = "filings that gather before each replacement (${DEFAULT-VALUE})")
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
        List<Replaced> replaced = new ArrayList<>();
        Set<String> parked;
        flow.start();
        try {
            narrator.step("load", rate + " applications a second, " + FILINGS + " filings each");
            TimeUnit.SECONDS.sleep(3);
            for (int i = 1; i <= replacements; i++) {
                replaced.add(replace(deployer, i));
            }
            badSetting();
            parked = parkAndReplay();
        } finally {
            flow.close();
            ministries.order("reset-faults", Map.of());
        }
        return tell(flow, line, replaced, parked) ? 0 : 1;
    }

    /** In the middle of a dense stream, so that a pause can be seen: what gathered while the destination was held. */
    private Replaced replace(Deployer deployer, int number) throws IOException, InterruptedException {
        ministries.order("faults", Map.of("destination", destination, "mode", "slow", "millis", ANSWER_MILLIS));
        shell.run("renkei:connector-pause --reason 'a dense stream' --until 5m " + destination);
        await(() -> lane().path("waiting").asLong() >= dense);
        shell.run("renkei:connector-resume " + destination);
        Replaced replaced = deployer.replace();
        narrator.step(
                "replaced",
                deployer.bundle() + ", " + number + " of " + replacements + ": touched "
                        + String.join(", ", replaced.touched()));
        ministries.order("reset-faults", Map.of());
        return replaced;
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

    private JsonNode lane() throws IOException, InterruptedException {
        for (JsonNode lane : shell.json("renkei:connector-list --json").path("lanes")) {
            if (lane.path("destination").asText().equals(destination)) {
                return lane;
            }
        }
        throw new IOException("no connector serves " + destination);
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

    private boolean tell(Flow flow, long line, List<Replaced> replaced, Set<String> parked)
            throws IOException, InterruptedException {
        List<String> applications = flow.accepted();
        Outcomes outcomes = Outcomes.await(client, applications, parked, Duration.ofSeconds(patience));
        LedgerComparison ledger = LedgerComparison.of(ministries, applications, FILINGS, line);
        Arrivals arrivals = Arrivals.since(ministries, line);
        long failures = flow.refused().size() + outcomes.open() + outcomes.repeated();
        Set<String> touched = new TreeSet<>();
        replaced.forEach(each -> touched.addAll(each.touched()));
        narrator.step(
                "messages",
                applications.size() + " applications, " + ledger.found() + " of " + ledger.expected()
                        + " filings arrived, " + ledger.missing() + " missing, " + ledger.doubled() + " doubled");
        for (String each : arrivals.destinations()) {
            narrator.step(
                    "pause",
                    String.format(
                            "%s: %d ms%s",
                            each,
                            pause(arrivals, replaced, each).toMillis(),
                            each.equals(destination) ? " while its connector was replaced" : ""));
        }
        narrator.step(
                "stream", String.format("%.0f filings a second around the replacements", density(arrivals, replaced)));
        boolean good = failures == 0 && ledger.good() && touched.size() == 1;
        narrator.result(
                good,
                String.format(
                        "failures %d, longest pause %d ms, refresh set %s",
                        failures, pause(arrivals, replaced, destination).toMillis(), touched));
        return good;
    }

    /** Of the replaced one the pause of its replacement; of the others the longest silence around it. */
    private Duration pause(Arrivals arrivals, List<Replaced> replaced, String of) {
        return replaced.stream()
                .map(each -> of.equals(destination)
                        ? arrivals.gapAt(of, each.began())
                        : arrivals.longestGap(of, each.began(), each.ended()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static double density(Arrivals arrivals, List<Replaced> replaced) {
        return replaced.stream()
                .mapToDouble(each -> {
                    Duration length =
                            Duration.between(each.began(), each.ended()).plus(AROUND.multipliedBy(2));
                    return arrivals.count(
                                    each.began().minus(AROUND), each.ended().plus(AROUND))
                            / (length.toMillis() / 1e3);
                })
                .average()
                .orElse(0);
    }
}
