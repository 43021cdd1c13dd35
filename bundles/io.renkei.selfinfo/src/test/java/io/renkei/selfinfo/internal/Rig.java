package io.renkei.selfinfo.internal;

import io.renkei.api.model.AttributeCondition;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.LinkageCode;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.api.spi.LinkageCodeSource;
import io.renkei.api.spi.TransientFailure;
import io.renkei.catalogue.internal.LiveCatalogue;
import io.renkei.journal.jdbc.internal.RealStores;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Actor;
import io.renkei.ports.people.Authenticator.Certificate;
import io.renkei.ports.records.AccessRecord;
import io.renkei.ports.records.Requester;
import io.renkei.ports.selfinfo.ItemAnswer;
import io.renkei.ports.selfinfo.QuestionId;
import io.renkei.ports.selfinfo.SelfInformation.Progress;
import io.renkei.ports.selfinfo.SelfInformation.Question;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The desk on a real database and the real catalogue, with three agencies that are linked. */
final class Rig implements AutoCloseable {

    static final String CITY = "municipality.131130";
    static final String INSURER = "health-insurer.06130012";
    static final String PENSION = "pension-service";

    private static final Duration ASKING = Duration.ofMinutes(10);
    private static final String AGENCIES = """
            version: 1
            agencies:
              municipality.131130:
                name: 渋谷区
              health-insurer.06130012:
                name: 試験健康保険組合
              pension-service:
                name: 日本年金機構
            """;

    final AccountId person = new AccountId(UUID.randomUUID());
    final Set<DestinationId> strangersAt = ConcurrentHashMap.newKeySet();
    final AtomicInteger codesAsked = new AtomicInteger();
    final RealStores stores;

    private final List<QuestionId> asked = new CopyOnWriteArrayList<>();
    private final LiveCatalogue catalogue;
    private Desk desk;
    private volatile Optional<LinkageCodeSource> codes = Optional.of(new Codes());

    /** Gives a code that names person and agency, and none where the person is a stranger. */
    private final class Codes implements LinkageCodeSource {

        @Override
        public DestinationId destination() {
            return new DestinationId("linkage-codes");
        }

        @Override
        public Health probe() {
            return Health.UP;
        }

        @Override
        public Optional<LinkageCode> code(Proof proof, DestinationId agency) throws TransientFailure {
            codesAsked.incrementAndGet();
            return strangersAt.contains(agency)
                    ? Optional.empty()
                    : Optional.of(new LinkageCode("LC-" + proof.serial() + "-" + agency));
        }
    }

    /** @param stores that others have used before, and left nothing in that is asked */
    Rig(RealStores stores, LiveCatalogue catalogue, ToyAgency... agencies) {
        this.stores = stores;
        this.catalogue = catalogue;
        stores.linkageCodes().proved(person, new Certificate("0a1b", BigInteger.valueOf(77)));
        start(agencies);
    }

    static LiveCatalogue catalogue(Path folder) throws IOException {
        try (Stream<Path> shipped = Files.list(Path.of("../../config/catalogue"))) {
            for (Path file : shipped.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Files.writeString(folder.resolve("agencies.yaml"), AGENCIES);
        return LiveCatalogue.of(folder);
    }

    /** In place of the desk of before, as after a restart. */
    void start(ToyAgency... agencies) {
        desk = new Desk(
                new SelfInfoSettings(
                        ASKING, Duration.ofHours(1), 8, 4, 20, Duration.ofMillis(10), Duration.ofMillis(50), 7),
                new Desk.Stores(stores.questions(), stores.records(), stores.linkageCodes()),
                catalogue,
                catalogue,
                () -> codes,
                Clock.systemUTC());
        connect(agencies);
        desk.start();
    }

    void connect(ToyAgency... agencies) {
        for (ToyAgency agency : agencies) {
            desk.connected(agency);
        }
    }

    void withoutCodes() {
        codes = Optional.empty();
    }

    Desk desk() {
        return desk;
    }

    QuestionId ask(String... items) {
        return ask(Actor.self(person), items);
    }

    QuestionId ask(Actor who, String... items) {
        Map<SelfInformationNumber, AttributeCondition> wanted = new HashMap<>();
        for (String item : items) {
            wanted.put(new SelfInformationNumber(item), new AttributeCondition.Latest());
        }
        QuestionId id = desk.questions()
                .ask(new Question(
                        who, new Requester.Principal(), wanted, Instant.now().plusSeconds(600)));
        asked.add(id);
        return id;
    }

    ItemAnswer answer(QuestionId id, String item) {
        return progress(id).items().get(new SelfInformationNumber(item));
    }

    private Progress progress(QuestionId id) {
        return desk.questions().find(id).orElseThrow();
    }

    void awaitComplete(QuestionId id) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> progress(id).isComplete());
    }

    void awaitFinal(QuestionId id, String item) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> answer(id, item).isFinal());
    }

    List<AccessRecord> records() {
        return stores.records().list(person, Optional.empty(), 100);
    }

    static ItemAnswer failed(SelfInfoCode code) {
        return new ItemAnswer.Failed(code.code());
    }

    @Override
    public void close() {
        asked.forEach(desk.questions()::forget);
        desk.close();
    }
}
