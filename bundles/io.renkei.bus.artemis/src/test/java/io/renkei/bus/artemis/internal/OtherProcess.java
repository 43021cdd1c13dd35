package io.renkei.bus.artemis.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java process of the same class path, whose lines are read and which is killed without warning. */
@SuppressWarnings("try")
final class OtherProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader lines;

    OtherProcess(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The body of such a process: a failure ends it with its stack, whatever threads still run. */
    static void runOrExit(Body body) {
        try {
            body.run();
        } catch (Exception e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    /** What such a process does. */
    interface Body {
        void run() throws Exception;
    }

    /** The next line, or null when the process has ended and all was read. */
    String line() throws IOException {
        return lines.readLine();
    }

    /** SIGKILL; what it had printed can still be read. */
    void kill() throws InterruptedException {
        // Through its handle: Process.destroyForcibly would close the pipe with the lines that were not read yet.
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
