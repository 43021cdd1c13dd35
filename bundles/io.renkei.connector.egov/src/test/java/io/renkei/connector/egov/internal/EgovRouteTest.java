package io.renkei.connector.egov.internal;

import static io.renkei.connector.egov.internal.TestTask.HELLO_WORK;
import static io.renkei.testkit.FilingTask.SENDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.CorrectionKind;
import io.renkei.api.model.CorrectionRequest;
import io.renkei.api.model.DispatchOutcome;
import io.renkei.api.model.DispatchOutcome.Acknowledged;
import io.renkei.api.model.DispatchOutcome.Deferred;
import io.renkei.api.model.DispatchOutcome.Refused;
import io.renkei.api.model.DispatchOutcome.Unknown;
import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.Sha256;
import io.renkei.api.spi.CorrectionSender.Correction;
import io.renkei.api.spi.DispatchTask;
import io.renkei.api.spi.EarlierFiling;
import io.renkei.api.spi.Lane;
import io.renkei.api.spi.NoticeReader.NoticeHead;
import io.renkei.api.spi.PaymentReader.Payment;
import io.renkei.api.spi.PaymentReader.Standing;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.ReadReceiptSender.ReadReceipt;
import io.renkei.api.spi.Reconciler.Finding;
import io.renkei.api.spi.Reconciler.Question;
import io.renkei.api.spi.Sealer.Placement;
import io.renkei.api.spi.Sealer.XmlSeal;
import io.renkei.api.spi.StatusReader.Open;
import io.renkei.api.spi.StatusReader.Status;
import io.renkei.api.spi.TlsContexts;
import io.renkei.api.spi.TokenVault.Fresh;
import io.renkei.api.spi.TransientFailure;
import io.renkei.api.spi.WithdrawalSender.Withdrawal;
import io.renkei.format.egov.CaseMark;
import io.renkei.format.egov.EgovCase;
import io.renkei.format.egov.EgovPackageWriter;
import io.renkei.format.egov.EgovProcedure;
import io.renkei.sandbox.internal.RunningSandbox;
import io.renkei.sandbox.internal.TestKeys;
import io.renkei.testkit.FilingTask;
import io.renkei.testkit.LaneRun;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes and questions of an instance against a running sandbox. */
class EgovRouteTest {

    private static final Lane LANE = LaneRun.lane("direct:hello-work", "egov.hello-work");
    private static final TlsContexts NO_TLS = (trusted, identity) -> {
        throw new IllegalStateException("plain HTTP needs none");
    };

    @TempDir
    static Path pki;

    private static TestKeys keys;

    @TempDir
    Path ledger;

    private final TestVault vault = new TestVault();
    private RunningSandbox sandbox;
    private EgovInstance instance;
    private LaneRun run;

    @BeforeAll
    static void makeKeys() {
        keys = TestKeys.in(pki);
    }

    @BeforeEach
    void start() throws Exception {
        sandbox = RunningSandbox.start(pki, ledger, keys, Duration.ofMillis(20), Duration.ofHours(1));
        consent(Instant.now().plusSeconds(3_600));
        open(sandbox.url(), Map.of());
    }

    @AfterEach
    void stop() throws IOException {
        closeInstance();
        sandbox.close();
    }

    @Test
    void aTakenFilingHasArrived() {
        FilingTask task = TestTask.fresh();
        Acknowledged outcome = assertInstanceOf(Acknowledged.class, run.outcome(task));
        assertEquals(DispatchOutcome.Level.ARRIVED, outcome.level());
        assertEquals("arrive-id", outcome.receipts().get(0).kind());
        assertTrue(outcome.receipts().get(0).value().matches("[0-9]{16}"));
        assertEquals(1, sandbox.submissions("hello-work"));
    }

