package io.renkei.connector.agency.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.AttributeCondition;
import io.renkei.api.model.AttributeNode;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.api.spi.TlsContexts;
import io.renkei.catalogue.internal.LiveCatalogue;
import io.renkei.journal.jdbc.internal.RealStores;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Actor;
import io.renkei.ports.people.Authenticator.Certificate;
import io.renkei.ports.records.AccessRecord;
import io.renkei.ports.records.AccessRecord.Answer;
import io.renkei.ports.records.Requester;
import io.renkei.ports.selfinfo.ItemAnswer;
import io.renkei.ports.selfinfo.QuestionId;
import io.renkei.ports.selfinfo.SelfInformation.Question;
import io.renkei.sandbox.internal.RunningSandbox;
import io.renkei.sandbox.internal.TestKeys;
import io.renkei.selfinfo.internal.RealDesk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person's question through the kernel, the connectors, real sockets and simulated agencies, and back, on a real database. */
@Timeout(120)
class SelfInformationJourneyTest {

    private static final String CITY = "municipality.131130";
    private static final String PENSION = "pension-service";
    private static final String PENSION_CODE = "1000000000000001";
    private static final SelfInformationNumber TAX = new SelfInformationNumber("2");
    private static final SelfInformationNumber HOUSEHOLD = new SelfInformationNumber("1");
    private static final SelfInformationNumber OLD_AGE = new SelfInformationNumber("7-3");
    private static final AttributeCondition LATEST = new AttributeCondition.Latest();
    private static final TlsContexts NO_TLS = (trusted, identity) -> {
        throw new IllegalStateException("plain HTTP needs none");
    };

    @TempDir
    static Path folder;

    private static RunningSandbox sandbox;
    private static RealStores stores;
    private static RealDesk desk;
    private static AgencyConnector city;
    private static AgencyConnector pension;
    private static CodesConnector codes;

    private final AccountId person = new AccountId(UUID.randomUUID());

    @BeforeAll
    static void start() throws IOException {
        TestKeys keys = TestKeys.in(Files.createDirectories(folder.resolve("pki")));
        sandbox = RunningSandbox.start(
                folder.resolve("pki"),
                Files.createDirectories(folder.resolve("ledger")),
                keys,
                Duration.ofMillis(20),
                Duration.ofHours(1));
        city = new AgencyConnector(
                NO_TLS,
                TestConfig.of(
                        AgencyConfig.class, TestConfig.agency(CITY, "1, 2, 3-2", sandbox.url() + "/agency/" + CITY)));
        Map<String, Object> ofPension = TestConfig.agency(PENSION, "7-3, 7-6", sandbox.url() + "/agency/" + PENSION);
        ofPension.put("provider.code", PENSION_CODE);
        ofPension.put("information.codes", "7-3:TM00000099000703, 7-6:TM00000099000706");
        pension = new AgencyConnector(NO_TLS, TestConfig.of(AgencyConfig.class, ofPension));
        codes = new CodesConnector(
                NO_TLS,
                TestConfig.of(
                        CodesConfig.class,
                        Map.of(
                                "endpoint.url",
                                sandbox.url() + "/linkage-codes",
                                "agency.codes",
                                CITY + ":" + TestConfig.CITY_CODE + ", " + PENSION + ":" + PENSION_CODE)));
        stores = new RealStores(folder.resolve("database"));
        desk = new RealDesk(stores, catalogue(), codes, city, pension);
    }

    private static LiveCatalogue catalogue() throws IOException {
        Path files = Files.createDirectories(folder.resolve("catalogue"));
        try (Stream<Path> shipped = Files.list(Path.of("../../config/catalogue"))) {
            for (Path file : shipped.toList()) {
                Files.copy(file, files.resolve(file.getFileName()));
            }
        }
        Files.copy(
                Path.of("../../config/dev/catalogue/agencies.yaml"),
                files.resolve("agencies.yaml"),
                StandardCopyOption.REPLACE_EXISTING);
        return LiveCatalogue.of(files);
    }

    @AfterAll
    static void stop() throws IOException {
        desk.close();
        city.stop();
        pension.stop();
        codes.stop();
        stores.close();
        sandbox.close();
    }

    @AfterEach
    void allIsWellAgain() {
        sandbox.order("reset-faults", "{}");
        answers(CITY, "data", "");
        answers(PENSION, "data", "");
    }

    @Test
    void whatAgenciesHoldComesBackAsATreeUnderItsConditionAndNothingOfItIsToldElsewhere() throws Exception {
        PrintStream console = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        QuestionId id;
        try {
            id = complete(Map.of(
                    TAX, new AttributeCondition.Range(LocalDate.of(2024, 4, 1), LocalDate.of(2026, 3, 31)),
                    HOUSEHOLD, LATEST,
                    OLD_AGE, LATEST));
        } finally {
            System.setErr(console);
        }
        ItemAnswer.Found tax = assertInstanceOf(ItemAnswer.Found.class, answer(id, TAX));
        assertEquals(
                List.of("2024年度", "2025年度"),
                tax.values().stream().map(AttributeNode::name).toList());
        List<String> values = new ArrayList<>();
        collect(tax.values(), values);
        collect(assertInstanceOf(ItemAnswer.Found.class, answer(id, OLD_AGE)).values(), values);
        String code = stores.linkageCodes()
                .find(person, new DestinationId(CITY))
                .orElseThrow()
                .release();
        values.add(code);
        String logged = log.toString(StandardCharsets.UTF_8);
        assertTrue(logged.contains(id.toString()));
        String database = files();
        for (String value : values) {
            assertFalse(value.length() > 4 && logged.contains(value), "a value is in the log");
            assertFalse(value.length() > 6 && database.contains(value), "a value is in the database in clear");
        }
        assertEquals(3, records().size());
        assertTrue(records().stream().allMatch(record -> record.answer() == Answer.FOUND));
        desk.questions().forget(id);
        assertEquals(Optional.empty(), desk.questions().find(id));
        assertEquals(3, records().size(), "the records stay");
    }

