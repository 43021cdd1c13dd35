package io.renkei.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.renkei.api.model.SelfInformationNumber;
import io.renkei.api.spi.AttributeSource;
import io.renkei.api.spi.AttributeSource.Answer;
import io.renkei.api.spi.AttributeSource.Question;
import io.renkei.api.spi.TransientFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The promises of {@link AttributeSource}, for one connector that asks over HTTP. A subclass hands over a simulated agency and the
 * connector. {@code docs/integrators/connector-contract.md} says which test holds which promise, and why the gateway needs it.
 */
@ConsumerType
@Timeout(60)
public abstract class AttributeSourceContract {

    /** Beyond the longest call that the connector names. */
    private static final Duration MARGIN = Duration.ofSeconds(3);

    private static final int MOST_ROUNDS = 10;
    private static final byte[] PAGE = "<html><body>ただいまメンテナンス中です</body></html>".getBytes(StandardCharsets.UTF_8);

    private final List<AttributeSource> connected = new ArrayList<>();
    private Agency agency;

    /** How the agency answers the next question. */
    public enum Manner {
        DATA,
        NO_DATA,
        UNDISCLOSED,
        /** With a handle; asked again once, it has data. */
        PENDING
    }

    /** A simulated agency, fresh for each test, which knows the person of {@link #question()} and holds data of each item. */
    @ConsumerType
    public interface Agency extends AutoCloseable {

        /** Without a slash at the end. */
        String url();

        /** How the next question is answered; all others with data. */
        void next(Manner manner) throws Exception;

        /** The next question is taken, and the connection is cut without an answer. */
        void loseNextAnswer() throws Exception;

        /** The next question is answered with status 200 and rubbish. */
        void garbleNextAnswer() throws Exception;

        /** Questions that came, those of {@code askAgain} left out. */
        long questions() throws Exception;

        @Override
        void close() throws Exception;
    }

    protected abstract Agency agency() throws Exception;

    /** The connector as it is deployed, with an instance that reaches its agency at the URL; its longest call takes 10 s at most. */
    protected abstract AttributeSource source(String url) throws Exception;

    /** What the component runtime does when the instance goes. */
    protected abstract void disconnect(AttributeSource source) throws Exception;

    /** About a person that the agency knows, with at least two items that the connector has; its reference is fresh. */
    protected abstract Question question() throws Exception;

    @BeforeEach
    final void startAgency() throws Exception {
        agency = agency();
    }

    @AfterEach
    final void stopAll() throws Exception {
        for (AttributeSource source : connected) {
            disconnect(source);
        }
        agency.close();
    }

    private AttributeSource connect(String url) throws Exception {
        AttributeSource source = source(url);
        connected.add(source);
        return source;
    }

    @Test
    void whatIsHeldIsFoundForEachItemThatIsAskedAndForNoOther() throws Exception {
        Question question = question();
        Map<SelfInformationNumber, Answer> answers = connect(agency.url()).ask(question);
        assertEquals(question.items().keySet(), answers.keySet());
        for (Answer answer : answers.values()) {
            assertFalse(assertInstanceOf(Answer.Found.class, answer).values().isEmpty());
        }
        assertEquals(1, agency.questions(), "in one call");
    }

    @Test
    void noDataIsAnAnswerAndNoFailure() throws Exception {
        agency.next(Manner.NO_DATA);
        connect(agency.url()).ask(question()).values().forEach(answer -> assertInstanceOf(Answer.NoData.class, answer));
    }

    @Test
    void whatIsNotShownToThePersonIsUndisclosed() throws Exception {
        agency.next(Manner.UNDISCLOSED);
        connect(agency.url())
                .ask(question())
                .values()
                .forEach(answer -> assertInstanceOf(Answer.Undisclosed.class, answer));
    }

    @Test
    void aPendingQuestionIsAskedAgainByItsHandleAlsoByAnotherInstance() throws Exception {
        agency.next(Manner.PENDING);
        Question question = question();
        Map<SelfInformationNumber, Answer> answers = connect(agency.url()).ask(question);
        AttributeSource afterAKill = connect(agency.url());
        for (int round = 0; round < MOST_ROUNDS && pending(answers); round++) {
            String handle = answers.values().stream()
                    .map(answer -> assertInstanceOf(Answer.Pending.class, answer))
                    .map(Answer.Pending::handle)
                    .distinct()
                    .reduce((one, other) -> {
                        throw new AssertionError("items of one answer have one handle");
                    })
                    .orElseThrow();
            answers = afterAKill.askAgain(handle, question, question.items().keySet());
        }
        assertEquals(question.items().keySet(), answers.keySet());
        answers.values().forEach(answer -> assertInstanceOf(Answer.Found.class, answer));
        assertEquals(1, agency.questions(), "it was asked anew");
    }

