package io.renkei.bus.artemis.internal;

import static io.renkei.bus.artemis.internal.TestBroker.pointer;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.ports.bus.BusUnavailable;
import io.renkei.ports.bus.Lane;
import io.renkei.ports.bus.Pointer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@SuppressWarnings("try")
class CrashTest {

    private static final Lane LANE = new Lane("renkei.fanout");
    private static final Duration LONG = Duration.ofSeconds(30);

    /** More in a long run: {@code -Drenkei.kills=200}. */
    private static final int KILLS = Integer.getInteger("renkei.kills", 1);

    @TempDir
    Path folder;

    @Test
    void noAcknowledgedMessageIsLostWhenTheProcessIsKilled() throws Exception {
        long seed = Long.getLong("renkei.seed", System.nanoTime());
        System.out.println("renkei.seed=" + seed);
        Random random = new Random(seed);
        long acknowledged = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            long next = acknowledged + 1;
            try (OtherProcess process =
                    new OtherProcess(SendingProcess.class, folder.toString(), Long.toString(next))) {
                int batches = 1 + random.nextInt(150);
                for (int i = 0; i < batches; i++) {
                    acknowledged = Long.parseLong(process.line());
                }
                process.kill();
                for (String line = process.line(); line != null; line = process.line()) {
                    acknowledged = Long.parseLong(line);
                }
            }
        }
        Set<Long> there = ids();
        Set<Long> missing = LongStream.rangeClosed(1, acknowledged)
                .boxed()
                .filter(id -> !there.contains(id))
                .collect(Collectors.toSet());
        assertEquals(Set.of(), missing);
        assertTrue(there.size() <= acknowledged + 3, "the last batch may have arrived unacknowledged, no more");
    }

    private Set<Long> ids() throws Exception {
        Set<Long> ids = new ConcurrentSkipListSet<>();
        try (TestBroker broker = TestBroker.open(folder)) {
            Pointer last = pointer(Long.MAX_VALUE);
            broker.bus.send(LANE, List.of(last));
            try (var lane = broker.bus.subscribe(LANE, 1, pointer -> assertTrue(ids.add(pointer.id()), "twice"))) {
                await().atMost(LONG).until(() -> ids.contains(last.id()));
            }
            assertEquals(0, broker.bus.deadLetters());
            ids.remove(last.id());
        }
        return ids;
    }

    @Test
    void aMessageInHandlingComesAgainWhenTheProcessIsKilled() throws Exception {
        try (TestBroker broker = TestBroker.open(folder)) {
            broker.bus.send(LANE, List.of(pointer(7)));
        }
        try (OtherProcess process = new OtherProcess(HandlingProcess.class, folder.toString())) {
            assertEquals("7", process.line(), "its handler runs, and never ends");
        }
        Set<Long> taken = new ConcurrentSkipListSet<>();
        try (TestBroker broker = TestBroker.open(folder);
                var lane = broker.bus.subscribe(LANE, 1, pointer -> taken.add(pointer.id()))) {
            await().atMost(LONG).until(() -> taken.contains(7L));
        }
    }

    @Test
    void anExternalBrokerIsUsedByConfigurationAloneAndMayGoAndComeBack() throws Exception {
        String password = Long.toHexString(new Random().nextLong());
        int port = freePort();
        var external = new BusSettings.External("tcp://127.0.0.1:" + port, "renkei", password);
        Set<Long> taken = new ConcurrentSkipListSet<>();
        Connections connections = new Connections(external, 2_000);
        try (ArtemisBus bus = new ArtemisBus(connections, 3, new RemoteBacklog(connections));
                var lane = bus.subscribe(LANE, 1, pointer -> taken.add(pointer.id()))) {
            assertThrows(BusUnavailable.class, () -> bus.send(LANE, List.of(pointer(1))));
            try (OtherProcess broker = broker(port, password)) {
                bus.send(LANE, List.of(pointer(1)));
                await().atMost(LONG).until(() -> taken.contains(1L));
            }
            assertThrows(BusUnavailable.class, () -> bus.send(LANE, List.of(pointer(2))));
            try (OtherProcess broker = broker(port, password)) {
                bus.send(LANE, List.of(pointer(2), pointer(3)));
                await().atMost(LONG).until(() -> taken.containsAll(Set.of(2L, 3L)));
            }
        }
    }

    private OtherProcess broker(int port, String password) throws Exception {
        OtherProcess process =
                new OtherProcess(BrokerProcess.class, folder.toString(), Integer.toString(port), password);
        assertEquals("ready", process.line());
        return process;
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
