package io.renkei.sandbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.DispatchOutcome;
import io.renkei.api.model.DispatchOutcome.Acknowledged;
import io.renkei.api.model.DispatchOutcome.Deferred;
import io.renkei.api.model.DispatchOutcome.Level;
import io.renkei.api.model.DispatchOutcome.Refused;
import io.renkei.api.model.DispatchOutcome.Unknown;
import io.renkei.api.model.ItemValue;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.spi.Dispatcher;
import io.renkei.api.spi.Lane;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.ReadReceiptSender;
import io.renkei.api.spi.ReadReceiptSender.ReadReceipt;
import io.renkei.api.spi.Reconciler;
import io.renkei.api.spi.Reconciler.Finding;
import io.renkei.api.spi.Reconciler.Question;
import io.renkei.api.spi.Sealer;
import io.renkei.api.spi.StatusReader;
import io.renkei.api.spi.StatusReader.Open;
import io.renkei.api.spi.TlsContexts;
import io.renkei.api.spi.TransientFailure;
import io.renkei.testkit.FilingTask;
import io.renkei.testkit.LaneRun;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every connector does at a destination that the sandbox simulates with its {@link RestDesk}: its routes and its questions,
 * from the lane to the ledger.
 *
 * @param <C> the connector
 */
public abstract class RestDeskContract<C extends Dispatcher & Reconciler & StatusReader & ReadReceiptSender> {

    private static final String ROUTES = "desk.one";
    private static final Lane LANE = LaneRun.lane("direct:desk", ROUTES);

    @TempDir
    static Path pki;

    private static TestKeys keys;

    @TempDir
    Path ledger;

    private final BlockingQueue<String> pushed = new LinkedBlockingQueue<>();
    private HttpServer gateway;
    private RunningSandbox sandbox;
    private C connector;
    private LaneRun run;

    private final DestinationId destination;
    private final String path;
    private final UnaryOperator<String> codes;

    /**
     * @param path of the destination at the sandbox
     * @param codes the connector's code by its name, such as {@code BUSY}
     */
    protected RestDeskContract(DestinationId destination, String path, UnaryOperator<String> codes) {
        this.destination = destination;
        this.path = path;
        this.codes = codes;
    }

    protected abstract C connector(TlsContexts tls, Sealer sealer, Map<String, Object> configuration);

    protected abstract void stop(C connector);

    /** One that no other test sends. */
    protected abstract FilingTask filing();

    /** A seal that the sandbox takes. */
    protected static Sealer sealer() {
        return keys.sealer();
    }

    @BeforeAll
    static void makeKeys() {
        keys = TestKeys.in(pki);
    }

