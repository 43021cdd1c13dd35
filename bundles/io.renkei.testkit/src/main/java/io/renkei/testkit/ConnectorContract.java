package io.renkei.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.renkei.api.model.CorrectionKind;
import io.renkei.api.model.DispatchOutcome.Acknowledged;
import io.renkei.api.model.DispatchOutcome.Deferred;
import io.renkei.api.model.DispatchOutcome.Refused;
import io.renkei.api.model.DispatchOutcome.Unknown;
import io.renkei.api.spi.CorrectionSender;
import io.renkei.api.spi.CorrectionSender.Correction;
import io.renkei.api.spi.DispatchTask;
import io.renkei.api.spi.Dispatcher;
import io.renkei.api.spi.EarlierFiling;
import io.renkei.api.spi.FollowUpQuestion;
import io.renkei.api.spi.Lane;
import io.renkei.api.spi.MessageReader;
import io.renkei.api.spi.MessageReader.Box;
import io.renkei.api.spi.MessageReader.MessageHead;
import io.renkei.api.spi.NoticeReader;
import io.renkei.api.spi.PaymentReader;
import io.renkei.api.spi.PaymentReader.Payment;
import io.renkei.api.spi.Reconciler;
import io.renkei.api.spi.Reconciler.Finding;
import io.renkei.api.spi.Reconciler.Question;
import io.renkei.api.spi.StatusReader;
import io.renkei.api.spi.StatusReader.Open;
import io.renkei.api.spi.StatusReader.Status;
import io.renkei.api.spi.TransientFailure;
import io.renkei.api.spi.WithdrawalSender;
import io.renkei.api.spi.WithdrawalSender.Withdrawal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.ErrorHandlerFactory;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.OnExceptionDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.errorhandler.RefErrorHandlerDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The promises of the connector SPI, for one connector over HTTP. A subclass hands over a simulated ministry, the
 * connector and filings that the ministry takes. {@code docs/integrators/connector-contract.md} says which test holds
 * which promise, and why the gateway needs it.
 */
@ConsumerType
public abstract class ConnectorContract {

    private static final byte[] NOTHING = {};
    private static final Set<Class<?>> WARM = ConcurrentHashMap.newKeySet();

    private final List<Dispatcher> connected = new ArrayList<>();
    private Ministry ministry;

    /** A fresh simulated ministry; nothing is known there of an earlier one. */
    protected abstract Ministry ministry() throws Exception;

    /**
     * The connector as it is deployed, with an instance that reaches the ministry at the given URL. It waits for an
     * answer a few seconds at most, so that the tests are quick.
     *
     * @param url scheme, host and port of the ministry or of a stub in its place
     */
    protected abstract Dispatcher connector(String url) throws Exception;

    /** What the component runtime does when the instance goes. */
    protected abstract void disconnect(Dispatcher connector) throws Exception;

    /** A filing that the ministry takes, with a key that no other has. */
    protected abstract DispatchTask filing() throws Exception;

    @BeforeEach
    final void startMinistry() throws Exception {
        if (WARM.add(getClass())) {
            warmUp();
        }
        ministry = ministry();
    }

    /** Sends one filing and forgets it, so that no test measures how long classes take to load. */
    private void warmUp() throws Exception {
        try (Ministry first = ministry()) {
            Dispatcher connector = connector(first.url());
            Attempt.at(connector, ContractLane.LANE, filing());
            disconnect(connector);
        }
    }

    @AfterEach
    final void stopAll() throws Exception {
        for (Dispatcher connector : connected) {
            disconnect(connector);
        }
        ministry.close();
    }

    @Test
    void probesWithinASecondAndWithoutEffect() throws Exception {
        Dispatcher connector = connect(ministry.url());
        connector.probe();
        Checks.assertUp(connector::probe);
        assertEquals(0, ministry.submissions());
    }

    @Test
    void aProbeOfASilentDestinationGivesUpWithinASecond() throws Exception {
        try (OddServer silent = OddServer.that(OddServer.IS_SILENT)) {
            Dispatcher connector = connect(silent.url());
            Checks.assertGivesUp(connector::probe);
        }
    }

    @Test
    void theDestinationStaysTheSame() throws Exception {
        Dispatcher connector = connect(ministry.url());
        assertEquals(filing().destination(), connector.destination());
        assertEquals(connector.destination(), connector.destination());
    }

