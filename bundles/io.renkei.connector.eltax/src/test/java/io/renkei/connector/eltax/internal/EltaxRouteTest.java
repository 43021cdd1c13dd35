package io.renkei.connector.eltax.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.renkei.api.model.DispatchOutcome;
import io.renkei.api.model.DispatchOutcome.Acknowledged;
import io.renkei.api.model.DispatchOutcome.Deferred;
import io.renkei.api.model.DispatchOutcome.Level;
import io.renkei.api.model.DispatchOutcome.Refused;
import io.renkei.api.model.DispatchOutcome.Unknown;
import io.renkei.api.model.ItemValue;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.spi.Lane;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.ReadReceiptSender.ReadReceipt;
import io.renkei.api.spi.Reconciler.Finding;
import io.renkei.api.spi.Reconciler.Question;
import io.renkei.api.spi.Sealer;
import io.renkei.api.spi.StatusReader.Open;
import io.renkei.api.spi.TlsContexts;
import io.renkei.api.spi.TransientFailure;
import io.renkei.sandbox.internal.RunningSandbox;
import io.renkei.sandbox.internal.TestKeys;
import io.renkei.testkit.FilingTask;
import io.renkei.testkit.LaneRun;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes and questions of an instance against a running sandbox. */
class EltaxRouteTest {

    private static final String DESTINATION = TestTask.DESTINATION.value();
    private static final Lane LANE = LaneRun.lane("direct:eltax", "eltax.one");
    private static final TlsContexts NO_TLS = (trusted, identity) -> {
        throw new IllegalStateException("plain HTTP needs none");
    };

    @TempDir
    static Path pki;

    private static TestKeys keys;

    @TempDir
    Path ledger;

    private final BlockingQueue<String> pushed = new LinkedBlockingQueue<>();
    private HttpServer gateway;
    private RunningSandbox sandbox;
    private EltaxInstance instance;
    private LaneRun run;

    @BeforeAll
    static void makeKeys() {
        keys = TestKeys.in(pki);
    }

