package io.renkei.tools.operate;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.tools.client.OperatorShell;
import io.renkei.tools.process.Insides;
import io.renkei.tools.process.WatchedProcess;
import io.renkei.tools.text.Paint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Adds many instances of the society connector, and compares the gateway with and without them. */
@Command(
        name = "instances",
        mixinStandardHelpOptions = true,
        description = "Starts the gateway with many instances of one connector, and says what they cost.",
        footer = "Exit code 0: each has its lane, and a change of one touches one; 1: not. The figures decide nothing.")
public final class InstancesCommand implements Callable<Integer> {

    private static final String FILE = "io.renkei.connector.healthsociety-";
    private static final String MODEL = "06130012";
    private static final int FIRST = 10_000_000;
    private static final long PATIENCE_SECONDS = 300;

    @Option(names = "--count", defaultValue = "1000", description = "how many (${DEFAULT-VALUE})")
    private int count;

    @Option(names = "--settle", defaultValue = "15", description = "seconds before it measures (${DEFAULT-VALUE})")
    private long settle;

    @Option(names = "--script", required = true, description = "path of ./renkei")
    private Path script;

    @Option(names = "--base", required = true, description = "folder of the gateway's instance")
    private Path base;

    private OperatorShell shell;
    private WatchedProcess gateway;

    /** A start, and what it led to. */
    private record Measured(double seconds, long residentBytes, long threads) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        shell = new OperatorShell(script);
        gateway = new WatchedProcess(base.resolve("gateway.pid"));
        List<Path> files = files();
        remove(files);
        int usual = lanes();
        Measured without = start(usual);
        write(files);
        boolean alone;
        Measured with;
        try {
            with = start(usual + count);
            alone = changesAlone(files.get(count / 2));
        } finally {
            remove(files);
        }
        return tell(without, with, alone) ? 0 : 1;
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add(base.resolve("etc").resolve(FILE + (FIRST + i) + ".cfg"));
        }
        return files;
    }

    private void write(List<Path> files) throws IOException {
        String model = Files.readString(base.resolve("etc").resolve(FILE + MODEL + ".cfg"));
        for (int i = 0; i < files.size(); i++) {
            Files.writeString(files.get(i), model.replace(MODEL, Integer.toString(FIRST + i)));
        }
    }

    private static void remove(List<Path> files) throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    private Measured start(int lanes) throws IOException, InterruptedException {
        renkei("stop");
        long began = System.nanoTime();
        renkei("start");
        while (lanes() < lanes) {
            if (System.nanoTime() - began > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                throw new IOException("only " + lanes() + " of " + lanes + " lanes run");
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        TimeUnit.SECONDS.sleep(settle);
        Insides insides = Insides.of(gateway);
        System.out.printf("%d lanes run after %.1f s%n", lanes, seconds);
        return new Measured(seconds, gateway.residentBytes().orElse(0), insides.threads());
    }

    private int lanes() throws IOException, InterruptedException {
        int running = 0;
        for (JsonNode lane : shell.json("renkei:connector-list --json").path("lanes")) {
            running += lane.path("state").asText().equals("RUNNING") ? 1 : 0;
        }
        return running;
    }

    /** One setting of one instance: nobody else leaves its lane. */
    private boolean changesAlone(Path file) throws IOException, InterruptedException {
        long from = log().size();
        Files.writeString(file, Files.readString(file) + "\nresponse.timeout.millis = 9000\n");
        List<String> left = List.of();
        for (int i = 0; i < 40 && left.isEmpty(); i++) {
            TimeUnit.MILLISECONDS.sleep(500);
            left = log().stream()
                    .skip(from)
                    .filter(line -> line.contains("is no longer served by"))
                    .toList();
        }
        TimeUnit.SECONDS.sleep(2);
        left = log().stream()
                .skip(from)
                .filter(line -> line.contains("is no longer served by"))
                .toList();
        String own = file.getFileName().toString().replaceAll("\\D", "");
        return left.size() == 1 && left.get(0).contains(own);
    }

    private List<String> log() throws IOException {
        return Files.readAllLines(base.resolve("data").resolve("log").resolve("karaf.log"));
    }

    private void renkei(String command) throws IOException, InterruptedException {
        // Nobody may hold the pipe of a gateway that outlives this command.
        Process process = new ProcessBuilder(script.toString(), command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        if (process.waitFor() != 0) {
            throw new IOException("./renkei " + command + " failed with " + process.exitValue());
        }
    }

    private boolean tell(Measured without, Measured with, boolean alone) {
        Paint paint = Paint.ofTerminal();
        System.out.printf("%-10s %10s %10s %10s   aim for 1000%n", "", "without", "with " + count, "more");
        System.out.printf(
                "%-10s %8.1f s %8.1f s %8.1f s   30 s%n",
                "start", without.seconds(), with.seconds(), with.seconds() - without.seconds());
        System.out.printf(
                "%-10s %7d MB %7d MB %7d MB   150 MB%n",
                "memory",
                without.residentBytes() >> 20,
                with.residentBytes() >> 20,
                with.residentBytes() - without.residentBytes() >> 20);
        System.out.printf(
                "%-10s %10d %10d %10d   20%n",
                "threads", without.threads(), with.threads(), with.threads() - without.threads());
        System.out.println(paint.goodOrBad(
                alone, alone ? "good: a change of one touched one" : "bad: a change of one touched others"));
        return alone;
    }
}
