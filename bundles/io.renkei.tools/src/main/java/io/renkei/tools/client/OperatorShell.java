package io.renkei.tools.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Runs commands in the gateway's shell, by {@code renkei client}. */
public final class OperatorShell {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 30;

    private final Path script;

    /** @param script the path of {@code renkei} */
    public OperatorShell(Path script) {
        this.script = script;
    }

    /** @throws IOException if the command fails */
    public String run(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(script.toString(), "client", command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("no answer to: " + command);
        }
        if (process.exitValue() != 0) {
            throw new IOException(command + ": " + said.strip());
        }
        return said;
    }

    public JsonNode json(String command) throws IOException, InterruptedException {
        return JSON.readTree(run(command));
    }
}
