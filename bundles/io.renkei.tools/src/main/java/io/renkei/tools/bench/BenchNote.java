package io.renkei.tools.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.tools.client.OperatorShell;
import io.renkei.tools.pki.TrustedCrowd;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.StreamSupport;

/**
 * What a bench changes in the instance for as long as it runs: the provider's bound on what a site asks, and the authority of its people. It
 * stands in a file beside the instance before anything is changed, so that the next bench or start puts back what a killed one left.
 */
final class BenchNote implements AutoCloseable {

    private static final String PROVIDER = "io.renkei.door.oidc";
    private static final String RATE = "site.requests.per.minute";
    private static final String RAISED = "100000";

    private static final String PID = "pid";
    private static final String STARTED = "started";
    private static final String RATE_BEFORE = "rate.before";

    private final Path file;
    private final Path pki;
    private final OperatorShell shell;
    private final Properties said;

    private BenchNote(Path file, Path pki, OperatorShell shell, Properties said) {
        this.file = file;
        this.pki = pki;
        this.shell = shell;
        this.said = said;
    }

    /**
     * Notes this process; what a killed one left is put back first.
     *
     * @param pki folder of the sandbox's keys
     * @throws IOException if another bench is under way
     */
    static BenchNote begin(Path file, Path pki, OperatorShell shell) throws IOException, InterruptedException {
        Optional<BenchNote> other = read(file, pki, shell);
        if (other.isPresent()) {
            if (other.get().isUnderWay()) {
                throw new IOException("another bench is under way, process "
                        + other.get().said.getProperty(PID));
            }
            other.get().close();
        }
        ProcessHandle self = ProcessHandle.current();
        Properties said = new Properties();
        said.setProperty(PID, Long.toString(self.pid()));
        said.setProperty(STARTED, started(self));
        BenchNote note = new BenchNote(file, pki, shell, said);
        note.write();
        return note;
    }

    /** That of a bench that is gone, if one stands there. */
    static Optional<BenchNote> left(Path file, Path pki, OperatorShell shell) throws IOException {
        return read(file, pki, shell).filter(note -> !note.isUnderWay());
    }

    private static Optional<BenchNote> read(Path file, Path pki, OperatorShell shell) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties said = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            said.load(reader);
        }
        return Optional.of(new BenchNote(file, pki, shell, said));
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }

    /** A number that another process has meanwhile is not that of a bench. */
    private boolean isUnderWay() {
        return Optional.of(said.getProperty(PID, ""))
                .filter(pid -> pid.matches("[0-9]{1,18}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(process -> started(process).equals(said.getProperty(STARTED, "")))
                .isPresent();
    }

    private void write() throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (Writer writer = Files.newBufferedWriter(fresh)) {
            said.store(writer, "What ./renkei bench changed; the next bench or start puts it back.");
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Lets a site ask the provider as often as a bench does. */
    void raiseRate() throws IOException, InterruptedException {
        said.setProperty(RATE_BEFORE, rate().path("file").asText(""));
        write();
        shell.run("renkei:setting-set " + PROVIDER + " " + RATE + " " + RAISED);
    }

    private JsonNode rate() throws IOException, InterruptedException {
        JsonNode settings = shell.json("renkei:setting-list --json " + PROVIDER).path("settings");
        return StreamSupport.stream(settings.spliterator(), false)
                .filter(each -> each.path("key").asText().equals(RATE))
                .findFirst()
                .orElseThrow(() -> new IOException("the provider has no setting " + RATE));
    }

    /** Puts everything back and forgets it. What somebody set meanwhile stays. */
    @Override
    public void close() throws IOException, InterruptedException {
        TrustedCrowd.remove(pki);
        String before = said.getProperty(RATE_BEFORE);
        if (before != null && rate().path("inUse").asText().equals(RAISED)) {
            shell.run(
                    before.isEmpty()
                            ? "renkei:setting-set --default " + PROVIDER + " " + RATE
                            : "renkei:setting-set " + PROVIDER + " " + RATE + " " + before);
        }
        Files.delete(file);
    }
}
