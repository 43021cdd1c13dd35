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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Accepted means durable: a process that dies without warning loses nothing that it acknowledged. */
@Timeout(300)
class KilledProcessTest {

    private static final int ROUNDS = 1;

    /** More before another version of H2 is taken: {@code -Drenkei.kills=40}. */
    private static final int ROUNDS_OVER_OLD_SPACE = Integer.getInteger("renkei.kills", 4);

    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 60;

    @TempDir
    Path folder;

    @BeforeEach
    void makeTables() {
        H2Files.empty(folder);
    }

    @Test
    void keepsEveryAcknowledgedApplicationWhenTheProcessIsKilled() throws Exception {
        keepsWhatWasAcknowledged(ROUNDS, "");
    }

    /** By itself H2 writes over the space of old chunks after 45 seconds, longer than a test may take. */
    @Test
    void keepsThemTooWhenTheDatabaseWritesOverWhatItNeedsNoMore() throws Exception {
        keepsWhatWasAcknowledged(ROUNDS_OVER_OLD_SPACE, ";RETENTION_TIME=100");
    }

    private void keepsWhatWasAcknowledged(int rounds, String more) throws Exception {
        List<String> acknowledged = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            List<String> now = admitUntilKilled(more);
            assertTrue(now.size() >= ACKNOWLEDGED_BEFORE_THE_KILL);
            acknowledged.addAll(now);
            try (Journal journal = Journal.open(settings(folder, more))) {
                for (String line : acknowledged) {
                    requireWhole(journal, line);
                }
            }
        }
    }

    /** What the process printed as acknowledged before it was killed; a last line without its end does not count. */
    private List<String> admitUntilKilled(String more) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Admitter.class.getName(),
                        folder.toString(),
                        more)
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

    private static JournalSettings settings(Path folder, String more) {
        JournalSettings usual = H2Files.none(folder);
        return new JournalSettings(
                usual.url() + more,
                usual.user(),
                usual.password(),
                usual.poolSize(),
                usual.poolWaitMillis(),
                usual.masterKey(),
                usual.diskFreeMinBytes());
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
            Journal journal = Journal.open(settings(Path.of(arguments[0]), arguments[1]));
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
