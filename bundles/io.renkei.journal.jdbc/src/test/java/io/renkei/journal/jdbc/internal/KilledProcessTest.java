package io.renkei.journal.jdbc.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.SenderNumber;
import io.renkei.journal.jdbc.HashChain;
import io.renkei.ports.state.Admission;
import io.renkei.ports.state.ApplicationView;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.JournalRow;
import io.renkei.ports.state.NewApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Accepted means durable: a process that dies without warning loses nothing that it acknowledged. */
@Timeout(120)
class KilledProcessTest {

    private static final int ROUNDS = 3;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 60;

    @TempDir
    Path folder;

    @Test
    void keepsEveryAcknowledgedApplicationWhenTheProcessIsKilled() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<String> more = admitUntilKilled();
            assertTrue(more.size() >= ACKNOWLEDGED_BEFORE_THE_KILL);
            acknowledged.addAll(more);
            try (Journal journal = Journal.open(TestDatabase.h2(folder))) {
                for (String line : acknowledged) {
                    requireWhole(journal, line);
                }
            }
        }
    }

    /** What the process printed as acknowledged before it was killed; a last line without its end does not count. */
    private List<String> admitUntilKilled() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Admitter.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = new ArrayList<>();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.endsWith(".")) {
                    lines.add(line.substring(0, line.length() - 1));
                }
                if (lines.size() == ACKNOWLEDGED_BEFORE_THE_KILL) {
                    // Not of the process, which would close its output with what is still in it.
                    process.toHandle().destroyForcibly();
                }
            }
            assertTrue(process.waitFor(10, TimeUnit.SECONDS));
            assertEquals(128 + 9, process.exitValue(), "it died of SIGKILL");
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }

    private static void requireWhole(Journal journal, String line) throws IOException {
        String[] parts = line.split(" ");
        ArrivalNumber number = new ArrivalNumber(parts[0]);
        ApplicationView view = journal.applications().find(number).orElseThrow(() -> new AssertionError(line));
        assertEquals(2, view.filings().size());
        List<JournalRow> rows = journal.applications().timeLine(number);
        assertEquals(1, rows.size());
        assertEquals(Optional.empty(), HashChain.verify(rows));
        assertEquals(new SenderNumber(parts[1]), view.senderNumber());
        assertArrayEquals(
                ("receipt of " + number).getBytes(StandardCharsets.UTF_8),
                journal.applications().receipt(Samples.PARTNER, number).orElseThrow());
        for (FilingView filing : view.filings()) {
            assertArrayEquals(
                    Samples.body(filing.key()),
                    journal.filings().matter(filing.key()).orElseThrow().body());
        }
        try (var body = journal.contents().open(UUID.fromString(parts[2]))) {
            assertArrayEquals("package".getBytes(StandardCharsets.UTF_8), body.readAllBytes());
        }
    }

    /** The process that is killed: four threads admit, and print what was acknowledged. */
    static final class Admitter {

        private Admitter() {}

        public static void main(String[] arguments) {
            Journal journal = Journal.open(TestDatabase.h2(Path.of(arguments[0])));
            for (int i = 0; i < 4; i++) {
                new Thread(() -> admitForEver(journal)).start();
            }
        }

        private static void admitForEver(Journal journal) {
            while (true) {
                NewApplication application = Samples.application(journal.contents(), 2);
                if (!(journal.applications().admit(application) instanceof Admission.Admitted)) {
                    throw new IllegalStateException("a fresh application is admitted");
                }
                System.out.println(application.number().digits() + " "
                        + application.senderNumber().value() + " "
                        + application.packageContent().ref().id() + ".");
                System.out.flush();
            }
        }
    }
}