    @BeforeEach
    void start() throws Exception {
        gateway = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        gateway.createContext("/v1/ministry/" + DESTINATION + "/notices", exchange -> {
            pushed.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        gateway.start();
        URI url = URI.create("http://localhost:" + gateway.getAddress().getPort());
        sandbox = RunningSandbox.start(pki, ledger, keys, Duration.ofMillis(20), Duration.ofHours(1), url);
        open(sandbox.url(), keys.sealer());
    }

    @AfterEach
    void stop() throws IOException {
        closeInstance();
        sandbox.close();
        gateway.stop(0);
    }

    @Test
    void aTakenFilingHasArrived() {
        Acknowledged outcome = assertInstanceOf(Acknowledged.class, run.outcome(TestTask.fresh()));
        assertEquals(Level.ARRIVED, outcome.level());
        assertEquals("receipt-number", outcome.receipts().get(0).kind());
        assertTrue(outcome.receipts().get(0).value().matches("[A-Z]{2}[0-9]{10}"));
        assertEquals(1, sandbox.submissions(DESTINATION));
    }

    @Test
    void aRefusalCarriesOurCodeAndTheItem() {
        sandbox.order(TestTask.ORDER, "{\"destination\":\"" + DESTINATION + "\"}");
        Refused outcome = assertInstanceOf(Refused.class, run.outcome(TestTask.fresh()));
        assertEquals(EltaxCode.REFUSED.code(), outcome.code());
        assertEquals("employee.name", outcome.place());
        assertEquals(0, sandbox.submissions(DESTINATION));
    }

    @Test
    void aCharacterThatCannotBeSentIsRefusedBeforeAnythingIsSent() {
        FilingTask task = TestTask.fresh().with("employee.name", new ItemValue.Text("見本　髙子"));
        Refused outcome = assertInstanceOf(Refused.class, run.outcome(task));
        assertEquals(EltaxCode.CHARACTER.code(), outcome.code());
        assertEquals("employee.name:4", outcome.place());
        assertFalse(outcome.toString().contains("髙"));
        assertEquals(0, sandbox.submissions(DESTINATION));
    }

    @Test
    void aSealOfSomebodyElseIsRefused() throws Exception {
        closeInstance();
        open(sandbox.url(), TestKeys.in(ledger.resolve("other")).sealer());
        Refused outcome = assertInstanceOf(Refused.class, run.outcome(TestTask.fresh()));
        assertEquals(EltaxCode.REFUSED_SEAL.code(), outcome.code());
        assertEquals(0, sandbox.submissions(DESTINATION));
    }

    @Test
    void busyMeansLater() {
        sandbox.fault(DESTINATION, "refuse-before", 1, 0);
        Deferred outcome = assertInstanceOf(Deferred.class, run.outcome(TestTask.fresh()));
        assertEquals(EltaxCode.BUSY.code(), outcome.cause());
        assertEquals(0, sandbox.submissions(DESTINATION));
    }

    @Test
    void aLostAnswerIsUnknownAndIsFoundByTheKey() throws TransientFailure {
        for (String mode : List.of("drop-after", "garbage")) {
            FilingTask task = TestTask.fresh();
            sandbox.fault(DESTINATION, mode, 1, 0);
            assertInstanceOf(Unknown.class, run.outcome(task), mode);
            Finding.Found found = assertInstanceOf(Finding.Found.class, lookUp(task, Instant.now()));
            assertEquals(1, found.receipts().size());
        }
        assertEquals(2, sandbox.submissions(DESTINATION));
        assertEquals(0, sandbox.doubled(DESTINATION));
    }

    @Test
    void anAnswerAfterTheTimeoutIsUnknown() throws Exception {
        sandbox.fault(DESTINATION, "slow", 1, 50);
        assertInstanceOf(Acknowledged.class, run.outcome(TestTask.fresh()));
        closeInstance();
        open(sandbox.url(), keys.sealer(), Map.of("response.timeout.millis", 300L));
        sandbox.fault(DESTINATION, "slow", 1, 2_000);
        assertEquals(new Unknown(EltaxCode.NO_ANSWER.code()), run.outcome(TestTask.fresh()));
    }

    @Test
    void aHeldAnswerThatIsReleasedCounts() {
        sandbox.fault(DESTINATION, "hold", 1, 0);
        CompletableFuture<DispatchOutcome> outcome = CompletableFuture.supplyAsync(() -> run.outcome(TestTask.fresh()));
        Awaitility.await().atMost(Duration.ofSeconds(8)).until(() -> sandbox.held() == 1);
        sandbox.order("release", "{}");
        assertInstanceOf(Acknowledged.class, outcome.join());
    }

    @Test
    void nothingListeningIsATransientFailure() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        closeInstance();
        open("http://localhost:" + free, keys.sealer());
        TransientFailure failure = assertInstanceOf(TransientFailure.class, run.thrown(TestTask.fresh()));
        assertEquals(EltaxCode.UNREACHABLE.code(), failure.getMessage());
        assertFalse(instance.probe().reachable());
        assertThrows(TransientFailure.class, () -> lookUp(TestTask.fresh(), Instant.EPOCH));
    }

    @Test
    void aConnectionThatIsNotTakenInTimeIsATransientFailure() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1)) {
            InetSocketAddress address = new InetSocketAddress("127.0.0.1", full.getLocalPort());
            try (Socket one = new Socket();
                    Socket two = new Socket()) {
                one.connect(address, 1_000);
                two.connect(address, 1_000);
                closeInstance();
                open("http://127.0.0.1:" + full.getLocalPort(), keys.sealer());
                Exception failure = run.thrown(TestTask.fresh());
                assertInstanceOf(TransientFailure.class, failure);
            }
        }
    }

    @Test
    void aConnectionThatEndsAfterTheRequestIsUnknown() {
        sandbox.down(DESTINATION);
        assertEquals(new Unknown(EltaxCode.NO_ANSWER.code()), run.outcome(TestTask.fresh()));
        assertFalse(instance.probe().reachable());
        sandbox.order("reset-faults", "{}");
        assertInstanceOf(Acknowledged.class, run.outcome(TestTask.fresh()));
        assertTrue(instance.probe().reachable());
    }

    @Test
    void aFilingThatIsNotKnownAfterTheSettlingTimeNeverArrived() throws TransientFailure {
        Instant now = Instant.now();
        assertInstanceOf(Finding.NotYetKnown.class, lookUp(TestTask.fresh(), now));
        assertInstanceOf(Finding.NeverArrived.class, lookUp(TestTask.fresh(), now.minusSeconds(11)));
    }

    @Test
    void aMissingPageIsNoProofThatAFilingNeverArrived() throws Exception {
        closeInstance();
        open(sandbox.url() + "/elsewhere", keys.sealer());
        assertThrows(TransientFailure.class, () -> lookUp(TestTask.fresh(), Instant.EPOCH));
    }

    @Test
    void theSameFilingTwiceIsCountedAndHasOneStatus() {
        FilingTask task = TestTask.fresh();
        assertInstanceOf(Acknowledged.class, run.outcome(task));
        assertInstanceOf(Acknowledged.class, run.outcome(task));
        assertEquals(1, sandbox.doubled(DESTINATION));
    }

    @Test
    void theSameFilingHasTheSameBytes() throws Exception {
        FilingTask task = TestTask.fresh();
        byte[] first = EltaxMapper.write(task.filing(), task.packageDigest(), task.content(), Map.of());
        byte[] second = EltaxMapper.write(task.filing(), task.packageDigest(), task.content(), Map.of());
        assertArrayEquals(first, second);
    }

    @Test
    void anotherProcedureIsParked() {
        FilingTask known = TestTask.fresh();
        FilingTask task = known.of(new ProcedureId("99"));
        assertInstanceOf(PermanentFailure.class, run.thrown(task));
    }

    @Test
    void anOriginalFileIsRefused() {
        FilingTask known = TestTask.fresh();
        FilingTask task = known.original("egov");
        assertEquals(
                EltaxCode.ORIGINAL_FILES.code(),
                assertInstanceOf(Refused.class, run.outcome(task)).code());
    }

    @Test
    void followsTheStatusAndTellsOfTheNoticeThatWasFetched() throws Exception {
        FilingTask task = TestTask.fresh();
        Acknowledged sent = assertInstanceOf(Acknowledged.class, run.outcome(task));
        Open open = new Open(task.filing(), sent.receipts(), FilingTask.SENDER);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> instance.inquiries()
                        .statuses(List.of(open))
                        .get(0)
                        .raw()
                        .equals("手続終了"));
        String document = pushed.poll(5, TimeUnit.SECONDS);
        assertTrue(document.contains("renkei:" + task.filing()), document);
        String number =
                TestTask.DESTINATION.kind() + "-" + sent.receipts().get(0).value();
        assertTrue(document.contains("<DOCNO>" + number + "</DOCNO>"), document);
        ReadReceipt receipt = new ReadReceipt(task.filing(), number, Instant.now(), FilingTask.SENDER);
        instance.inquiries().send(receipt);
        instance.inquiries().send(receipt);
        assertEquals(1, sandbox.entries(DESTINATION, "read-receipt"));
        ReadReceipt other = new ReadReceipt(task.filing(), "x", Instant.now(), FilingTask.SENDER);
        assertThrows(TransientFailure.class, () -> instance.inquiries().send(other));
    }

    @Test
    void theRouteKeepsTheRulesOfTheSpi() {
        assertEquals(
                List.of("eltax.one.dispatch"),
                run.camel().getRoutes().stream().map(route -> route.getId()).toList());
        String model = run.camel().getRouteDefinition("eltax.one.dispatch").toString();
        assertTrue(model.contains("direct:eltax"), model);
    }

    private Finding lookUp(FilingTask task, Instant attempted) throws TransientFailure {
        return instance.inquiries().lookUp(new Question(task.filing(), FilingTask.SENDER, attempted));
    }

    private void open(String url, Sealer sealer) throws Exception {
        open(url, sealer, Map.of());
    }

    private void open(String url, Sealer sealer, Map<String, Object> more) throws Exception {
        instance = new EltaxInstance(TestConfig.settings(url, more), NO_TLS, sealer, Clock.systemUTC());
        run = LaneRun.of(LANE, instance.routes(LANE));
    }

    private void closeInstance() {
        run.close();
        instance.close();
    }
}
