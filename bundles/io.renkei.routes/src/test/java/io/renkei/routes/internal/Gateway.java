package io.renkei.routes.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingContent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingPurpose;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.Sha256;
import io.renkei.api.spi.DispatchTask.Part;
import io.renkei.api.spi.PackageFiles;
import io.renkei.ports.content.MemoryContents;
import io.renkei.ports.filing.FilingBodies;
import io.renkei.ports.filing.FilingBody;
import io.renkei.ports.payments.MemoryPayments;
import io.renkei.ports.state.FilingMatter;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.Outbox;
import io.renkei.ports.state.OutboxKind;
import io.renkei.ports.state.Pace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** A route host on ports in memory, with quick pauses. */
final class Gateway implements AutoCloseable {

    static final PartnerId ACME = new PartnerId("acme");
    static final Duration HEIR_WAITS = Duration.ofMillis(300);
    static final byte[] FILE = "<届書>山田　太郎</届書>".getBytes(StandardCharsets.UTF_8);
    static final Part PART = new Part("form", "届書.xml", true, "application/xml", FILE.length, Sha256.of(FILE));

    final MemoryBus bus = new MemoryBus();
    final MemoryState state = new MemoryState(bus);
    final MemoryContents contents = new MemoryContents();
    final TakenNotices notices = new TakenNotices();
    final MemoryBoxes boxes = new MemoryBoxes();
    final MemoryPayments payments = new MemoryPayments();
    final MemoryWords words = new MemoryWords();
    final MemoryHolds holds = new MemoryHolds(state.clock);
    final ToyHours hours = new ToyHours();
    final Deadlines deadlines = new Deadlines();
    volatile RoutesSettings settings = settings(Duration.ofSeconds(10));
    final RouteHost host = new RouteHost(
            new Kernel(
                    state,
                    new MemoryApplications(state),
                    new EmptyOutbox(),
                    contents,
                    bytes -> new OneFile(bytes),
                    bus,
                    () -> Optional.of(notices),
                    () -> Optional.of(notices),
                    () -> Optional.of(boxes),
                    () -> Optional.of(new MemoryDesk(payments, state.clock)),
                    () -> Optional.of(payments),
                    () -> Optional.of(words),
                    holds::holds,
                    () -> Optional.of(hours),
                    deadlines,
                    state.clock,
                    () -> settings),
            HEIR_WAITS);
    private int made;

    Gateway() {
        host.start();
    }

    static RoutesSettings settings(Duration leaseMargin) {
        return settings(leaseMargin, 20, 6_000, 3);
    }

    static RoutesSettings settings(Duration leaseMargin, int retryShare, int retryReserve, int breakerFailures) {
        Duration quick = Duration.ofMillis(20);
        return new RoutesSettings(
                "node-1",
                leaseMargin,
                quick,
                quick,
                quick,
                quick,
                new Pace(quick, quick.multipliedBy(4)),
                Duration.ofMinutes(1),
                quick,
                quick,
                Duration.ofDays(14),
                4,
                breakerFailures,
                Duration.ofMillis(30),
                Duration.ofMillis(100),
                retryShare,
                retryReserve);
    }

    void add(ToyConnector connector) {
        add(connector, Gateway.class.getClassLoader());
    }

    void add(ToyConnector connector, ClassLoader bundle) {
        host.add(connector, new ConnectorSource("io.renkei.connector.toy/0.1.0", "toy", bundle, false));
    }

    /** A new filing of an application of its own. */
    FilingKey filing(FilingState in) {
        return filing(in, ToyConnector.HELLO_WORK);
    }

    synchronized FilingKey filing(FilingState in, DestinationId destination) {
        FilingKey key = new FilingKey(number(++made), 1);
        UUID content = contents.put(FILE).id();
        FilingContent items = new FilingContent(Map.of(new ItemId("employee.name"), new ItemValue.Text("山田　太郎")));
        FilingMatter matter = new FilingMatter(
                new ProcedureId("12"),
                destination,
                ACME,
                Instant.EPOCH,
                Sha256.of(FILE),
                content,
                FilingBodies.write(new FilingBody(items, "egov", List.of(PART))));
        state.put(
                new FilingView(
                        key,
                        matter.procedure(),
                        destination,
                        in,
                        1,
                        in == FilingState.READY ? 0 : 1,
                        Optional.empty(),
                        Optional.empty(),
                        List.of()),
                matter);
        return key;
    }

    /** What answers a filing, ready to go. @param body as it is stored */
    synchronized FilingKey answer(FilingKey earlier, FilingPurpose purpose, byte[] body) {
        FilingKey key = new FilingKey(earlier.application(), state.rows.size() + 1);
        FilingMatter matter = state.matter(earlier).orElseThrow();
        FilingMatter own = new FilingMatter(
                matter.procedure(),
                matter.destination(),
                matter.sender(),
                matter.arrived(),
                matter.packageDigest(),
                matter.packageContent(),
                body.length == 0 ? matter.body() : body);
        state.put(
                new FilingView(
                        key,
                        own.procedure(),
                        own.destination(),
                        FilingState.READY,
                        1,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        purpose,
                        Optional.of(earlier)),
                own);
        return key;
    }

    private static ArrivalNumber number(int sequence) {
        String digits = "20261124" + String.format("%09d", sequence);
        for (int check = 0; ; check++) {
            try {
                return new ArrivalNumber(digits + check);
            } catch (IllegalArgumentException e) {
                if (check == 9) {
                    throw e;
                }
            }
        }
    }

    FilingState stateOf(FilingKey key) {
        return state.view(key).state();
    }

    @Override
    public void close() {
        host.close();
    }

    private static final class EmptyOutbox implements Outbox {
        @Override
        public int drain(Collection<OutboxKind> kinds, int limit, Consumer<List<OutboxRow>> send) {
            return 0;
        }

        @Override
        public Listening onCommit(Runnable wakeUp) {
            return () -> {};
        }

        @Override
        public long backlog() {
            return 0;
        }
    }

    private record OneFile(byte[] file) implements PackageFiles {
        @Override
        public List<String> names() {
            return List.of("届書.xml");
        }

        @Override
        public Optional<byte[]> bytes(String name) {
            return name.equals("届書.xml") ? Optional.of(file) : Optional.empty();
        }

        @Override
        public boolean isSingleDocument() {
            return false;
        }
    }
}
