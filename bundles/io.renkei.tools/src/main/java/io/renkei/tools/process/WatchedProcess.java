package io.renkei.tools.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process by its pid file. */
public final class WatchedProcess {

    private static final int UTIME = 11;
    private static final double TICKS = 100;
    private static final Pattern HEAP = Pattern.compile("(?m)^\\s*(?:garbage-first heap|def new generation|"
            + "tenured generation|PSYoungGen|ParOldGen)\\s.*?used (\\d+)K");
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s*(\\d+) kB");

    private final Path pidFile;

    public WatchedProcess(Path pidFile) {
        this.pidFile = pidFile;
    }

    /** @throws IOException if there is no pid file */
    public long pid() throws IOException {
        return Long.parseLong(
                Files.readString(pidFile, StandardCharsets.US_ASCII).strip());
    }

    /** User and system time so far, in seconds; empty where /proc cannot be read. */
    public OptionalDouble cpuSeconds() {
        try {
            String stat = Files.readString(proc("stat"), StandardCharsets.ISO_8859_1);
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return OptionalDouble.of((Long.parseLong(fields[UTIME]) + Long.parseLong(fields[UTIME + 1])) / TICKS);
        } catch (IOException e) {
            return OptionalDouble.empty();
        }
    }

    /** Resident memory in bytes; empty where /proc cannot be read. */
    public OptionalLong residentBytes() {
        try {
            return kilobytes(RESIDENT.matcher(Files.readString(proc("status"), StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** Heap in use after a full collection, in bytes; empty without jcmd. */
    public OptionalLong heapAfterCollection() throws InterruptedException {
        try {
            jcmd("GC.run");
            return kilobytes(HEAP.matcher(jcmd("GC.heap_info")));
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private Path proc(String file) throws IOException {
        return Path.of("/proc", Long.toString(pid()), file);
    }

    String jcmd(String command) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), Long.toString(pid()), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(30, TimeUnit.SECONDS);
        return said;
    }

    private static OptionalLong kilobytes(Matcher matcher) {
        long sum = 0;
        while (matcher.find()) {
            sum += Long.parseLong(matcher.group(1)) << 10;
        }
        return sum == 0 ? OptionalLong.empty() : OptionalLong.of(sum);
    }
}
