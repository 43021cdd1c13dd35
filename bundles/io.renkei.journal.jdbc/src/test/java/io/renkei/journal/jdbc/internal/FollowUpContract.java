package io.renkei.journal.jdbc.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.ApplicationState;
import io.renkei.api.model.CorrectionKind;
import io.renkei.api.model.CorrectionRequest;
import io.renkei.api.model.CorrectionRequest.Reason;
import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingPurpose;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.ReceiptNumber;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.journal.jdbc.HashChain;
import io.renkei.ports.content.ContentRef;
import io.renkei.ports.content.ContentStore.CaseKeyId;
import io.renkei.ports.state.ApplicationView;
import io.renkei.ports.state.Change;
import io.renkei.ports.state.CorrectionAdmission;
import io.renkei.ports.state.FilingStore.Attempt;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.FollowUpStore.Asked;
import io.renkei.ports.state.FollowUpStore.NewCorrection;
import io.renkei.ports.state.FollowUpStore.Withdrawal;
import io.renkei.ports.state.NewApplication;
import io.renkei.ports.state.Outbox.OutboxRow;
import io.renkei.ports.state.OutboxKind;
import io.renkei.ports.state.Transition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What the store promises of corrections and withdrawals, whichever database is behind it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(30)
abstract class FollowUpContract {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final ReceiptNumber ARRIVE_ID = Samples.receipt("arrive-id", "9002026000000001");
    private static final CorrectionRequest REQUEST = new CorrectionRequest(
            CorrectionKind.PARTIAL,
            Optional.of(Instant.parse("2026-05-01T00:00:00Z")),
            false,
            List.of(new Reason("employee.name.kana", "山田太郎様のフリガナに誤り", "EGOV-041", "Correct it.", "訂正してください。")));

    Journal journal;
    JournalSettings settings;

    private NewApplication application;
    private FilingKey key;

    @BeforeEach
    void admit() {
        application = Samples.application(journal.contents(), 2);
        journal.applications().admit(application);
        journal.filings().release(application.number());
        key = application.filings().get(0).key();
    }

    @Test
    void keepsWhatIsAskedForEncryptedUnderTheKeyOfTheCase() throws Exception {
        ask(REQUEST);

        Asked asked = journal.followUps().asked(application.number()).get(0);
        assertEquals(REQUEST, asked.request());
        assertEquals(1, asked.ordinal());
        assertEquals(
                List.of(),
                journal.followUps().lastAsked(key).orElseThrow().request().reasons());
        assertTrue(drained().stream().anyMatch(row -> row.kind() == OutboxKind.CORRECTION_REQUESTED));
        assertEquals(ApplicationState.NEEDS_ACTION, view().state());
        assertFalse(
                journal.applications().timeLine(application.number()).toString().contains("山田"));
        assertFalse(storedReasons().contains("山田"), "no row holds a reason in the clear");

        journal.contents().destroyCaseKey(caseKey());
        Asked erased = journal.followUps().asked(application.number()).get(0);
        assertEquals(List.of(), erased.request().reasons());
        assertEquals(REQUEST.deadline(), erased.request().deadline());
        assertEquals("erased", storedReasons(), "nothing of them is left");
    }

    @Test
    void reasonsThatWereExchangedAreNotShown() throws Exception {
        ask(REQUEST);
        TestDatabase.tamper(
                settings,
                "update correction_request set ordinal = 7 where arrival_number = '"
                        + application.number().digits() + "'");
        assertThrows(IOException.class, () -> journal.followUps().asked(application.number()));
    }

    @Test
    void anotherRequestIsKeptBesideTheFirst() throws Exception {
        ask(REQUEST);
        take(attempt(admitted(correction("c-1", "changed"))), FilingEvent.ARRIVAL_CONFIRMED, ARRIVE_ID);
        CorrectionRequest second =
                new CorrectionRequest(CorrectionKind.WHOLE, Optional.empty(), true, List.of(Reason.of("", "全部")));
        change(FilingEvent.CORRECTION_ASKED, Optional.of(second));

        List<Asked> asked = journal.followUps().asked(application.number());
        assertEquals(List.of(1, 2), asked.stream().map(Asked::ordinal).toList());
        assertEquals(second, asked.get(1).request());
    }

