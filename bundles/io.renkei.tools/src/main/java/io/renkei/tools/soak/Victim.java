package io.renkei.tools.soak;

import io.renkei.tools.process.WatchedProcess;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process that is killed (SIGKILL) and started again. */
final class Victim {

    private static final long START_MINUTES = 10;
    private static final long KILL_SECONDS = 20;

    private final String name;
    private final WatchedProcess process;
    private final String start;

    /** @param start the command that starts it and returns when it is ready, for a shell */
    Victim(String name, WatchedProcess process, String start) {
        this.name = name;
        this.process = process;
        this.start = start;
    }

    String name() {
        return name;
    }

    /** Nothing of it runs when this returns. */
    void kill() throws IOException, InterruptedException {
        ProcessHandle handle = ProcessHandle.of(process.pid())
                .orElseThrow(() -> new IOException("the " + name + " does not run; nothing was killed"));
        handle.destroyForcibly();
        try {
            handle.onExit().get(KILL_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the " + name + " did not die", e);
        }
    }

    /** @throws IOException if it does not start */
    void start() throws IOException, InterruptedException {
        Process starter = new ProcessBuilder("sh", "-c", start)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!starter.waitFor(START_MINUTES, TimeUnit.MINUTES) || starter.exitValue() != 0) {
            throw new IOException("the " + name + " did not start again; look at its log");
        }
    }
}