    @BeforeEach
    void startSandbox() throws Exception {
        gateway = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        gateway.createContext("/v1/ministry/" + name() + "/notices", exchange -> {
            pushed.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        gateway.start();
        URI url = URI.create("http://localhost:" + gateway.getAddress().getPort());
        sandbox = RunningSandbox.start(pki, ledger, keys, Duration.ofMillis(20), Duration.ofHours(1), url);
        open(sandbox.url(), sealer());
    }

    @AfterEach
    void stopSandbox() throws IOException {
        close();
        sandbox.close();
        gateway.stop(0);
    }

    @Test
    void aTakenFilingHasArrived() {
        Acknowledged outcome = assertInstanceOf(Acknowledged.class, run.outcome(filing()));
        assertEquals(Level.ARRIVED, outcome.level());
        assertEquals("receipt-number", outcome.receipts().get(0).kind());
        assertTrue(outcome.receipts().get(0).value().matches("[A-Z]{2}[0-9]{10}"));
        assertEquals(1, sandbox.submissions(name()));
    }

    @Test
    void aRefusalCarriesOurCodeAndTheItem() {
        sandbox.order(path.split("/")[1] + "/refuse", "{\"destination\":\"" + name() + "\"}");
        Refused outcome = assertInstanceOf(Refused.class, run.outcome(filing()));
        assertEquals(codes.apply("REFUSED"), outcome.code());
        assertEquals("employee.name", outcome.place());
        assertEquals(0, sandbox.submissions(name()));
    }

    @Test
    void aCharacterThatCannotBeSentIsRefusedBeforeAnythingIsSent() {
        FilingTask task = filing().with("employee.name", new ItemValue.Text("見本　髙子"));
        Refused outcome = assertInstanceOf(Refused.class, run.outcome(task));
        assertEquals(codes.apply("CHARACTER"), outcome.code());
        assertEquals("employee.name:4", outcome.place());
        assertFalse(outcome.toString().contains("髙"));
        assertEquals(0, sandbox.submissions(name()));
    }

    @Test
    void aSealOfSomebodyElseIsRefused() throws Exception {
        close();
        open(sandbox.url(), TestKeys.in(ledger.resolve("other")).sealer());
        Refused outcome = assertInstanceOf(Refused.class, run.outcome(filing()));
        assertEquals(codes.apply("REFUSED_SEAL"), outcome.code());
        assertEquals(0, sandbox.submissions(name()));
    }

    @Test
    void busyMeansLater() {
        sandbox.fault(name(), "refuse-before", 1, 0);
        Deferred outcome = assertInstanceOf(Deferred.class, run.outcome(filing()));
        assertEquals(codes.apply("BUSY"), outcome.cause());
        assertEquals(0, sandbox.submissions(name()));
    }

    @Test
    void aLostAnswerIsUnknownAndIsFoundByTheKey() throws TransientFailure {
        for (String mode : List.of("drop-after", "garbage")) {
            FilingTask task = filing();
            sandbox.fault(name(), mode, 1, 0);
            assertInstanceOf(Unknown.class, run.outcome(task), mode);
            Finding.Found found = assertInstanceOf(Finding.Found.class, lookUp(task, Instant.now()));
            assertEquals(1, found.receipts().size());
        }
        assertEquals(2, sandbox.submissions(name()));
        assertEquals(0, sandbox.doubled(name()));
    }

    @Test
    void anAnswerAfterTheTimeoutIsUnknown() throws Exception {
        sandbox.fault(name(), "slow", 1, 50);
        assertInstanceOf(Acknowledged.class, run.outcome(filing()));
        close();
        open(sandbox.url(), sealer(), Map.of("response.timeout.millis", 300L));
        sandbox.fault(name(), "slow", 1, 2_000);
        assertEquals(new Unknown(codes.apply("NO_ANSWER")), run.outcome(filing()));
    }

    @Test
    void aHeldAnswerThatIsReleasedCounts() {
        sandbox.fault(name(), "hold", 1, 0);
        CompletableFuture<DispatchOutcome> outcome = CompletableFuture.supplyAsync(() -> run.outcome(filing()));
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
        close();
        open("http://localhost:" + free, sealer());
        TransientFailure failure = assertInstanceOf(TransientFailure.class, run.thrown(filing()));
        assertEquals(codes.apply("UNREACHABLE"), failure.getMessage());
        assertFalse(connector.probe().reachable());
        assertThrows(TransientFailure.class, () -> lookUp(filing(), Instant.EPOCH));
    }

    @Test
    void aConnectionThatIsNotTakenInTimeIsATransientFailure() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1)) {
            InetSocketAddress address = new InetSocketAddress("127.0.0.1", full.getLocalPort());
            try (Socket one = new Socket();
                    Socket two = new Socket()) {
                one.connect(address, 1_000);
                two.connect(address, 1_000);
                close();
                open("http://127.0.0.1:" + full.getLocalPort(), sealer());
                Exception failure = run.thrown(filing());
                assertInstanceOf(TransientFailure.class, failure);
            }
        }
    }

    @Test
    void aConnectionThatEndsAfterTheRequestIsUnknown() {
        sandbox.down(name());
        assertEquals(new Unknown(codes.apply("NO_ANSWER")), run.outcome(filing()));
        assertFalse(connector.probe().reachable());
        sandbox.order("reset-faults", "{}");
        assertInstanceOf(Acknowledged.class, run.outcome(filing()));
        assertTrue(connector.probe().reachable());
    }

    @Test
    void aFilingThatIsNotKnownAfterTheSettlingTimeNeverArrived() throws TransientFailure {
        Instant now = Instant.now();
        assertInstanceOf(Finding.NotYetKnown.class, lookUp(filing(), now));
        assertInstanceOf(Finding.NeverArrived.class, lookUp(filing(), now.minusSeconds(11)));
    }

    @Test
    void aMissingPageIsNoProofThatAFilingNeverArrived() throws Exception {
        close();
        open(sandbox.url() + "/elsewhere", sealer());
        assertThrows(TransientFailure.class, () -> lookUp(filing(), Instant.EPOCH));
    }

    @Test
    void theSameFilingTwiceIsCountedAndHasOneStatus() {
        FilingTask task = filing();
        assertInstanceOf(Acknowledged.class, run.outcome(task));
        assertInstanceOf(Acknowledged.class, run.outcome(task));
        assertEquals(1, sandbox.doubled(name()));
    }

    @Test
    void anotherProcedureIsParked() {
        FilingTask known = filing();
        FilingTask task = known.of(new ProcedureId("99"));
        assertInstanceOf(PermanentFailure.class, run.thrown(task));
    }

    @Test
    void anOriginalFileIsRefused() {
        FilingTask known = filing();
        FilingTask task = known.original("egov");
        assertEquals(
                codes.apply("ORIGINAL_FILES"),
                assertInstanceOf(Refused.class, run.outcome(task)).code());
    }

    @Test
    void followsTheStatusAndTellsOfTheNoticeThatWasFetched() throws Exception {
        FilingTask task = filing();
        Acknowledged sent = assertInstanceOf(Acknowledged.class, run.outcome(task));
        Open open = new Open(task.filing(), sent.receipts(), FilingTask.SENDER);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> connector.statuses(List.of(open)).get(0).raw().equals("手続終了"));
        String document = pushed.poll(5, TimeUnit.SECONDS);
        assertTrue(document.contains("renkei:" + task.filing()), document);
        String number = destination.kind() + "-" + sent.receipts().get(0).value();
        assertTrue(document.contains("<DOCNO>" + number + "</DOCNO>"), document);
        ReadReceipt receipt = new ReadReceipt(task.filing(), number, Instant.now(), FilingTask.SENDER);
        connector.send(receipt);
        connector.send(receipt);
        assertEquals(1, sandbox.entries(name(), "read-receipt"));
        ReadReceipt other = new ReadReceipt(task.filing(), "x", Instant.now(), FilingTask.SENDER);
        assertThrows(TransientFailure.class, () -> connector.send(other));
    }

    @Test
    void theRouteKeepsTheRulesOfTheSpi() {
        assertEquals(
                List.of(ROUTES + ".dispatch"),
                run.camel().getRoutes().stream().map(route -> route.getId()).toList());
        String model = run.camel().getRouteDefinition(ROUTES + ".dispatch").toString();
        assertTrue(model.contains("direct:desk"), model);
    }

    private Finding lookUp(FilingTask task, Instant attempted) throws TransientFailure {
        return connector.lookUp(new Question(task.filing(), FilingTask.SENDER, attempted));
    }

    private void open(String url, Sealer sealer) throws Exception {
        open(url, sealer, Map.of());
    }

    /** With a wait for the answer that a machine under load keeps too. */
    private void open(String url, Sealer sealer, Map<String, Object> more) throws Exception {
        Map<String, Object> set = new HashMap<>();
        set.put("destination", name());
        set.put("endpoint.url", url + path);
        set.put("connect.timeout.millis", 500L);
        set.put("response.timeout.millis", 8_000L);
        set.put("total.timeout.millis", 10_000L);
        set.put("settle.millis", 0L);
        set.putAll(more);
        connector = connector(SandboxContract.NO_TLS, sealer, set);
        run = LaneRun.of(LANE, connector.routes(LANE));
    }

    private String name() {
        return destination.value();
    }

    private void close() {
        run.close();
        stop(connector);
    }
}
