package io.renkei.bus.artemis.internal;

import static io.renkei.bus.artemis.internal.TestBroker.pointer;
import static io.renkei.bus.artemis.internal.TestBroker.pointers;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.ports.bus.Bus;
import io.renkei.ports.bus.BusUnavailable;
import io.renkei.ports.bus.Lane;
import io.renkei.ports.bus.Pointer;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@SuppressWarnings("try")
class ArtemisBusTest {

    private static final Lane LANE = new Lane("renkei.dispatch.hello-work");
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private TestBroker broker;

    @BeforeEach
    void open() throws Exception {
        broker = TestBroker.open(folder);
    }

    @AfterEach
    void close() throws Exception {
        broker.close();
    }

    private void restart() throws Exception {
        broker.close();
        broker = TestBroker.open(folder);
    }

    @Test
    void pointersArriveInTheOrderInWhichTheyWereSent() {
        broker.bus.send(LANE, pointers(1, 50));
        List<Pointer> taken = new CopyOnWriteArrayList<>();
        try (var lane = broker.bus.subscribe(LANE, 1, taken::add)) {
            await().atMost(LONG).until(() -> taken.size() == 50);
        }
        assertEquals(pointers(1, 50), taken);
    }

    @Test
    void aQueueWaitsForAReaderThatComesLaterAndForARestart() throws Exception {
        broker.bus.send(LANE, pointers(1, 3));
        restart();
        assertEquals(pointers(1, 3), drain());
    }

    @Test
    void oneIdHasOneMessageAlsoAfterARestart() throws Exception {
        broker.bus.send(LANE, pointers(1, 5));
        broker.bus.send(LANE, pointers(3, 8));
        restart();
        broker.bus.send(LANE, List.of(pointer(8)));
        assertEquals(pointers(1, 8), drain());
    }

    @Test
    void aMessageComesAgainUntilItsHandlerReturns() {
        AtomicInteger calls = new AtomicInteger();
        broker.bus.send(LANE, List.of(pointer(1)));
        try (var lane = broker.bus.subscribe(LANE, 1, pointer -> {
            if (calls.incrementAndGet() < 3) {
                throw new IllegalStateException("not yet");
            }
        })) {
            await().atMost(LONG).until(() -> calls.get() == 3);
        }
        assertEquals(List.of(), drain());
        assertEquals(0, broker.bus.deadLetters());
    }

    @Test
    void aMessageThatIsNeverHandledIsDeadAfterItsDeliveriesAndStopsNoOther() {
        AtomicInteger calls = new AtomicInteger();
        List<Pointer> taken = new CopyOnWriteArrayList<>();
        broker.bus.send(LANE, pointers(1, 3));
        try (var lane = broker.bus.subscribe(LANE, 1, pointer -> {
            if (pointer.id() == 2) {
                calls.incrementAndGet();
                throw new IllegalStateException("never");
            }
            taken.add(pointer);
        })) {
            await().atMost(LONG).until(() -> broker.bus.deadLetters() == 1 && taken.size() == 2);
        }
        assertEquals(3, calls.get(), "as many deliveries as the setting says");
        assertEquals(List.of(pointer(1), pointer(3)), taken);
    }

