package io.renkei.sandbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushTest {

    private static final Pushing TAX = new Pushing() {
        @Override
        public boolean covers(String destination) {
            return destination.equals("e-tax");
        }

        @Override
        public Message message(Ledger.Entry submission) {
            byte[] body = submission.filing().getBytes(StandardCharsets.UTF_8);
            return new Message("ministry-e-tax", URI.create("/notices"), "application/xml", Map.of(), body);
        }
    };

    @TempDir
    Path directory;

    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());

    @Test
    void pushesOncePerFilingAndUntilItIsTaken() throws IOException {
        AtomicInteger tries = new AtomicInteger();
        try (Ledger ledger = Ledger.open(directory, Clock.systemUTC());
                Push push = push(ledger, message -> tries.incrementAndGet() < 3 ? 503 : take(message))) {
            push.start();
            submit(ledger, "e-tax", "a-01");
            submit(ledger, "e-tax", "a-01");
            submit(ledger, "hello-work", "a-02");
            awaitPushed(ledger, "a-01");
        }
        assertEquals(List.of("a-01"), taken);
    }

    @Test
    void aKillLosesNoPush() throws IOException {
        try (Ledger ledger = Ledger.open(directory, Clock.systemUTC());
                Push push = push(ledger, message -> {
                    throw new IOException("the gateway is away");
                })) {
            push.start();
            submit(ledger, "e-tax", "a-01");
        }
        try (Ledger ledger = Ledger.open(directory, Clock.systemUTC());
                Push push = push(ledger, this::take)) {
            push.start();
            awaitPushed(ledger, "a-01");
        }
        try (Ledger ledger = Ledger.open(directory, Clock.systemUTC());
                Push push = push(ledger, this::take)) {
            push.start();
            submit(ledger, "e-tax", "a-02");
            awaitPushed(ledger, "a-02");
        }
        assertEquals(List.of("a-01", "a-02"), taken);
    }

    private Push push(Ledger ledger, Push.Courier courier) {
        Clock clock = Clock.systemUTC();
        return new Push(ledger, Progress.every(clock, ledger, Duration.ofMillis(10)), clock, courier, List.of(TAX));
    }

    private int take(Pushing.Message message) {
        taken.add(new String(message.body(), StandardCharsets.UTF_8));
        return 202;
    }

    private static void submit(Ledger ledger, String destination, String filing) {
        ledger.append(destination, filing, Ledger.SUBMISSION, n -> "r" + n, "00", Map.of());
    }

    private static void awaitPushed(Ledger ledger, String filing) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> ledger.first("e-tax", filing, Push.PUSHED).isPresent());
    }
}