    @Test
    void aCorrectionIsAFilingOfItsOwnThatGoesToTheQueueOfTheFirstAlone() throws Exception {
        ask(REQUEST);
        drained();
        NewCorrection correction = correction("c-1", "changed");

        FilingView answer = admitted(correction);

        assertEquals(new FilingKey(application.number(), 3), answer.key());
        assertEquals(FilingPurpose.CORRECTION, answer.purpose());
        assertEquals(Optional.of(key), answer.earlier());
        assertEquals(
                List.of(answer.key().toString()),
                drained().stream()
                        .filter(row -> row.kind() == OutboxKind.FILING_READY)
                        .map(OutboxRow::pointer)
                        .toList());
        assertEquals(ApplicationState.IN_PROGRESS, view().state());
        assertArrayEquals(
                correction.receipt(), journal.followUps().receipt(answer.key()).orElseThrow());

        Attempt attempt = attempt(answer);
        assertEquals("changed", new String(attempt.matter().body(), StandardCharsets.UTF_8));
        assertEquals(correction.packageDigest(), attempt.matter().packageDigest());
        assertEquals(correction.content().id(), attempt.matter().packageContent());
        assertEquals(Samples.PARTNER, attempt.matter().sender());
        assertEquals(List.of(ARRIVE_ID), attempt.earlier().orElseThrow().receipts());
        assertEquals(FilingState.CORRECTION_REQUESTED, stateOf(key), "nothing has reached the destination yet");

        take(attempt, FilingEvent.TRANSMISSION_CONFIRMED, ARRIVE_ID);
        assertEquals(FilingState.CLOSED, stateOf(answer.key()));
        assertEquals(FilingState.EXAMINING, stateOf(key));
        assertEquals(
                List.of(),
                journal.filings().find(answer.key()).orElseThrow().receipts(),
                "a number of the first is none of its own, so that a notice matches one filing");
        assertEquals(Optional.empty(), HashChain.verify(journal.applications().timeLine(application.number())));
    }

    @Test
    void aResubmissionGoesOnByItselfAndEndsTheFirst() throws Exception {
        ask(new CorrectionRequest(CorrectionKind.WHOLE, Optional.empty(), true, List.of()));
        FilingView answer = admitted(correction("c-1", "again", FilingPurpose.RESUBMISSION));
        ReceiptNumber second = Samples.receipt("arrive-id", "9002026000000002");

        take(attempt(answer), FilingEvent.ARRIVAL_CONFIRMED, second);

        FilingView after = journal.filings().find(answer.key()).orElseThrow();
        assertEquals(FilingState.ARRIVED, after.state());
        assertEquals(List.of(second), after.receipts());
        assertEquals(FilingState.CLOSED, stateOf(key));
        assertInstanceOf(
                CorrectionAdmission.NotOpen.class,
                journal.followUps().correct(correction("c-2", "once more", FilingPurpose.RESUBMISSION)));
    }

    @Test
    void aRefusedFilingIsSentAgainAsAResubmission() throws Exception {
        arrive();
        change(FilingEvent.REFUSAL_RECEIVED, Optional.empty());
        assertInstanceOf(CorrectionAdmission.NotOpen.class, journal.followUps().correct(correction("c-1", "changed")));
        FilingView answer = admitted(correction("c-1", "again", FilingPurpose.RESUBMISSION));

        take(attempt(answer), FilingEvent.ARRIVAL_CONFIRMED, Samples.receipt("arrive-id", "9002026000000003"));

        assertEquals(FilingState.REFUSED, stateOf(key), "what was refused stays refused");
        assertEquals(FilingState.ARRIVED, stateOf(answer.key()));
    }

    @Test
    void aNumberIsAnsweredWithTheFirstReceiptOrRefused() throws Exception {
        ask(REQUEST);
        NewCorrection first = correction("c-1", "changed");
        admitted(first);

        CorrectionAdmission.Repeated again = assertInstanceOf(
                CorrectionAdmission.Repeated.class, journal.followUps().correct(first));
        assertArrayEquals(first.receipt(), again.receipt());
        assertEquals(first.key(), again.key());
        assertInstanceOf(
                CorrectionAdmission.NumberReused.class, journal.followUps().correct(correction("c-1", "other")));
        assertInstanceOf(CorrectionAdmission.NotOpen.class, journal.followUps().correct(correction("c-2", "other")));
        assertEquals(3, view().filings().size());
        assertInstanceOf(
                CorrectionAdmission.Repeated.class,
                journal.followUps()
                        .findBySenderNumber(key, first.senderNumber(), first.packageDigest())
                        .orElseThrow());
    }

    @Test
    void oneOfManyCorrectionsAtOnceIsTaken() throws Exception {
        ask(REQUEST);
        List<NewCorrection> corrections = new ArrayList<>();
        for (int i = 0; i < Together.THREADS; i++) {
            corrections.add(correction("c-" + i, "changed " + i));
        }
        List<CorrectionAdmission> answers =
                Together.run(thread -> journal.followUps().correct(corrections.get(thread)));
        assertEquals(
                1,
                answers.stream()
                        .filter(CorrectionAdmission.Admitted.class::isInstance)
                        .count());
        assertEquals(3, view().filings().size());
    }

