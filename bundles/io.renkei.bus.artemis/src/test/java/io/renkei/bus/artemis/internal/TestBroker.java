package io.renkei.bus.artemis.internal;

import io.renkei.ports.bus.Pointer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A real broker with a bus, in a folder of its own, that can be closed and opened again. */
@SuppressWarnings("try")
final class TestBroker implements AutoCloseable {

    private static final int ATTEMPTS = 3;

    private final EmbeddedBroker broker;
    private final Connections connections;
    final ArtemisBus bus;

    private TestBroker(EmbeddedBroker broker) {
        this.broker = broker;
        this.connections = new Connections(broker.address(), 5_000);
        this.bus = new ArtemisBus(connections, ATTEMPTS, broker.backlog());
    }

    /** As the gateway has it that starts this broker. */
    Backlog backlog() {
        return broker.backlog();
    }

    static TestBroker open(Path folder) throws Exception {
        return open(new BusSettings.Embedded(folder, 99, 64L << 20));
    }

    static TestBroker open(BusSettings.Embedded place) throws Exception {
        EmbeddedBroker broker = new EmbeddedBroker(
                new BusSettings(place, ATTEMPTS, Duration.ofMillis(20), Duration.ofSeconds(5)), place);
        broker.start();
        return new TestBroker(broker);
    }

    EmbeddedBroker broker() {
        return broker;
    }

    BusSettings.External address() {
        return broker.address();
    }

    Connections connections() {
        return connections;
    }

    static Pointer pointer(long id) {
        return new Pointer(id, "202604011234567897-" + String.format("%02d", id % 90 + 1));
    }

    static List<Pointer> pointers(long from, long to) {
        List<Pointer> pointers = new ArrayList<>();
        for (long id = from; id <= to; id++) {
            pointers.add(pointer(id));
        }
        return pointers;
    }

    @Override
    public void close() throws Exception {
        bus.close();
        broker.close();
    }
}
