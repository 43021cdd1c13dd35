package io.renkei.connector.etax.internal;

import static io.renkei.testkit.FilingTask.SENDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.DispatchOutcome;
import io.renkei.api.model.DispatchOutcome.Acknowledged;
import io.renkei.api.model.DispatchOutcome.Deferred;
import io.renkei.api.model.DispatchOutcome.Refused;
import io.renkei.api.model.DispatchOutcome.Unknown;
import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.ItemValue;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.ReceiptNumber;
import io.renkei.api.spi.DispatchTask;
import io.renkei.api.spi.Lane;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.ReadReceiptSender.ReadReceipt;
import io.renkei.api.spi.Reconciler.Finding;
import io.renkei.api.spi.Reconciler.Question;
import io.renkei.api.spi.Sealer;
import io.renkei.api.spi.StatusReader.Open;
import io.renkei.api.spi.StatusReader.Status;
import io.renkei.api.spi.TlsContexts;
import io.renkei.api.spi.TransientFailure;
import io.renkei.sandbox.internal.RunningSandbox;
import io.renkei.sandbox.internal.TestKeys;
import io.renkei.testkit.FilingTask;
import io.renkei.testkit.LaneRun;
import io.renkei.trust.internal.TestSeal;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The route and the questions against a running sandbox, sealed with the gateway's own seal. */
class EtaxRouteTest {

    private static final Lane LANE = LaneRun.lane("direct:e-tax", "etax.e-tax");
    private static final TlsContexts NO_TLS = (trusted, identity) -> {
        throw new IllegalStateException("plain HTTP needs none");
    };

    @TempDir
    static Path pki;

    private static TestKeys keys;
    private static Sealer sealer;

    @TempDir
    Path ledger;

    private RunningSandbox sandbox;
    private EtaxInstance instance;
    private LaneRun run;

    @BeforeAll
    static void makeKeys() {
        keys = TestKeys.in(pki);
        sealer = TestSeal.open(pki.resolve("gateway"), pki.resolve("gateway-seal.pem"));
    }

    @BeforeEach
    void start() throws Exception {
        sandbox = RunningSandbox.start(pki, ledger, keys, Duration.ofMillis(20), Duration.ofHours(1));
        open(sandbox.url() + "/etax", Map.of());
    }

    @AfterEach
    void stop() throws IOException {
        closeInstance();
        sandbox.close();
    }

    @Test
    void anImmediateNoticeWithoutErrorsIsATransmission() {
        Acknowledged outcome = assertInstanceOf(Acknowledged.class, run.outcome(TestTask.fresh()));
        assertEquals(DispatchOutcome.Level.TRANSMITTED, outcome.level());
        assertEquals("uketsuke", outcome.receipts().get(0).kind());
        assertTrue(outcome.receipts().get(0).value().matches("[0-9]{20}"));
        assertEquals(1, sandbox.submissions("e-tax"));
    }

    @Test
    void anImmediateNoticeWithErrorsIsARefusal() {
        sandbox.order("etax/refuse", "{\"stage\":\"notice\"}");
        Refused outcome = assertInstanceOf(Refused.class, run.outcome(TestTask.fresh()));
        assertEquals("ETAX-033", outcome.code());
        assertEquals("IT", outcome.place());
        assertEquals(0, sandbox.submissions("e-tax"));
    }

    @Test
    void aCharacterThatTheTaxOfficeLacksIsRefusedBeforeAnythingIsSent() {
        FilingTask task = TestTask.fresh().of(TestTask.content(Map.of("employer.name", new ItemValue.Text("㈱髙橋商店"))));
        Refused outcome = assertInstanceOf(Refused.class, run.outcome(task));
        assertEquals("ETAX-020", outcome.code());
        assertEquals("employer.name:1", outcome.place());
        assertEquals(0, sandbox.submissions("e-tax"));
    }

    @Test
    void busyMeansLater() {
        sandbox.fault("e-tax", "refuse-before", 1, 0);
        Instant before = Instant.now();
        Deferred outcome = assertInstanceOf(Deferred.class, run.outcome(TestTask.fresh()));
        assertEquals("ETAX-002", outcome.cause());
        assertTrue(outcome.until().isAfter(before) && outcome.until().isBefore(before.plusSeconds(10)));
        assertEquals(0, sandbox.submissions("e-tax"));
    }

    @Test
    void aLostAnswerIsUnknownAndIsFoundByItsFileName() throws TransientFailure {
        for (String mode : List.of("drop-after", "garbage")) {
            FilingTask task = TestTask.fresh();
            sandbox.fault("e-tax", mode, 1, 0);
            assertInstanceOf(Unknown.class, run.outcome(task), mode);
            Finding.Found found = assertInstanceOf(Finding.Found.class, lookUp(task, Instant.now()));
            assertEquals("uketsuke", found.receipts().get(0).kind());
        }
        assertEquals(2, sandbox.submissions("e-tax"));
        assertEquals(0, sandbox.doubled("e-tax"));
    }

    @Test
    void anAnswerAfterTheTimeoutIsUnknown() throws Exception {
        sandbox.fault("e-tax", "slow", 1, 50);
        assertInstanceOf(Acknowledged.class, run.outcome(TestTask.fresh()));
        closeInstance();
        open(sandbox.url() + "/etax", Map.of("response.timeout.millis", 300L));
        sandbox.fault("e-tax", "slow", 1, 2_000);
        assertEquals(new Unknown("ETAX-010"), run.outcome(TestTask.fresh()));
    }