    @Test
    void nothingIsTakenWhereNothingIsAskedFor() throws Exception {
        arrive();
        assertInstanceOf(CorrectionAdmission.NotOpen.class, journal.followUps().correct(correction("c-1", "changed")));
        assertEquals(2, view().filings().size());
    }

    @Test
    void aCorrectionWhoseReplyIsLostIsAskedAboutAndNotSentAgain() throws Exception {
        ask(REQUEST);
        FilingView answer = admitted(correction("c-1", "changed"));
        journal.filings().begin(answer.key(), "killed", Duration.ofMillis(1)).orElseThrow();
        while (stateOf(answer.key()) == FilingState.ATTEMPTING) {
            journal.filings().expireLeases(10);
        }
        assertEquals(FilingState.UNKNOWN, stateOf(answer.key()));
        assertTrue(journal.filings().begin(answer.key(), "n", LEASE).isEmpty());
        assertEquals(FilingState.CORRECTION_REQUESTED, stateOf(key));

        FilingView unknown = journal.filings().find(answer.key()).orElseThrow();
        Samples.made(
                journal.filings(),
                Samples.change(unknown, List.of(FilingEvent.TRANSMISSION_CONFIRMED), List.of(ARRIVE_ID)));
        assertEquals(FilingState.CLOSED, stateOf(answer.key()));
        assertEquals(FilingState.EXAMINING, stateOf(key));
    }

    @Test
    void aCorrectionThatIsNoLongerAskedForIsTakenBackUnsent() throws Exception {
        ask(REQUEST);
        FilingView answer = admitted(correction("c-1", "changed"));
        change(FilingEvent.CORRECTION_SENT, Optional.empty());

        assertTrue(journal.filings().begin(answer.key(), "n", LEASE).isEmpty());
        assertEquals(FilingState.WITHDRAWN, stateOf(answer.key()));
        assertEquals(FilingState.EXAMINING, stateOf(key));
    }

    @Test
    void aFilingOfWhichNothingWasSentIsWithdrawnAtOnce() {
        Withdrawal.Done done = assertInstanceOf(Withdrawal.Done.class, withdraw());
        assertEquals(FilingState.WITHDRAWN, done.now().state());
        assertInstanceOf(Withdrawal.Done.class, withdraw());
        assertTrue(journal.filings().begin(key, "n", LEASE).isEmpty(), "nothing goes out");
        assertEquals(2, view().filings().size());
    }

    @Test
    void anAttemptThatBeganWinsAndTheWithdrawalFollowsIt() {
        Attempt attempt = journal.filings().begin(key, "n", LEASE).orElseThrow();
        Withdrawal.Asked asked = assertInstanceOf(Withdrawal.Asked.class, withdraw());
        assertEquals(FilingState.ATTEMPTING, asked.now().state());
        assertTrue(journal.filings().begin(asked.withdrawal(), "n", LEASE).isEmpty());
        assertEquals(FilingState.WAITING, stateOf(asked.withdrawal()));

        take(attempt, FilingEvent.ARRIVAL_CONFIRMED, ARRIVE_ID);
        ready(asked.withdrawal());
        Attempt withdrawal =
                journal.filings().begin(asked.withdrawal(), "n", LEASE).orElseThrow();
        assertEquals("理由", new String(withdrawal.matter().body(), StandardCharsets.UTF_8));
        take(withdrawal, FilingEvent.ARRIVAL_CONFIRMED, ARRIVE_ID);
        assertEquals(FilingState.WITHDRAWING, stateOf(key));
        assertEquals(FilingState.CLOSED, stateOf(asked.withdrawal()));
    }

    @Test
    void anAttemptThatSentNothingIsNotRepeatedAfterAWithdrawal() {
        Attempt attempt = journal.filings().begin(key, "n", LEASE).orElseThrow();
        Withdrawal.Asked asked = assertInstanceOf(Withdrawal.Asked.class, withdraw());
        FilingView attempting = journal.filings().find(key).orElseThrow();
        assertEquals(attempt.version(), attempting.version());
        Samples.made(
                journal.filings(), Samples.deferred(attempting, Instant.now().plusSeconds(3_600)));

        assertTrue(journal.filings().begin(asked.withdrawal(), "n", LEASE).isEmpty());
        assertEquals(FilingState.WITHDRAWN, stateOf(key));
        assertEquals(FilingState.WITHDRAWN, stateOf(asked.withdrawal()));
    }