    @Test
    void aRefusalCarriesOurCodeAndThePlaceButNoRemoteText() {
        sandbox.order("egov/refuse", "{\"destination\":\"hello-work\"}");
        Refused outcome = assertInstanceOf(Refused.class, run.outcome(TestTask.fresh()));
        assertEquals("EGOV-022", outcome.code());
        assertEquals("kousei.xml/初回受付番号", outcome.place());
        assertFalse(outcome.sentence().contains("構成管理XML"));
        assertEquals(0, sandbox.submissions("hello-work"));
    }

    @Test
    void busyMeansLater() {
        sandbox.fault("hello-work", "refuse-before", 1, 0);
        Deferred outcome = assertInstanceOf(Deferred.class, run.outcome(TestTask.fresh()));
        assertEquals("EGOV-004", outcome.cause());
        assertEquals(0, sandbox.submissions("hello-work"));
    }

    @Test
    void aLostAnswerIsUnknownAndIsFoundInTheList() throws TransientFailure {
        for (String mode : List.of("drop-after", "garbage")) {
            FilingTask task = TestTask.fresh();
            Instant began = Instant.now();
            sandbox.fault("hello-work", mode, 1, 0);
            assertInstanceOf(Unknown.class, run.outcome(task), mode);
            Finding.Found found = assertInstanceOf(
                    Finding.Found.class, instance.inquiries().lookUp(new Question(task.filing(), SENDER, began)));
            assertEquals(1, found.receipts().size());
        }
        assertEquals(2, sandbox.submissions("hello-work"));
        assertEquals(0, sandbox.doubled("hello-work"));
    }

    @Test
    void anAnswerAfterTheTimeoutIsUnknown() throws Exception {
        sandbox.fault("hello-work", "slow", 1, 50);
        assertInstanceOf(Acknowledged.class, run.outcome(TestTask.fresh()));
        closeInstance();
        open(sandbox.url(), Map.of("response.timeout.millis", 300L));
        sandbox.fault("hello-work", "slow", 1, 2_000);
        assertEquals(new Unknown("EGOV-010"), run.outcome(TestTask.fresh()));
    }

    @Test
    void aHeldAnswerThatIsReleasedCounts() {
        sandbox.fault("hello-work", "hold", 1, 0);
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
        open("http://localhost:" + free, Map.of());
        TransientFailure failure = assertInstanceOf(TransientFailure.class, run.thrown(TestTask.fresh()));
        assertEquals("EGOV-001", failure.getMessage());
        assertFalse(instance.probe().reachable());
    }

    @Test
    void aConnectionThatEndsAfterTheRequestIsUnknown() {
        sandbox.down("hello-work");
        assertEquals(new Unknown("EGOV-010"), run.outcome(TestTask.fresh()));
        sandbox.order("reset-faults", "{}");
        assertInstanceOf(Acknowledged.class, run.outcome(TestTask.fresh()));
    }

    @Test
    void aFilingThatIsNotListedAfterTheSettlingTimeNeverArrived() throws TransientFailure {
        FilingTask task = TestTask.fresh();
        Instant now = Instant.now();
        assertInstanceOf(
                Finding.NotYetKnown.class, instance.inquiries().lookUp(new Question(task.filing(), SENDER, now)));
        assertInstanceOf(
                Finding.NeverArrived.class,
                instance.inquiries().lookUp(new Question(task.filing(), SENDER, now.minusSeconds(21))));
    }

    @Test
    void theWholeListIsReadPageByPage() throws Exception {
        List<FilingTask> tasks =
                IntStream.range(0, 5).mapToObj(i -> TestTask.fresh()).toList();
        tasks.forEach(run::outcome);
        closeInstance();
        open(sandbox.url(), Map.of("list.limit", 2));
        for (FilingTask task : tasks) {
            assertInstanceOf(
                    Finding.Found.class,
                    instance.inquiries().lookUp(new Question(task.filing(), SENDER, Instant.now())));
        }
        closeInstance();
        open(sandbox.url(), Map.of("list.limit", 2, "list.pages", 1));
        Instant long1 = Instant.now().minusSeconds(60);
        assertInstanceOf(
                Finding.NotYetKnown.class,
                instance.inquiries().lookUp(new Question(TestTask.fresh().filing(), SENDER, long1)));
    }