    @Test
    void theSettingsStayTheSame() throws Exception {
        Dispatcher connector = connect(ministry.url());
        assertEquals(connector.settings(), connector.settings());
    }

    @Test
    void instancesThatCameAndWentLeaveNoThread() throws Throwable {
        Checks.assertLeaveNoThread(this::ministry, own -> {
            Dispatcher connector = connector(own.url());
            Attempt.at(connector, ContractLane.LANE, filing()).ended(Acknowledged.class);
            disconnect(connector);
        });
    }

    @Test
    void aTakenFilingEndsWithOneAcknowledgementAndItsNumber() throws Exception {
        Acknowledged outcome = dispatch(ministry.url(), filing()).ended(Acknowledged.class);
        outcome.receipts()
                .forEach(receipt ->
                        assertEquals(filingDestination(), receipt.destination().toString()));
        assertEquals(1, ministry.submissions());
    }

    @Test
    void theFilingKeyTravels() throws Exception {
        DispatchTask task = filing();
        DispatchTask other = filing();
        dispatch(ministry.url(), task).ended(Acknowledged.class);
        assertTrue(ministry.has(task.filing()), "the ministry can tell which filing it took");
        assertFalse(ministry.has(other.filing()));
    }

    @Test
    void twoFilingsGetTwoNumbers() throws Exception {
        Acknowledged first = dispatch(ministry.url(), filing()).ended(Acknowledged.class);
        Acknowledged second = dispatch(ministry.url(), filing()).ended(Acknowledged.class);
        assertNotEquals(first.receipts(), second.receipts());
    }

    @Test
    void nobodyListeningIsATransientFailure() throws Exception {
        Attempt attempt = dispatch("http://localhost:" + Checks.freePort(), filing());
        TransientFailure failure =
                assertInstanceOf(TransientFailure.class, attempt.thrown().orElse(null));
        Checks.assertCode(failure);
    }

    @Test
    void aLostAnswerIsUnknownAndNothingIsResent() throws Exception {
        ministry.loseNextAnswer();
        dispatch(ministry.url(), filing()).ended(Unknown.class);
        assertEquals(1, ministry.submissions());
    }

    @Test
    void aCutConnectionIsUnknownAndNothingIsResent() throws Exception {
        assertUnknownAfterOneRequest(OddServer.CUTS);
    }

