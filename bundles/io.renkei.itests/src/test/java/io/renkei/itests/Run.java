package io.renkei.itests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One finished run of {@code ./renkei}.
 *
 * @param exit its exit code
 * @param output what it printed, both streams
 */
record Run(int exit, String output) {

    private static final long MINUTES = 10;

    /** A machine that does much else needs its time; a start that goes well waits for none of it. */
    private static final String BOOT_SECONDS = "240";

    /** @param environment beside what is inherited */
    static Run renkei(Path home, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        // A file and not a pipe: the gateway outlives the command that started it and would keep a pipe open.
        Path output = Files.createTempFile("renkei-run", ".log");
        try {
            Process process = begin(home, environment, output, arguments);
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(List.of(arguments) + " did not end: " + Files.readString(output));
            }
            return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
        }
    }

    /** One that goes on, and writes both streams into a file. */
    static Process begin(Path home, Map<String, String> environment, Path output, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("renkei.top"), "renkei").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(output.toFile());
        builder.environment().put("RENKEI_HOME", home.toString());
        builder.environment().putIfAbsent("RENKEI_BOOT_SECONDS", BOOT_SECONDS);
        builder.environment().putAll(environment);
        builder.environment().remove("LANG");
        return builder.start();
    }

    /** This run, if it ended well. */
    Run good() {
        if (exit != 0) {
            throw new AssertionError("exit " + exit + ": " + output);
        }
        return this;
    }
}
