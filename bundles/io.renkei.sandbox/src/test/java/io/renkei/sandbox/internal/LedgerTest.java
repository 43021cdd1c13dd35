package io.renkei.sandbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    @TempDir
    Path directory;

    @Test
    void knowsAfterAKillWhatItHadTaken() throws IOException {
        Ledger ledger = open();
        Ledger.Entry entry = submit(ledger, "a-01");
        Ledger again = open();
        assertEquals(entry, again.first("hello-work", "a-01", Ledger.SUBMISSION).orElseThrow());
        assertEquals(
                entry,
                again.byRemoteId("hello-work", entry.remoteId(), Ledger.SUBMISSION)
                        .orElseThrow());
    }

    @Test
    void cutsATornLastLineOff() throws IOException {
        try (Ledger ledger = open()) {
            submit(ledger, "a-01");
        }
        Files.writeString(directory.resolve("ledger.jsonl"), "{\"number\":2,\"at\":", StandardOpenOption.APPEND);
        try (Ledger ledger = open()) {
            submit(ledger, "a-02");
        }
        try (Ledger ledger = open()) {
            assertEquals(2, ledger.after(0).size());
            assertEquals(2, ledger.after(1).get(0).number());
        }
        assertEquals(
                2,
                Files.readAllLines(directory.resolve("ledger.jsonl"), StandardCharsets.UTF_8)
                        .size());
    }

    @Test
    void marksASecondSubmissionOfAFilingAsDoubled() throws IOException {
        try (Ledger ledger = open()) {
            assertFalse(submit(ledger, "a-01").doubled());
            assertTrue(submit(ledger, "a-01").doubled());
            assertFalse(submit(ledger, "a-02").doubled());
            Ledger.Count count = ledger.statistics().get("hello-work");
            assertEquals(3, count.submissions());
            assertEquals(2, count.distinct());
            assertEquals(1, count.doubled());
        }
    }

    @Test
    void writersAtTheSameTimeLoseNothing() throws IOException {
        try (Ledger ledger = open()) {
            IntStream.range(0, 400).parallel().forEach(i -> submit(ledger, "a-" + i));
        }
        try (Ledger ledger = open()) {
            assertEquals(400, ledger.after(0).size());
            assertEquals(400, ledger.statistics().get("hello-work").distinct());
        }
    }

    private Ledger open() throws IOException {
        return Ledger.open(directory, Clock.systemUTC());
    }

    private static Ledger.Entry submit(Ledger ledger, String filing) {
        return ledger.append("hello-work", filing, Ledger.SUBMISSION, n -> "r" + n, "00", Map.of("name", "試験　花子"));
    }
}