    @Test
    void garbageFromTheMinistryIsUnknown() throws Exception {
        ministry.garbleNextAnswer();
        dispatch(ministry.url(), filing()).ended(Unknown.class);
        assertEquals(1, ministry.submissions());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><body>メンテナンス中</body></html>", "{\"results\":", "受付番号 0000"})
    void whatIsNoAnswerOfTheMinistryIsUnknown(String body) throws Exception {
        assertUnknownAfterOneRequest(OddServer.answers(200, "", body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aServerErrorAfterSendingIsUnknown() throws Exception {
        assertUnknownAfterOneRequest(OddServer.answers(500, "", "error".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        try (OddServer elsewhere = OddServer.that(OddServer.answers(200, "", NOTHING))) {
            OddServer.Manner redirects = (exchange, closed) -> {
                exchange.getResponseHeaders().set("Location", elsewhere.url() + "/elsewhere");
                exchange.sendResponseHeaders(307, -1);
            };
            try (OddServer server = OddServer.that(redirects)) {
                assertFalse(dispatch(server.url(), filing()).outcome().orElse(null) instanceof Acknowledged);
                assertEquals(1, server.requests());
            }
            assertEquals(0, elsewhere.requests());
        }
    }

    @Test
    void silenceAfterSendingIsUnknownWithinTheTotalTimeout() throws Exception {
        assertUnknownAfterOneRequest(OddServer.IS_SILENT);
    }

    @Test
    void anAnswerThatNeverEndsIsUnknownWithinTheTotalTimeout() throws Exception {
        assertUnknownAfterOneRequest(OddServer.DRIPS);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void retryAfterIsRespected(int status) throws Exception {
        try (OddServer busy = OddServer.that(OddServer.answers(status, "120", NOTHING))) {
            Instant before = Instant.now();
            Deferred outcome = dispatch(busy.url(), filing()).ended(Deferred.class);
            assertFalse(outcome.until().isBefore(before.plusSeconds(119)), "not before the time that was asked for");
            assertTrue(outcome.until().isBefore(before.plusSeconds(180)), "and not much later");
            assertEquals(1, busy.requests());
        }
    }

    @Test
    void exactlyOneRouteStartsAtTheLaneAndEachIdStartsWithItsPrefix() throws Exception {
        Lane lane = ContractLane.LANE;
        try (DefaultCamelContext camel = Attempt.context(connect(ministry.url()), lane)) {
            camel.start();
            List<Route> routes = camel.getRoutes();
            assertEquals(
                    1,
                    routes.stream()
                            .filter(route ->
                                    route.getEndpoint().getEndpointUri().equals("direct://contract-lane"))
                            .count());
            for (Route route : routes) {
                assertTrue(route.getId().startsWith(lane.routePrefix() + "."), route.getId());
            }
        }
    }

    @Test
    void theRoutesCarryNoErrorHandler() throws Exception {
        try (DefaultCamelContext camel = Attempt.context(connect(ministry.url()), ContractLane.LANE)) {
            camel.start();
            for (RouteDefinition route : camel.getRouteDefinitions()) {
                assertTrue(isTheContexts(route.getErrorHandlerFactory()), route.getId() + " has an error handler");
                assertTrue(
                        ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), OnExceptionDefinition.class)
                                .isEmpty(),
                        route.getId() + " has an onException");
            }
        }
    }

    @Test
    void aFilingThatArrivedIsNeverSaidToHaveNotArrived() throws Exception {
        Dispatcher connector = connect(ministry.url());
        if (connector instanceof Reconciler reconciler) {
            DispatchTask task = filing();
            Instant began = Instant.now();
            ministry.loseNextAnswer();
            Attempt.at(connector, ContractLane.LANE, task).ended(Unknown.class);
            Finding finding = reconciler.lookUp(new Question(task.filing(), task.sender(), began));
            assertFalse(finding instanceof Finding.NeverArrived);
            assertEquals(1, ministry.submissions(), "a question has no effect");
        }
    }

    @Test
    void aDestinationThatCannotBeAskedSaysNothingOfAFiling() throws Exception {
        Dispatcher connector = connect("http://localhost:" + Checks.freePort());
        if (connector instanceof Reconciler reconciler) {
            DispatchTask task = filing();
            Question question = new Question(task.filing(), task.sender(), Instant.EPOCH);
            try {
                assertInstanceOf(Finding.NotYetKnown.class, reconciler.lookUp(question));
            } catch (TransientFailure expected) {
                assertFalse(expected.getMessage().isEmpty());
            }
        }
    }

    @Test
    void aStatusIsOfTheFilingThatWasAskedForAndAskingHasNoEffect() throws Exception {
        Dispatcher connector = connect(ministry.url());
        if (connector instanceof StatusReader reader) {
            DispatchTask task = filing();
            Acknowledged taken = Attempt.at(connector, ContractLane.LANE, task).ended(Acknowledged.class);
            List<Status> statuses = reader.statuses(List.of(new Open(task.filing(), taken.receipts(), task.sender())));
            assertTrue(statuses.size() <= 1, "one status for one filing");
            statuses.forEach(status -> assertEquals(task.filing(), status.filing()));
            assertEquals(1, ministry.submissions(), "a question has no effect");
        }
    }

    @Test
    void aDestinationThatCannotBeAskedTellsNoStatusAndListsNoNotice() throws Exception {
        Dispatcher connector = connect("http://localhost:" + Checks.freePort());
        DispatchTask task = filing();
        List<Open> open = List.of(new Open(task.filing(), List.of(), task.sender()));
        try {
            if (connector instanceof StatusReader reader) {
                assertEquals(List.of(), reader.statuses(open));
            }
            if (connector instanceof NoticeReader reader) {
                assertEquals(List.of(), reader.list(open));
            }
            if (connector instanceof PaymentReader reader) {
                assertEquals(List.of(), reader.payments(open));
            }
        } catch (TransientFailure expected) {
            assertFalse(expected.getMessage().isEmpty());
        }
    }

    @Test
    void aPaymentIsOfAFilingThatWasAskedForWithTheSameNumberEachTime() throws Exception {
        Dispatcher connector = connect(ministry.url());
        if (connector instanceof PaymentReader reader) {
            DispatchTask task = filing();
            Acknowledged taken = Attempt.at(connector, ContractLane.LANE, task).ended(Acknowledged.class);
            List<Open> open = List.of(new Open(task.filing(), taken.receipts(), task.sender()));
            boolean isWanted = ministry.wantPayment(task.filing());
            List<Payment> payments = reader.payments(open);
            assertEquals(payments, reader.payments(open), "asking changes nothing");
            assertTrue(!isWanted || !payments.isEmpty(), "what is wanted is told");
            payments.forEach(payment -> assertEquals(task.filing(), payment.filing()));
            assertEquals(1, ministry.submissions(), "a question has no effect");
        }
    }

    @Test
    void aMessageComesAgainUntilItIsAcknowledged() throws Exception {
        Dispatcher connector = connect(ministry.url());
        if (connector instanceof MessageReader reader && !reader.boxes().isEmpty()) {
            assumeTrue(ministry.leaveMessage(), "the ministry cannot be told to leave a message");
            for (Box box : reader.boxes()) {
                MessageHead head = reader.list(box, Optional.empty()).messages().get(0);
                assertArrayEquals(reader.fetch(head).bytes(), reader.fetch(head).bytes(), "the same bytes");
                assertEquals(List.of(head), reader.list(box, Optional.empty()).messages());
                reader.acknowledge(head);
                reader.acknowledge(head);
                assertEquals(List.of(), reader.list(box, Optional.empty()).messages());
            }
        }
    }

    @Test
    void aBoxThatCannotBeReadIsATransientFailure() throws Exception {
        Dispatcher connector = connect("http://localhost:" + Checks.freePort());
        if (connector instanceof MessageReader reader) {
            for (Box box : reader.boxes()) {
                assertThrows(TransientFailure.class, () -> reader.list(box, Optional.empty()));
            }
        }
    }

    @Test
    void aCorrectionThatIsAskedForIsTakenUnderTheNumberThatItsKindSays() throws Exception {
        Dispatcher connector = connect(ministry.url());
        if (connector instanceof CorrectionSender sender) {
            for (CorrectionKind kind : sender.corrections()) {
                Earlier earlier = askedToCorrect(connector, kind);
                long before = ministry.submissions();
                Acknowledged taken = assertInstanceOf(
                        Acknowledged.class, sender.sendCorrection(new Correction(kind, filing(), earlier.filing())));
                boolean partial = kind == CorrectionKind.PARTIAL;
                assertEquals(partial, earlier.filing().receipts().containsAll(taken.receipts()), kind + ": its number");
                assertEquals(partial ? before : before + 1, ministry.submissions());
            }
        }
    }

    @Test
    void aCorrectionThatNobodyAskedForIsRefused() throws Exception {
        Dispatcher connector = connect(ministry.url());
        if (connector instanceof CorrectionSender sender) {
            Earlier earlier = earlier(connector);
            for (CorrectionKind kind : sender.corrections()) {
                assertInstanceOf(
                        Refused.class, sender.sendCorrection(new Correction(kind, filing(), earlier.filing())));
            }
            assertEquals(1, ministry.submissions());
        }
    }

    @Test
    void aCorrectionWhoseAnswerIsLostIsUnknownAndNeverSaidToHaveNotArrived() throws Exception {
        Dispatcher connector = connect(ministry.url());
        if (connector instanceof CorrectionSender sender) {
            for (CorrectionKind kind : sender.corrections()) {
                Earlier earlier = askedToCorrect(connector, kind);
                DispatchTask task = filing();
                Instant began = Instant.now();
                ministry.loseNextAnswer();
                assertInstanceOf(Unknown.class, sender.sendCorrection(new Correction(kind, task, earlier.filing())));
                assertInstanceOf(
                        Finding.Found.class,
                        sender.lookUpCorrection(
                                kind, new FollowUpQuestion(task.filing(), earlier.filing(), task.sender(), began)));
            }
        }
    }

    @Test
    void aCorrectionThatWasNotSentIsNotFound() throws Exception {
        Dispatcher connector = connect(ministry.url());
        if (connector instanceof CorrectionSender sender) {
            for (CorrectionKind kind : sender.corrections()) {
                Earlier earlier = askedToCorrect(connector, kind);
                DispatchTask task = filing();
                assertFalse(
                        sender.lookUpCorrection(
                                        kind,
                                        new FollowUpQuestion(
                                                task.filing(), earlier.filing(), task.sender(), Instant.now()))
                                instanceof Finding.Found);
            }
        }
    }

    @Test
    void aWithdrawalIsTakenAndOneWhoseAnswerIsLostIsFound() throws Exception {
        Dispatcher connector = connect(ministry.url());
        if (connector instanceof WithdrawalSender sender) {
            Earlier first = askedToCorrect(connector, CorrectionKind.PARTIAL);
            assertInstanceOf(Acknowledged.class, sender.sendWithdrawal(withdrawal(first)));

            Earlier second = askedToCorrect(connector, CorrectionKind.PARTIAL);
            Withdrawal withdrawal = withdrawal(second);
            Instant began = Instant.now();
            FollowUpQuestion question = new FollowUpQuestion(
                    withdrawal.key(), second.filing(), second.task().sender(), began);
            assertFalse(sender.lookUpWithdrawal(question) instanceof Finding.Found);
            ministry.loseNextAnswer();
            assertInstanceOf(Unknown.class, sender.sendWithdrawal(withdrawal));
            assertInstanceOf(Finding.Found.class, sender.lookUpWithdrawal(question));
        }
    }

    @Test
    void aCorrectionOrWithdrawalToNobodyIsATransientFailure() throws Exception {
        DispatchTask task = filing();
        Dispatcher connector = connect("http://localhost:" + Checks.freePort());
        Dispatcher there = connect(ministry.url());
        if (connector instanceof CorrectionSender sender) {
            Earlier earlier = earlier(there);
            CorrectionKind kind = sender.corrections().iterator().next();
            assertThrows(
                    TransientFailure.class, () -> sender.sendCorrection(new Correction(kind, task, earlier.filing())));
        }
        if (connector instanceof WithdrawalSender sender) {
            Earlier earlier = earlier(there);
            assertThrows(TransientFailure.class, () -> sender.sendWithdrawal(withdrawal(earlier)));
        }
    }

    /** A filing that the ministry took. */
    private record Earlier(DispatchTask task, EarlierFiling filing) {}

    private Earlier earlier(Dispatcher connector) throws Exception {
        DispatchTask task = filing();
        Acknowledged taken = Attempt.at(connector, ContractLane.LANE, task).ended(Acknowledged.class);
        return new Earlier(task, new EarlierFiling(task.filing(), taken.receipts()));
    }

    private Earlier askedToCorrect(Dispatcher connector, CorrectionKind kind) throws Exception {
        Earlier earlier = earlier(connector);
        assumeTrue(ministry.askForCorrection(earlier.task().filing(), kind), "the ministry cannot be told to ask");
        return earlier;
    }

    private Withdrawal withdrawal(Earlier earlier) throws Exception {
        DispatchTask task = earlier.task();
        return new Withdrawal(
                filing().filing(), earlier.filing(), task.procedure(), task.sender(), task.packageDigest(), "取消");
    }

    private static boolean isTheContexts(ErrorHandlerFactory factory) {
        return factory == null
                || factory instanceof RefErrorHandlerDefinition byName
                        && RefErrorHandlerDefinition.DEFAULT_ERROR_HANDLER_BUILDER.equals(byName.getRef());
    }

    private void assertUnknownAfterOneRequest(OddServer.Manner manner) throws Exception {
        try (OddServer server = OddServer.that(manner)) {
            Dispatcher connector = connect(server.url());
            Attempt attempt = Attempt.at(connector, ContractLane.LANE, filing());
            attempt.ended(Unknown.class);
            assertEquals(1, server.requests(), "requests that carried the filing");
            Duration most = connector.settings().totalTimeout().plus(Attempt.SLACK);
            assertTrue(attempt.took().compareTo(most) < 0, attempt.took() + " is longer than " + most);
        }
    }

    private Attempt dispatch(String url, DispatchTask task) throws Exception {
        return Attempt.at(connect(url), ContractLane.LANE, task);
    }

    private Dispatcher connect(String url) throws Exception {
        Dispatcher connector = connector(url);
        connected.add(connector);
        return connector;
    }

    private String filingDestination() {
        return connected.get(0).destination().toString();
    }
}