    @Test
    void aWithdrawalThatTheDestinationRefusesLetsTheExaminationGoOn() {
        arrive();
        Withdrawal.Asked asked = assertInstanceOf(Withdrawal.Asked.class, withdraw());
        assertEquals(FilingState.WITHDRAWING, asked.now().state());
        assertEquals(
                asked.withdrawal(),
                assertInstanceOf(Withdrawal.Asked.class, withdraw()).withdrawal(),
                "once more is the same withdrawal");

        take(journal.filings().begin(asked.withdrawal(), "n", LEASE).orElseThrow(), FilingEvent.REFUSAL_RECEIVED);
        assertEquals(FilingState.EXAMINING, stateOf(key));
        assertEquals(FilingState.REFUSED, stateOf(asked.withdrawal()));

        Withdrawal.Asked second = assertInstanceOf(Withdrawal.Asked.class, withdraw());
        take(
                journal.filings().begin(second.withdrawal(), "n", LEASE).orElseThrow(),
                FilingEvent.TRANSMISSION_CONFIRMED,
                ARRIVE_ID);
        change(FilingEvent.WITHDRAWAL_ACCEPTED, Optional.empty());
        assertInstanceOf(Withdrawal.Done.class, withdraw());
    }

    @Test
    void aDecidedFilingIsNotWithdrawnAndAnAnswerIsNoFilingToWithdraw() throws Exception {
        ask(REQUEST);
        FilingView answer = admitted(correction("c-1", "changed"));
        assertTrue(journal.followUps().withdraw(answer.key(), "").isEmpty());
        change(FilingEvent.DECISION_MADE, Optional.empty());
        assertInstanceOf(Withdrawal.TooLate.class, withdraw());
        assertTrue(journal.followUps()
                .withdraw(new FilingKey(application.number(), 99), "")
                .isEmpty());
    }

    private Withdrawal withdraw() {
        return journal.followUps().withdraw(key, "理由").orElseThrow();
    }

    private void arrive() {
        take(journal.filings().begin(key, "n", LEASE).orElseThrow(), FilingEvent.ARRIVAL_CONFIRMED, ARRIVE_ID);
    }

    private void ask(CorrectionRequest request) {
        arrive();
        change(FilingEvent.CORRECTION_ASKED, Optional.of(request));
    }

    private void change(FilingEvent event, Optional<CorrectionRequest> request) {
        FilingView now = journal.filings().find(key).orElseThrow();
        Transition made = journal.filings()
                .apply(new Change(
                        key,
                        now.version(),
                        List.of(event),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        request));
        assertInstanceOf(Transition.Made.class, made);
    }

    private void ready(FilingKey waiting) {
        FilingView now = journal.filings().find(waiting).orElseThrow();
        Samples.made(journal.filings(), Change.of(waiting, now.version(), FilingEvent.MADE_READY));
    }

    private Attempt attempt(FilingView answer) {
        return journal.filings().begin(answer.key(), "n", LEASE).orElseThrow();
    }

    private void take(Attempt attempt, FilingEvent event, ReceiptNumber... receipts) {
        Change change = new Change(
                attempt.filing(),
                attempt.version(),
                List.of(event),
                List.of(receipts),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertInstanceOf(Transition.Made.class, journal.filings().apply(change));
    }

    private FilingView admitted(NewCorrection correction) {
        return assertInstanceOf(
                        CorrectionAdmission.Admitted.class, journal.followUps().correct(correction))
                .correction();
    }

    private NewCorrection correction(String number, String body) throws IOException {
        return correction(number, body, FilingPurpose.CORRECTION);
    }

    private NewCorrection correction(String number, String body, FilingPurpose purpose) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        ContentRef content = journal.contents().store(caseKey(), new ByteArrayInputStream(bytes), Long.MAX_VALUE);
        return new NewCorrection(
                new FilingKey(application.number(), view().filings().size() + 1),
                key,
                purpose,
                new SenderNumber(number),
                Instant.parse("2026-04-10T00:00:00Z"),
                Sha256.of(bytes),
                content,
                "portal",
                bytes,
                ("receipt of " + number).getBytes(StandardCharsets.US_ASCII));
    }

    private CaseKeyId caseKey() {
        return journal.followUps().caseKey(application.number()).orElseThrow();
    }

    private ApplicationView view() {
        return journal.applications().find(application.number()).orElseThrow();
    }

    private FilingState stateOf(FilingKey filing) {
        return journal.filings().find(filing).orElseThrow().state();
    }

    private List<OutboxRow> drained() {
        List<OutboxRow> rows = new ArrayList<>();
        while (journal.outbox().drain(EnumSet.allOf(OutboxKind.class), 500, rows::addAll) > 0) {
            // All of them.
        }
        return rows;
    }

    /** The bytes that stand in the database, as text. */
    private String storedReasons() throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = DataSources.plain(settings).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select sealed from correction_request where arrival_number = '"
                        + application.number().digits() + "'")) {
            while (rows.next()) {
                byte[] sealed = rows.getBytes(1);
                all.append(sealed == null ? "erased" : new String(sealed, StandardCharsets.UTF_8));
            }
        }
        assertFalse(all.isEmpty(), "there are reasons");
        return all.toString();
    }
}