    @Test
    void closingWaitsForTheHandlerThatRuns() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        broker.bus.send(LANE, List.of(pointer(1)));
        Bus.Subscription lane = broker.bus.subscribe(LANE, 1, pointer -> {
            began.countDown();
            assertTrue(mayEnd.await(20, TimeUnit.SECONDS));
            ended.set(true);
        });
        assertTrue(began.await(20, TimeUnit.SECONDS));
        Thread closer = new Thread(lane::close);
        closer.start();
        await().atMost(LONG).until(() -> closer.getState() == Thread.State.WAITING);
        mayEnd.countDown();
        closer.join();
        assertTrue(ended.get());
        assertEquals(List.of(), drain());
    }

    @Test
    void aStoppedReaderTakesNothingMoreWhileAnotherGoesOnAndItsOwnHandlerEnds() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        List<Pointer> before = new CopyOnWriteArrayList<>();
        List<Pointer> after = new CopyOnWriteArrayList<>();
        broker.bus.send(LANE, List.of(pointer(1)));
        Bus.Subscription old = broker.bus.subscribe(LANE, 4, pointer -> {
            before.add(pointer);
            began.countDown();
            assertTrue(mayEnd.await(20, TimeUnit.SECONDS));
        });
        assertTrue(began.await(20, TimeUnit.SECONDS));
        old.stop();
        try (var next = broker.bus.subscribe(LANE, 4, after::add)) {
            broker.bus.send(LANE, pointers(2, 40));
            await().atMost(LONG).until(() -> after.size() == 39);
            assertEquals(1, mayEnd.getCount());
        } finally {
            mayEnd.countDown();
            old.close();
        }
        assertEquals(List.of(pointer(1)), before);
        assertEquals(List.of(), drain());
    }

    @Test
    void asManyHandlersRunAtOnceAsTheLaneHasReaders() throws Exception {
        CountDownLatch together = new CountDownLatch(4);
        broker.bus.send(LANE, pointers(1, 4));
        try (var lane = broker.bus.subscribe(LANE, 4, pointer -> {
            together.countDown();
            assertTrue(together.await(20, TimeUnit.SECONDS));
        })) {
            assertTrue(together.await(20, TimeUnit.SECONDS));
        }
        assertEquals(List.of(), drain());
    }

    @Test
    void nobodyConnectsWithoutThePassword() {
        BusSettings.External address = broker.address();
        for (BusSettings.External stranger : List.of(
                new BusSettings.External(address.url(), address.user(), "guess"),
                new BusSettings.External(address.url(), "admin", address.password()),
                new BusSettings.External(address.url(), null, null))) {
            try (ArtemisBus bus = new ArtemisBus(new Connections(stranger, 1_000), 3, broker.backlog())) {
                assertThrows(BusUnavailable.class, () -> bus.send(LANE, List.of(pointer(1))));
            }
        }
        assertEquals(List.of(), drain());
    }

    @Test
    void theBrokerMakesNoAddressByItselfAndDeletesNone() throws Exception {
        broker.bus.send(LANE, List.of(pointer(1)));
        try (ClientSession session = broker.connections().open().session()) {
            session.createProducer("renkei.unheard-of").send(session.createMessage(true));
            session.commit();
            assertTrue(
                    !session.addressQuery(SimpleString.of("renkei.unheard-of")).isExists());
            assertThrows(ActiveMQException.class, () -> session.deleteQueue(LANE.queue()));
            assertThrows(
                    ActiveMQException.class,
                    () -> session.createQueue(
                            QueueConfiguration.of("passing").setDurable(false).setTemporary(true)));
        }
        assertEquals(List.of(pointer(1)), drain());
    }

    @Test
    void whatIsNoPointerGoesToTheDeadLettersUnread() throws Exception {
        broker.bus.send(LANE, List.of(pointer(1)));
        try (ClientSession session = broker.connections().open().session()) {
            var producer = session.createProducer(LANE.queue());
            ClientMessage object = session.createMessage(Message.OBJECT_TYPE, true);
            object.getBodyBuffer().writeBytes(serialised());
            producer.send(object);
            ClientMessage malformed = session.createMessage(Message.TEXT_TYPE, true);
            malformed.getBodyBuffer().writeNullableSimpleString(SimpleString.of("{\"v\":1}"));
            producer.send(malformed);
            ClientMessage bytes = session.createMessage(Message.BYTES_TYPE, true);
            bytes.getBodyBuffer().writeBytes(new byte[3]);
            producer.send(bytes);
            ClientMessage cut = session.createMessage(Message.TEXT_TYPE, true);
            producer.send(cut);
            ClientMessage large = session.createMessage(Message.TEXT_TYPE, true);
            large.getBodyBuffer().writeNullableSimpleString(SimpleString.of("労".repeat(200_000)));
            producer.send(large);
            session.commit();
        }
        broker.bus.send(LANE, List.of(pointer(2)));
        List<Pointer> taken = new CopyOnWriteArrayList<>();
        try (var lane = broker.bus.subscribe(LANE, 1, taken::add)) {
            await().atMost(LONG).until(() -> taken.size() == 2 && broker.bus.deadLetters() == 5);
        }
        assertTrue(!Trap.SPRUNG.get(), "nothing was deserialised");
    }

    @Test
    void anErrorOfAHandlerDoesNotEndItsLane() {
        AtomicInteger calls = new AtomicInteger();
        broker.bus.send(LANE, List.of(pointer(1)));
        try (var lane = broker.bus.subscribe(LANE, 1, pointer -> {
            Thread.currentThread().interrupt();
            if (calls.incrementAndGet() == 1) {
                throw new NoClassDefFoundError("a bundle was replaced");
            }
        })) {
            await().atMost(LONG).until(() -> calls.get() == 2);
        }
        assertEquals(List.of(), drain());
    }

    @Test
    void readersThatWaitCloseAtOnce() {
        Bus.Subscription lane = broker.bus.subscribe(LANE, 4, pointer -> {});
        broker.bus.send(LANE, List.of(pointer(1)));
        await().atMost(LONG)
                .until(() -> readers().size() == 4
                        && readers().stream().allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING));
        assertTimeoutPreemptively(Duration.ofSeconds(5), lane::close, "well before its wait of 10 seconds is over");
        assertEquals(List.of(), readers());
        broker.bus.send(LANE, List.of(pointer(2)));
        assertEquals(List.of(pointer(2)), drain());
    }

    /** As a thousand lanes have to be of which few have a filing. */
    @Test
    void aLaneHasReadersOnlyWhileMessagesCome() throws Exception {
        hasReadersOnlyWhileMessagesCome(broker.backlog());
    }

    /** As where the broker is another process. */
    @Test
    void aLaneOfAnExternalBrokerHasReadersOnlyWhileMessagesCome() throws Exception {
        try (Connections connections = new Connections(broker.address(), 5_000)) {
            hasReadersOnlyWhileMessagesCome(new RemoteBacklog(connections));
        }
    }

    private void hasReadersOnlyWhileMessagesCome(Backlog backlog) throws Exception {
        List<Pointer> taken = new CopyOnWriteArrayList<>();
        try (ArtemisBus bus = new ArtemisBus(
                        new Connections(broker.address(), 5_000),
                        3,
                        backlog,
                        Duration.ofMillis(100),
                        Duration.ofMillis(50));
                Bus.Subscription lane = bus.subscribe(LANE, 2, taken::add)) {
            assertEquals(List.of(), readers());
            for (int i = 1; i <= 5; i++) {
                int wanted = i;
                // By this bus, which wakes the lane, and by another, whose messages are looked for.
                (i % 2 == 0 ? bus : broker.bus).send(LANE, List.of(pointer(i)));
                await().atMost(LONG).until(() -> taken.size() == wanted);
                await().atMost(LONG).until(() -> readers().isEmpty());
            }
        }
        assertEquals(pointers(1, 5), taken);
    }

    /** Some readers end in a lull in which one message kept another awake. */
    @Test
    void afterALullAsManyHandlersRunAtOnceAsBefore() throws Exception {
        AtomicInteger taken = new AtomicInteger();
        CountDownLatch together = new CountDownLatch(4);
        AtomicBoolean dense = new AtomicBoolean();
        try (ArtemisBus bus = new ArtemisBus(
                        new Connections(broker.address(), 5_000),
                        3,
                        broker.backlog(),
                        Duration.ofMillis(150),
                        Duration.ofMinutes(10));
                Bus.Subscription lane = bus.subscribe(LANE, 4, pointer -> {
                    taken.incrementAndGet();
                    if (dense.get()) {
                        together.countDown();
                        assertTrue(together.await(20, TimeUnit.SECONDS));
                    }
                })) {
            for (int i = 1; i <= 10; i++) {
                int wanted = i;
                bus.send(LANE, List.of(pointer(i)));
                await().atMost(LONG).until(() -> taken.get() == wanted);
                await().atMost(LONG).until(() -> readers().size() < 4);
            }
            dense.set(true);
            bus.send(LANE, pointers(11, 14));
            assertTrue(together.await(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void nothingIsLeftLyingWhenMessagesComeJustAsReadersEnd() throws Exception {
        AtomicInteger taken = new AtomicInteger();
        try (ArtemisBus bus = new ArtemisBus(
                        new Connections(broker.address(), 5_000),
                        3,
                        broker.backlog(),
                        Duration.ofMillis(1),
                        Duration.ofMinutes(10));
                Bus.Subscription lane = bus.subscribe(LANE, 2, pointer -> taken.incrementAndGet())) {
            for (int i = 1; i <= 300; i++) {
                bus.send(LANE, List.of(pointer(i)));
            }
            await().atMost(LONG).until(() -> taken.get() == 300);
        }
    }

    @Test
    void aThousandQuietLanesTakeOneThread() throws Exception {
        int before = Thread.activeCount();
        List<Bus.Subscription> lanes = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            lanes.add(broker.bus.subscribe(new Lane("renkei.dispatch.society." + i), 4, pointer -> {}));
        }
        assertTrue(Thread.activeCount() - before < 20, Thread.activeCount() + " threads, before " + before);
        lanes.forEach(Bus.Subscription::close);
    }

    private static List<Thread> readers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(LANE.queue() + "-"))
                .toList();
    }

    @Test
    void aFullDiskRefusesAndDoesNotHang() throws Exception {
        broker.close();
        broker = TestBroker.open(new BusSettings.Embedded(folder, 0, 64L << 20));
        await().atMost(LONG)
                .until(() -> broker.broker().server().getPagingManager().isDiskFull());
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThrows(BusUnavailable.class, () -> broker.bus.send(LANE, pointers(1, 3))));
        restart();
        broker.bus.send(LANE, pointers(1, 3));
        assertEquals(pointers(1, 3), drain(), "none of the refused was kept, and their ids are free");
    }

    @Test
    void whatDoesNotFitInMemoryIsPagedAndComesInOrder() throws Exception {
        broker.close();
        broker = TestBroker.open(new BusSettings.Embedded(folder, 99, 100_000));
        for (int from = 1; from <= 1_901; from += 100) {
            broker.bus.send(LANE, pointers(from, from + 99));
        }
        assertTrue(broker.broker()
                .server()
                .getPagingManager()
                .getPageStore(SimpleString.of(LANE.queue()))
                .isPaging());
        assertEquals(pointers(1, 2_000), drain());
    }

    @Test
    void nothingListensOnTheNetworkAndEachCommitIsSynced() {
        var configuration = broker.broker().server().getConfiguration();
        assertEquals(1, configuration.getAcceptorConfigurations().size());
        assertTrue(configuration.getAcceptorConfigurations().stream()
                .allMatch(acceptor -> acceptor.getFactoryClassName().endsWith("InVMAcceptorFactory")));
        assertTrue(configuration.isSecurityEnabled());
        assertTrue(configuration.isJournalDatasync());
        assertTrue(configuration.isJournalSyncTransactional());
        assertEquals(100_000, configuration.getJournalBufferTimeout_NIO());
    }

    @Test
    void aSecondBrokerOnTheSameJournalIsRefused() {
        var refusal = assertThrows(IllegalStateException.class, () -> TestBroker.open(folder));
        assertTrue(refusal.getMessage().startsWith("BUS-006"), refusal.getMessage());
    }

    @Test
    void noMessageIsLostWhenManyThreadsNameANewLaneAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            for (int round = 0; round < 10; round++) {
                Lane lane = new Lane("renkei.dispatch.new-" + round);
                broker.connections().drop(broker.connections().open().link());
                List<Callable<Void>> sends = new ArrayList<>();
                for (int id = 1; id <= 16; id++) {
                    Pointer pointer = pointer(id);
                    sends.add(() -> {
                        broker.bus.send(lane, List.of(pointer));
                        return null;
                    });
                }
                for (Future<Void> sent : threads.invokeAll(sends)) {
                    sent.get();
                }
                try (BusSession session = broker.connections().open()) {
                    // The broker counts a moment after it has taken.
                    await().atMost(LONG)
                            .until(() -> session.session()
                                            .queueQuery(SimpleString.of(lane.queue()))
                                            .getMessageCount()
                                    == 16);
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anEmptyBatchIsNothing() {
        broker.bus.send(LANE, List.of());
        assertEquals(List.of(), drain());
    }

    /** Reads the lane until nothing has come for a while, through a session of its own. */
    private List<Pointer> drain() {
        List<Pointer> taken = new CopyOnWriteArrayList<>();
        try (ClientSession session = broker.connections().open().session()) {
            SimpleString queue = SimpleString.of(LANE.queue());
            if (session.queueQuery(queue).isExists()) {
                session.start();
                var consumer = session.createConsumer(queue);
                for (ClientMessage m = consumer.receive(500); m != null; m = consumer.receive(200)) {
                    m.acknowledge();
                    taken.add(PointerText.read(
                                    m.getBodyBuffer().readNullableSimpleString().toString())
                            .orElseThrow());
                }
                session.commit();
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return taken;
    }

    private static byte[] serialised() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new Trap());
        }
        return bytes.toByteArray();
    }

    /** Notices when somebody reads it. */
    static final class Trap implements Serializable {
        private static final long serialVersionUID = 1L;
        static final AtomicBoolean SPRUNG = new AtomicBoolean();

        private Object readResolve() {
            SPRUNG.set(true);
            return this;
        }
    }
}
