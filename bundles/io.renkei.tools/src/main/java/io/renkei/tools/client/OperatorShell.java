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
    private static final int QUESTIONS = 3;
    private static final long PAUSE_MILLIS = 200;

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

    /**
     * The answer to a question, which changes nothing: it is asked again where the connection ended before a long answer did.
     *
     * @throws IOException if it fails each time
     */
    public JsonNode ask(String question) throws IOException, InterruptedException {
        for (int i = 1; i < QUESTIONS; i++) {
            try {
                return json(question);
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
        return json(question);
    }

    public JsonNode json(String command) throws IOException, InterruptedException {
        return JSON.readTree(run(command));
    }
}