    @Test
    void aHeldAnswerThatIsReleasedCounts() {
        sandbox.fault("e-tax", "hold", 1, 0);
        CompletableFuture<DispatchOutcome> outcome = CompletableFuture.supplyAsync(() -> run.outcome(TestTask.fresh()));
        Awaitility.await().atMost(Duration.ofSeconds(8)).until(() -> sandbox.held() == 1);
        sandbox.order("release", "{}");
        assertInstanceOf(Acknowledged.class, outcome.join());
    }

    @Test
    void aConnectionThatEndsAfterTheRequestIsUnknown() {
        sandbox.down("e-tax");
        assertEquals(new Unknown("ETAX-010"), run.outcome(TestTask.fresh()));
        assertFalse(instance.probe().reachable());
        sandbox.order("reset-faults", "{}");
        assertInstanceOf(Acknowledged.class, run.outcome(TestTask.fresh()));
        assertTrue(instance.probe().reachable());
    }

    @Test
    void nothingListeningIsATransientFailure() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        closeInstance();
        open("http://localhost:" + free + "/etax", Map.of());
        TransientFailure failure = assertInstanceOf(TransientFailure.class, run.thrown(TestTask.fresh()));
        assertEquals("ETAX-001", failure.getMessage());
        assertThrows(TransientFailure.class, () -> lookUp(TestTask.fresh(), Instant.now()));
        assertFalse(instance.probe().reachable());
    }

    @Test
    void aFilingThatIsNotFoundAfterTheSettlingTimeNeverArrived() throws TransientFailure {
        Instant now = Instant.now();
        assertInstanceOf(Finding.NotYetKnown.class, lookUp(TestTask.fresh(), now));
        assertInstanceOf(Finding.NeverArrived.class, lookUp(TestTask.fresh(), now.minusSeconds(18)));
    }

    @Test
    void theMessageBoxConfirmsOrRefusesLater() throws TransientFailure {
        Open passed = taken();
        sandbox.order("etax/refuse", "{\"stage\":\"message-box\"}");
        Open refused = taken();
        Open elsewhere = new Open(TestTask.fresh().filing(), List.of(), SENDER);
        List<Open> all = List.of(passed, refused, elsewhere);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> instance.inquiries().statuses(all).size() == 2);
        List<Status> statuses = instance.inquiries().statuses(all);
        assertEquals(passed.filing(), statuses.get(0).filing());
        assertEquals(
                List.of(FilingEvent.ARRIVAL_CONFIRMED, FilingEvent.EXAMINATION_STARTED),
                statuses.get(0).events());
        assertEquals("受付完了", statuses.get(0).raw());
        assertEquals(List.of(FilingEvent.REFUSAL_RECEIVED), statuses.get(1).events());
        assertEquals("ETAX-032", statuses.get(1).code());
        assertEquals("エラー情報あり", statuses.get(1).raw());
        assertEquals(List.of(), instance.inquiries().statuses(List.of(elsewhere)));
    }

    @Test
    void tellsOnceThatTheApplicantFetched() throws TransientFailure {
        Open taken = taken();
        String document = "e-tax-" + taken.receipts().get(0).value();
        ReadReceipt receipt = new ReadReceipt(taken.filing(), document, Instant.now(), SENDER);
        instance.inquiries().send(receipt);
        instance.inquiries().send(receipt);
        assertEquals(1, sandbox.entries("e-tax", "document-fetched"));
        ReadReceipt unknown = new ReadReceipt(TestTask.fresh().filing(), document, Instant.now(), SENDER);
        assertEquals(
                "ETAX-004",
                assertThrows(TransientFailure.class, () -> instance.inquiries().send(unknown))
                        .getMessage());
    }

    @Test
    void whatThisConnectorCannotSendIsParked() {
        FilingTask known = TestTask.fresh();
        FilingTask other = known.of(new ProcedureId("99"));
        assertEquals(
                "ETAX-005",
                assertInstanceOf(PermanentFailure.class, run.thrown(other)).getMessage());
        DispatchTask.Part part = new DispatchTask.Part("a", "定款.pdf", false, "application/pdf", 1, FilingTask.DIGEST);
        FilingTask attached = known.with(Map.of(part, new byte[1]));
        assertEquals(
                "ETAX-006",
                assertInstanceOf(PermanentFailure.class, run.thrown(attached)).getMessage());
    }

    @Test
    void theRouteKeepsTheRulesOfTheSpi() {
        assertEquals(
                List.of("etax.e-tax.dispatch"),
                run.camel().getRoutes().stream().map(route -> route.getId()).toList());
        String model = run.camel().getRouteDefinition("etax.e-tax.dispatch").toString();
        assertTrue(model.contains("direct:e-tax"), model);
    }

    private Open taken() {
        FilingTask task = TestTask.fresh();
        List<ReceiptNumber> receipts =
                assertInstanceOf(Acknowledged.class, run.outcome(task)).receipts();
        return new Open(task.filing(), receipts, SENDER);
    }

    private Finding lookUp(FilingTask task, Instant attempted) throws TransientFailure {
        return instance.inquiries().lookUp(new Question(task.filing(), SENDER, attempted));
    }

    private void open(String endpoint, Map<String, Object> more) throws Exception {
        instance = new EtaxInstance(TestConfig.settings(endpoint, more), NO_TLS, sealer, Clock.systemUTC());
        run = LaneRun.of(LANE, instance.routes(LANE));
    }

    private void closeInstance() {
        run.close();
        instance.close();
    }
}
