package io.renkei.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One gateway with its simulated ministries, run by {@code ./renkei} in a folder of its own. Classes share {@link #shared}
 * where they can, since a start costs more than most journeys; what is left running is ended with the test's own process.
 */
final class Instance {

    private static final int LOG_LINES = 60;
    private static final long KILL_SECONDS = 20;

    /**
     * Short, so that an outage that a test makes is over within the test; but a ministry has to have its time to settle: on
     * a busy machine one may take a filing seconds after the gateway gave up waiting for its answer.
     */
    private static final Map<String, String> TIMES = Map.of(
            "connect.timeout.millis", "1000",
            "response.timeout.millis", "4000",
            "total.timeout.millis", "10000",
            "settle.millis", "6000",
            "backoff.longest.millis", "1000");

    /** Settings of connectors that get filings; those of others have other times, or each file its own. */
    private static final Pattern WITH_FILINGS =
            Pattern.compile("io\\.renkei\\.connector\\.(egov|eltax|etax|healthsociety)(-.*)?\\.cfg");

    private static final String ROUTES = "lease.margin.millis = 3000\npoll.pause.millis = 300\n"
            + "poll.idle.pause.millis = 500\nstatus.pause.millis = 300\nbreaker.longest.pause.millis = 1000\n"
            + "message.pause.millis = 500\npayment.pause.millis = 500\n";

    private static Instance shared;

    private final Path home;
    private final Ports ports;

    private Instance(Path home, Ports ports) {
        this.home = home;
        this.ports = ports;
    }

    /** The gateway of all classes; started at its first use, and again when a test left it down. */
    static synchronized Instance shared() throws Exception {
        if (shared == null) {
            shared = made("instance", Map.of());
        }
        if (shared.gatewayProcess().isEmpty()) {
            shared.startGateway();
        }
        return shared;
    }

    /** A gateway of one class, which has to {@link #end} it. */
    static Instance own(String name, Map<String, String> settings) throws Exception {
        Instance own = made("instance-" + name, settings);
        own.startGateway();
        return own;
    }

    /** @param settings what stands in a file of {@code etc} from the first start on, by the file's name */
    private static Instance made(String folder, Map<String, String> settings) throws Exception {
        Path home = Path.of("target", folder).toAbsolutePath();
        clear(home);
        Instance made = new Instance(home, Ports.drawn());
        Runtime.getRuntime().addShutdownHook(new Thread(made::end));
        made.startSandbox();
        made.quicken();
        for (Map.Entry<String, String> file : settings.entrySet()) {
            Files.writeString(made.profile().resolve(file.getKey()), file.getValue());
        }
        return made;
    }

    Path pki() {
        return home.resolve("pki");
    }

    /** All that the gateway keeps: database, broker journal, logs. */
    Path data() {
        return home.resolve("gateway").resolve("data");
    }

    String gatewayUrl() {
        return "https://127.0.0.1:" + ports.https();
    }

    /** Where people's browsers and linked sites come in. */
    String peopleUrl() {
        return "https://127.0.0.1:" + ports.people();
    }

    /** Where people and sites show their certificates. */
    String certificatesUrl() {
        return "https://127.0.0.1:" + ports.peopleTls();
    }

    /** A linked site of the sandbox, as a browser comes to it. */
    String siteUrl(String site) {
        return "https://127.0.0.1:" + ports.sandboxCompany() + "/sites/" + site + "/";
    }

    String sandboxUrl() {
        return "https://127.0.0.1:" + ports.sandbox();
    }

    String shellPort() {
        return ports.ssh();
    }

    /** A setting file; what is written there takes effect while the gateway runs. */
    Path etc(String file) {
        return home.resolve("gateway").resolve("etc").resolve(file);
    }

    /** What lies there is deployed while the gateway runs. */
    Path deploy() {
        return home.resolve("gateway").resolve("deploy");
    }

    void startGateway() throws IOException, InterruptedException {
        startGateway(Map.of());
    }

    /** @param environment beside the usual */
    void startGateway(Map<String, String> environment) throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(ports.environment());
        all.putAll(environment);
        Run.renkei(home, all, "start").good();
    }

    void startSandbox() throws IOException, InterruptedException {
        run("sandbox", "start").good();
    }

    void stopGateway() throws IOException, InterruptedException {
        run("stop").good();
    }

    /** A command of the operators' shell. */
    Run shell(String command) throws IOException, InterruptedException {
        return run("client", command);
    }

    /** Ends the gateway as a power cut does, with nothing flushed and nobody told (SIGKILL). */
    void killGateway() throws Exception {
        kill("gateway");
    }

    /** Ends the simulated ministries in the same way. */
    void killSandbox() throws Exception {
        kill("sandbox");
    }

    private void kill(String name) throws Exception {
        ProcessHandle process = process(name).orElseThrow(() -> new AssertionError("the " + name + " does not run"));
        process.destroyForcibly();
        process.onExit().get(KILL_SECONDS, TimeUnit.SECONDS);
    }

    /** The gateway's process. */
    long pid() throws IOException {
        return gatewayProcess()
                .orElseThrow(() -> new AssertionError("the gateway does not run"))
                .pid();
    }

    boolean isGatewayRunning() throws IOException {
        return gatewayProcess().isPresent();
    }

    /** Whether the gateway's log has a text. */
    boolean hasLogged(String text) throws IOException {
        return timesLogged(text) > 0;
    }

    /** How many lines of the gateway's log have a text. */
    long timesLogged(String text) throws IOException {
        try (Stream<String> lines = Files.lines(data().resolve("log").resolve("karaf.log"))) {
            return lines.filter(line -> line.contains(text)).count();
        }
    }

    /** The last lines of the gateway's log. */
    String log() throws IOException {
        Path file = data().resolve("log").resolve("karaf.log");
        if (!Files.exists(file)) {
            return "(no log)";
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    }

    /** Begins a command of the shell that may never end. */
    void shellInTheBackground(String command) {
        Thread thread = new Thread(() -> {
            try {
                run("client", command);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** One run of {@code ./renkei} on this instance. */
    Run renkei(String... arguments) throws IOException, InterruptedException {
        return run(arguments);
    }

    /** Begins a command and does not wait for its end. */
    Process begin(String... arguments) throws IOException {
        return Run.begin(home, ports.environment(), home.resolve("begun.log"), arguments);
    }

    /** The folder of everything. */
    Path home() {
        return home;
    }

    private Run run(String... arguments) throws IOException, InterruptedException {
        return Run.renkei(home, ports.environment(), arguments);
    }

    /** Before the gateway's first start takes over the profile of the unpacked distribution. */
    private void quicken() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(profile(), "io.renkei.connector.*.cfg")) {
            for (Path file : files) {
                if (!WITH_FILINGS.matcher(file.getFileName().toString()).matches()) {
                    continue;
                }
                StringBuilder text = new StringBuilder();
                for (String line : Files.readAllLines(file)) {
                    String key = line.split("=", 2)[0].trim();
                    if (!TIMES.containsKey(key)) {
                        text.append(line).append('\n');
                    }
                }
                TIMES.forEach((key, value) ->
                        text.append(key).append(" = ").append(value).append('\n'));
                Files.writeString(file, text);
            }
        }
        Files.writeString(profile().resolve("io.renkei.routes.cfg"), ROUTES);
    }

    private Path profile() {
        return home.resolve("distribution").resolve("profiles").resolve("sandbox");
    }

    private Optional<ProcessHandle> gatewayProcess() throws IOException {
        return process("gateway");
    }

    /** The pid file names the Java process itself: the launching shell gives its place to it (exec). */
    private Optional<ProcessHandle> process(String name) throws IOException {
        Path file = home.resolve(name).resolve("gateway.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(Files.readString(file).trim()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .command()
                        .filter(command -> command.endsWith("java"))
                        .isPresent());
    }

    /** Ends what runs. */
    void end() {
        for (String name : List.of("gateway", "sandbox")) {
            try {
                process(name).ifPresent(ProcessHandle::destroyForcibly);
            } catch (IOException e) {
                System.err.println("the " + name + " may still run: " + e.getMessage());
            }
        }
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