    private static boolean pending(Map<SelfInformationNumber, Answer> answers) {
        return answers.values().stream().anyMatch(Answer.Pending.class::isInstance);
    }

    @Test
    void aHandleThatNobodyKnowsAnswersNothing() throws Exception {
        Question question = question();
        assertEquals(
                Map.of(),
                connect(agency.url())
                        .askAgain("no-such-handle", question, question.items().keySet()));
    }

    @Test
    void theSameQuestionAgainIsAnsweredAgain() throws Exception {
        Question question = question();
        AttributeSource source = connect(agency.url());
        assertEquals(source.ask(question).keySet(), source.ask(question).keySet());
    }

    @Test
    void aLostAnswerIsATransientFailureAndTheNextQuestionIsAnswered() throws Exception {
        AttributeSource source = connect(agency.url());
        Question question = question();
        agency.loseNextAnswer();
        assertCode(question, assertThrows(TransientFailure.class, () -> source.ask(question)));
        assertEquals(question.items().keySet(), source.ask(question).keySet());
    }

    @Test
    void garbageFromTheAgencyIsATransientFailure() throws Exception {
        AttributeSource source = connect(agency.url());
        Question question = question();
        agency.garbleNextAnswer();
        assertCode(question, assertThrows(TransientFailure.class, () -> source.ask(question)));
    }

    @Test
    void whatIsNoAnswerOfTheAgencyIsATransientFailure() throws Exception {
        for (int status : new int[] {200, 500, 503}) {
            try (OddServer odd = OddServer.that(OddServer.answers(status, "", PAGE))) {
                Question question = question();
                AttributeSource source = connect(odd.url());
                assertCode(question, assertThrows(TransientFailure.class, () -> source.ask(question)));
                assertEquals(1, odd.requests(), "the gateway asks again, not the connector");
            }
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        try (OddServer elsewhere = OddServer.that(OddServer.answers(200, "", PAGE));
                OddServer odd = OddServer.that((exchange, closed) -> {
                    exchange.getResponseHeaders().set("Location", elsewhere.url());
                    exchange.sendResponseHeaders(307, -1);
                })) {
            AttributeSource source = connect(odd.url());
            Question question = question();
            assertThrows(TransientFailure.class, () -> source.ask(question));
            assertEquals(0, elsewhere.requests());
        }
    }

    @Test
    void nobodyListeningIsATransientFailure() throws Exception {
        AttributeSource source = connect("http://localhost:" + Checks.freePort());
        Question question = question();
        assertCode(question, assertThrows(TransientFailure.class, () -> source.ask(question)));
    }

    @Test
    void silenceIsATransientFailureWithinTheLongestCall() throws Exception {
        try (OddServer silent = OddServer.that(OddServer.IS_SILENT)) {
            assertEnds(connect(silent.url()));
        }
    }

    @Test
    void anAnswerThatNeverEndsIsATransientFailureWithinTheLongestCall() throws Exception {
        try (OddServer drips = OddServer.that(OddServer.DRIPS)) {
            assertEnds(connect(drips.url()));
        }
    }

    private void assertEnds(AttributeSource source) throws Exception {
        Question question = question();
        long began = System.nanoTime();
        assertCode(question, assertThrows(TransientFailure.class, () -> source.ask(question)));
        Checks.assertWithin(source.asking().longest().plus(MARGIN), began);
    }

    @Test
    void theAgencyIsProbedWithinASecondAndWithoutEffect() throws Exception {
        AttributeSource source = connect(agency.url());
        source.probe();
        Checks.assertUp(source::probe);
        assertEquals(0, agency.questions());
    }

    @Test
    void aProbeOfASilentAgencyGivesUpWithinASecond() throws Exception {
        try (OddServer silent = OddServer.that(OddServer.IS_SILENT)) {
            AttributeSource source = connect(silent.url());
            source.probe();
            Checks.assertGivesUp(source::probe);
        }
    }

    @Test
    void destinationItemsAndAskingStayTheSame() throws Exception {
        AttributeSource source = connect(agency.url());
        assertEquals(source.destination(), source.destination());
        assertEquals(source.items(), source.items());
        assertFalse(source.items().isEmpty());
        assertEquals(source.asking(), source.asking());
    }

    @Test
    void instancesThatCameAndWentLeaveNoThread() throws Throwable {
        Checks.assertLeaveNoThread(this::agency, own -> {
            AttributeSource source = source(own.url());
            source.ask(question());
            disconnect(source);
        });
    }

    private static void assertCode(Question question, TransientFailure failure) {
        Checks.assertCode(failure);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertFalse(
                    String.valueOf(cause.getMessage())
                            .contains(question.person().release()),
                    "nothing of the person is told");
        }
    }
}
