package io.renkei.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.spi.MinistryConnector.Health;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** What each contract checks alike: probes, codes, silence and threads. */
final class Checks {

    /** A probe may take a second; the rest is for a machine under load. */
    private static final Duration PROBE = Duration.ofMillis(1_500);

    /** More instances than a machine keeps threads for itself, and how long threads of theirs may take to end. */
    private static final int INSTANCES = 16;

    private static final Duration ENDING = Duration.ofSeconds(5);

    private Checks() {}

    static void assertUp(Callable<Health> probe) throws Exception {
        long began = System.nanoTime();
        Health health = probe.call();
        assertWithin(PROBE, began);
        assertEquals(Health.UP, health);
    }

    static void assertGivesUp(Callable<Health> probe) throws Exception {
        long began = System.nanoTime();
        Health health = probe.call();
        assertWithin(PROBE, began);
        assertFalse(health.reachable());
        assertFalse(health.code().isEmpty(), "a failed probe has a code");
    }

    /**
     * The machine may keep a few threads of its own; a thread per instance is one too many.
     *
     * @param server fresh, for all of them
     * @param instance makes one that reaches the server, uses it and lets it go
     */
    static <S extends AutoCloseable> void assertLeaveNoThread(Callable<S> server, ThrowingConsumer<S> instance)
            throws Throwable {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (S own = server.call()) {
            for (int i = 0; i < INSTANCES; i++) {
                instance.accept(own);
            }
        }
        List<Thread> left = new ArrayList<>(Thread.getAllStackTraces().keySet());
        left.removeAll(before);
        long end = System.nanoTime() + ENDING.toNanos();
        for (Thread thread : left) {
            thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
        left.removeIf(thread -> !thread.isAlive());
        assertTrue(left.size() < INSTANCES, () -> INSTANCES + " instances left " + left);
    }

    static void assertCode(Exception failure) {
        assertTrue(failure.getMessage().matches("[A-Z]+-[A-Z0-9-]+"), "it carries the connector's code");
    }

    static void assertWithin(Duration longest, long began) {
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertTrue(took.compareTo(longest) <= 0, () -> took + " is longer than " + longest);
    }

    /** A port of this machine at which nobody listens. */
    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