    @Test
    void anAgencyThatIsDownAnswersOnceItIsBackAndTheOtherIsNotDelayed() {
        sandbox.down(CITY);
        QuestionId id = ask(Map.of(TAX, LATEST, OLD_AGE, LATEST));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> answer(id, OLD_AGE).isFinal());
        assertEquals(new ItemAnswer.Pending(), answer(id, TAX));
        sandbox.order("reset-faults", "{}");
        awaitComplete(id);
        assertInstanceOf(ItemAnswer.Found.class, answer(id, TAX));
    }

    @Test
    void lostAnswersAndRubbishAreAskedAgainAndRecordedOnce() {
        sandbox.fault(CITY, "drop-after", 1, 0);
        assertInstanceOf(ItemAnswer.Found.class, answer(complete(Map.of(TAX, LATEST)), TAX));
        sandbox.fault(CITY, "garbage", 2, 0);
        assertInstanceOf(ItemAnswer.Found.class, answer(complete(Map.of(TAX, LATEST)), TAX));
        assertEquals(2, records().size());
    }

    @Test
    void aQuestionThatTakesItsTimeIsAskedAgainAndOneWhoseHandleIsGoneAnew() {
        sandbox.order(
                "agencies/answer",
                "{\"destination\":\"" + PENSION + "\",\"answer\":\"pending\",\"count\":1,\"rounds\":2,\"seconds\":1}");
        assertInstanceOf(ItemAnswer.Found.class, answer(complete(Map.of(OLD_AGE, LATEST)), OLD_AGE));
        sandbox.order(
                "agencies/answer",
                "{\"destination\":\"" + PENSION
                        + "\",\"answer\":\"pending\",\"count\":1,\"rounds\":999,\"seconds\":1}");
        QuestionId id = ask(Map.of(OLD_AGE, LATEST));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> stores.questions().open(Optional.of(new DestinationId(PENSION)), 10).stream()
                        .anyMatch(call -> call.isPending()));
        sandbox.order("agencies/forget-handles", "{}");
        awaitComplete(id);
        assertInstanceOf(ItemAnswer.Found.class, answer(id, OLD_AGE));
    }

    @Test
    void noDataNotShownNotOfferedAndOddAreToldApart() {
        answers(CITY, "no-data", "TM00000000000001");
        assertInstanceOf(ItemAnswer.NoData.class, answer(complete(Map.of(HOUSEHOLD, LATEST)), HOUSEHOLD));
        answers(CITY, "undisclosed", "");
        assertInstanceOf(ItemAnswer.Undisclosed.class, answer(complete(Map.of(TAX, LATEST)), TAX));
        answers(CITY, "not-offered", "");
        assertEquals(new ItemAnswer.Failed("AGENCY-005"), answer(complete(Map.of(TAX, LATEST)), TAX));
        answers(CITY, "odd", "");
        assertEquals(new ItemAnswer.Failed("SELFINFO-008"), answer(complete(Map.of(TAX, LATEST)), TAX));
    }

    @Test
    void whoeverAnAgencyDoesNotKnowHasNothingThere() {
        sandbox.order("linkage-codes/strangers", "{\"agency\":\"" + PENSION_CODE + "\",\"strangers\":true}");
        assertInstanceOf(ItemAnswer.NoData.class, answer(complete(Map.of(OLD_AGE, LATEST)), OLD_AGE));
        assertEquals(List.of(), records());
        sandbox.order("linkage-codes/strangers", "{\"agency\":\"" + PENSION_CODE + "\",\"strangers\":false}");
    }

    private static void answers(String agency, String answer, String information) {
        sandbox.order(
                "agencies/answer",
                "{\"destination\":\"" + agency + "\",\"answer\":\"" + answer + "\",\"information\":\"" + information
                        + "\"}");
    }

    private QuestionId ask(Map<SelfInformationNumber, AttributeCondition> items) {
        stores.linkageCodes().proved(person, new Certificate("0a1b2c3d", new BigInteger(64, new Random(7))));
        return desk.questions()
                .ask(new Question(
                        Actor.self(person),
                        new Requester.Principal(),
                        items,
                        Instant.now().plusSeconds(600)));
    }

    private QuestionId complete(Map<SelfInformationNumber, AttributeCondition> items) {
        QuestionId id = ask(items);
        awaitComplete(id);
        return id;
    }

    private static void awaitComplete(QuestionId id) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> desk.questions().find(id).orElseThrow().isComplete());
    }

    private static ItemAnswer answer(QuestionId id, SelfInformationNumber item) {
        return desk.questions().find(id).orElseThrow().items().get(item);
    }

    private List<AccessRecord> records() {
        return stores.records().list(person, Optional.empty(), 100);
    }

    private static void collect(List<AttributeNode> nodes, List<String> values) {
        for (AttributeNode node : nodes) {
            node.value().ifPresent(values::add);
            collect(node.children(), values);
        }
    }

    /** All bytes below the database, as text of one byte each; texts of ASCII stand there as they are. */
    private static String files() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder.resolve("database"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