    @Test
    void anEndingTokenIsRefreshedOnceForAllThatNeedIt() {
        consent(Instant.now());
        long before = sandbox.entries("egov-auth", "grant");
        List<CompletableFuture<DispatchOutcome>> outcomes = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> run.outcome(TestTask.fresh())))
                .toList();
        outcomes.forEach(outcome -> assertInstanceOf(Acknowledged.class, outcome.join()));
        assertEquals(before + 1, sandbox.entries("egov-auth", "grant"));
    }

    @Test
    void aTokenThatIsNotTakenIsReplacedAndTheFilingSentOnce() {
        sandbox.order("delegations/expire", "{\"account\":\"acme\"}");
        assertInstanceOf(Acknowledged.class, run.outcome(TestTask.fresh()));
        assertEquals(1, sandbox.submissions("hello-work"));
    }

    @Test
    void aRevokedConsentIsForgottenAndTheFilingWaitsADay() {
        sandbox.order("delegations/revoke", "{\"account\":\"acme\"}");
        Deferred outcome = assertInstanceOf(Deferred.class, run.outcome(TestTask.fresh()));
        assertEquals("EGOV-CONSENT-NEEDED", outcome.cause());
        assertTrue(outcome.until().isAfter(Instant.now().plus(Duration.ofHours(23))));
        assertTrue(vault.find(SENDER, HELLO_WORK).isEmpty());
        assertInstanceOf(Deferred.class, run.outcome(TestTask.fresh()));
        consent(Instant.now().plusSeconds(3_600));
        assertInstanceOf(Acknowledged.class, run.outcome(TestTask.fresh()));
    }

    @Test
    void aProcedureWithoutAFormIsParked() {
        FilingTask known = TestTask.fresh();
        FilingTask task = known.of(new ProcedureId("99"));
        assertInstanceOf(PermanentFailure.class, run.thrown(task));
    }

    @Test
    void originalFilesGoOutByteForByte() {
        FilingTask made = TestTask.fresh();
        EgovProcedure procedure = TestConfig.settings(sandbox.url(), Map.of())
                .tables()
                .procedures()
                .get("12");
        CaseMark others = new CaseMark(TestTask.fresh().filing(), FilingTask.DIGEST);
        Map<String, byte[]> folder = new EgovPackageWriter()
                .write(new EgovCase(others, procedure, Optional.empty(), made.content(), List.of()));
        byte[] form = folder.get(procedure.formFile());
        byte[] kousei = EgovPackageWriter.signatureInPlace(TestKeys.identity(pki.resolve("applicant.pem"))
                .sealXml(
                        folder.get(EgovPackageWriter.KOUSEI),
                        new XmlSeal("ID", "構成情報", Map.of(procedure.formFile(), form), Placement.SIBLING)));
        Map<DispatchTask.Part, byte[]> files = Map.of(
                part("4950008680033000(2)/kousei.xml", kousei),
                kousei,
                part("4950008680033000(2)/" + procedure.formFile(), form),
                form);
        FilingTask task = made.original("egov").with(files);
        assertInstanceOf(Acknowledged.class, run.outcome(task));
    }

    @Test
    void readsStatusAndDocumentsWithOneCallAndTellsWhenTheApplicantFetched() throws Exception {
        FilingTask task = TestTask.fresh();
        Acknowledged sent = assertInstanceOf(Acknowledged.class, run.outcome(task));
        Open open = new Open(task.filing(), sent.receipts(), SENDER);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> instance.inquiries()
                        .statuses(List.of(open))
                        .get(0)
                        .raw()
                        .equals("手続終了"));
        List<NoticeHead> heads = instance.inquiries().notices(List.of(open));
        assertEquals(1, heads.size());
        assertTrue(heads.get(0).deadline().orElseThrow().isAfter(Instant.now()));
        String document = new String(instance.inquiries().fetch(heads.get(0)), StandardCharsets.UTF_8);
        assertTrue(document.contains("renkei:" + task.filing()));
        instance.inquiries().acknowledge(heads.get(0));
        assertEquals(List.of(), instance.inquiries().notices(List.of(open)));
        assertEquals(0, sandbox.entries("hello-work", "document-fetched"));
        ReadReceipt receipt = new ReadReceipt(task.filing(), heads.get(0).id(), Instant.now(), SENDER);
        instance.inquiries().send(receipt);
        instance.inquiries().send(receipt);
        assertEquals(1, sandbox.entries("hello-work", "document-fetched"));
    }

    @Test
    void aDocumentThatCameAnotherWayHasNoNameAtEgov() {
        ReadReceipt receipt = new ReadReceipt(TestTask.fresh().filing(), "雇保第1号", Instant.now(), SENDER);
        assertEquals(
                "EGOV-012",
                assertThrows(PermanentFailure.class, () -> instance.inquiries().send(receipt))
                        .getMessage());
    }

    @Test
    void whatIsToBePaidIsReadWithItsStateAndAnUnknownWordAsItIs() throws Exception {
        FilingTask task = TestTask.fresh();
        Open open = new Open(task.filing(), ((Acknowledged) run.outcome(task)).receipts(), SENDER);
        assertEquals(List.of(), instance.inquiries().payments(List.of(open)));

        want(task, "\"pay_status\":\"納付待ち\"");
        Payment waiting = instance.inquiries().payments(List.of(open)).get(0);
        assertEquals(Standing.WAITING, waiting.standing());
        assertEquals(open.receipts().get(0).value() + "-1234567890123456", waiting.number());
        assertEquals(1_500, waiting.yen());
        assertEquals(LocalDate.of(2999, 12, 31), waiting.due());

        want(task, "\"pay_status\":\"納付済み\",\"pay_date\":\"2026-11-01 10:00:00\"");
        Payment paid = instance.inquiries().payments(List.of(open)).get(0);
        assertEquals(Standing.PAID, paid.standing());
        assertEquals(Optional.of(LocalDate.of(2026, 11, 1)), paid.paidOn());
        assertEquals(waiting.number(), paid.number());

        want(task, "\"pay_status\":\"確認中\"");
        Payment odd = instance.inquiries().payments(List.of(open)).get(0);
        assertEquals(Standing.UNKNOWN, odd.standing());
        assertEquals("確認中", odd.raw());
    }

    private void want(FilingTask task, String more) {
        sandbox.order(
                "egov/payment", "{\"destination\":\"hello-work\",\"filing\":\"" + task.filing() + "\"," + more + "}");
    }

    @Test
    void whatTheMinistryWantsCorrectedIsRead() throws Exception {
        FilingTask task = TestTask.fresh();
        Open open = new Open(task.filing(), ((Acknowledged) run.outcome(task)).receipts(), SENDER);
        sandbox.order(
                "corrections/ask",
                "{\"destination\":\"hello-work\",\"filing\":\"" + task.filing()
                        + "\",\"deadline\":\"2026-12-31T08:00:00Z\",\"reasons\":[{\"item\":\"employee.name.kana\","
                        + "\"text\":\"フリガナに誤り\"}]}");
        Status status = instance.inquiries().statuses(List.of(open)).get(0);
        assertEquals(FilingEvent.CORRECTION_ASKED, status.events().get(3));
        CorrectionRequest request = status.correction().orElseThrow();
        assertEquals(Optional.of(Instant.parse("2026-12-31T08:00:00Z")), request.deadline());
        assertEquals("EGOV-043", request.reasons().get(0).code());
        EarlierFiling earlier = new EarlierFiling(task.filing(), open.receipts());
        assertInstanceOf(
                Acknowledged.class,
                instance.followUps().correct(new Correction(CorrectionKind.PARTIAL, TestTask.fresh(), earlier)));
        assertEquals(
                Optional.empty(),
                instance.inquiries().statuses(List.of(open)).get(0).correction());
    }

    @Test
    void theApplicantsOwnFilesAreNotSentAsACorrection() throws Exception {
        FilingTask task = TestTask.fresh().original(EgovPackage.ORIGINAL).with(Map.of());
        EarlierFiling earlier = new EarlierFiling(TestTask.fresh().filing(), List.of());
        Refused refused = assertInstanceOf(
                Refused.class, instance.followUps().correct(new Correction(CorrectionKind.WHOLE, task, earlier)));
        assertEquals("EGOV-026", refused.code());
    }

    @Test
    void theAnswerToAWithdrawalIsAnEventAndComesOnce() throws Exception {
        for (String answer : List.of("accept", "refuse")) {
            sandbox.order("examination/hold", "{\"destination\":\"hello-work\"}");
            sandbox.order("withdrawals/answer", "{\"destination\":\"hello-work\",\"answer\":\"" + answer + "\"}");
            FilingTask task = TestTask.fresh();
            Open open = new Open(task.filing(), ((Acknowledged) run.outcome(task)).receipts(), SENDER);
            Withdrawal withdrawal = new Withdrawal(
                    TestTask.fresh().filing(),
                    new EarlierFiling(task.filing(), open.receipts()),
                    task.procedure(),
                    SENDER,
                    task.packageDigest(),
                    "採用取消");
            assertInstanceOf(Acknowledged.class, instance.followUps().withdraw(withdrawal));
            List<FilingEvent> events =
                    instance.inquiries().statuses(List.of(open)).get(0).events();
            assertEquals(FilingEvent.WITHDRAWAL_SENT, events.get(3));
            assertEquals(
                    answer.equals("accept") ? FilingEvent.WITHDRAWAL_ACCEPTED : FilingEvent.WITHDRAWAL_REFUSED,
                    events.get(4));
        }
        sandbox.order("withdrawals/answer", "{\"destination\":\"hello-work\",\"answer\":\"reject\"}");
        FilingTask task = TestTask.fresh();
        EarlierFiling earlier = new EarlierFiling(task.filing(), ((Acknowledged) run.outcome(task)).receipts());
        Refused refused = assertInstanceOf(
                Refused.class,
                instance.followUps()
                        .withdraw(new Withdrawal(
                                TestTask.fresh().filing(),
                                earlier,
                                task.procedure(),
                                SENDER,
                                task.packageDigest(),
                                "")));
        assertEquals("EGOV-028", refused.code());
    }

    @Test
    void theProbeNeedsNoConsent() {
        sandbox.order("delegations/revoke", "{\"account\":\"acme\"}");
        assertTrue(instance.probe().reachable());
    }

    @Test
    void theRouteKeepsTheRulesOfTheSpi() {
        assertEquals(
                List.of("egov.hello-work.dispatch"),
                run.camel().getRoutes().stream().map(route -> route.getId()).toList());
        String model =
                run.camel().getRouteDefinition("egov.hello-work.dispatch").toString();
        assertTrue(model.contains("direct:hello-work"), model);
    }

    private void consent(Instant accessExpires) {
        JsonNode tokens = sandbox.order("delegations", "{\"account\":\"acme\"}");
        vault.put(
                SENDER,
                HELLO_WORK,
                new Fresh(
                        tokens.path("access_token").asText(),
                        accessExpires,
                        tokens.path("refresh_token").asText()));
    }

    private void open(String url, Map<String, Object> more) throws Exception {
        instance = new EgovInstance(TestConfig.settings(url, more), NO_TLS, vault, keys.sealer(), Clock.systemUTC());
        run = LaneRun.of(LANE, instance.routes(LANE));
    }

    private void closeInstance() {
        run.close();
        instance.close();
    }

    private static DispatchTask.Part part(String file, byte[] bytes) {
        return new DispatchTask.Part(file, file, true, "application/xml", bytes.length, Sha256.of(bytes));
    }
}
