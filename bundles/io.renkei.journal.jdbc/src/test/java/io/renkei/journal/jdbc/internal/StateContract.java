package io.renkei.journal.jdbc.internal;

import static io.renkei.journal.jdbc.internal.Samples.ready;
import static io.renkei.journal.jdbc.internal.Samples.receipt;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.ReceiptNumber;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.journal.jdbc.HashChain;
import io.renkei.ports.state.Admission;
import io.renkei.ports.state.ApplicationView;
import io.renkei.ports.state.Change;
import io.renkei.ports.state.FilingStore.Attempt;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.JournalRow;
import io.renkei.ports.state.NewApplication;
import io.renkei.ports.state.Outbox.OutboxRow;
import io.renkei.ports.state.OutboxKind;
import io.renkei.ports.state.Pace;
import io.renkei.ports.state.Transition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What the stores and the outbox promise, whichever database is behind them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(30)
abstract class StateContract {

    private static final Set<OutboxKind> ALL = EnumSet.allOf(OutboxKind.class);
    private static final int THREADS = Together.THREADS;
    private static final Pace HOURLY = Pace.steady(Duration.ofHours(1));

    Journal journal;
    Journal otherNode;
    JournalSettings settings;

    @Test
    void admitsAnApplicationWithFilingsJournalAndOutbox() {
        NewApplication application = Samples.application(journal.contents(), 3);

        assertInstanceOf(Admission.Admitted.class, journal.applications().admit(application));

        ApplicationView view = journal.applications().find(application.number()).orElseThrow();
        assertEquals(application.arrived(), view.arrived());
        assertEquals(application.senderNumber(), view.senderNumber());
        assertEquals(
                application.filings().stream().map(f -> f.key()).toList(),
                view.filings().stream().map(FilingView::key).toList());
        assertTrue(view.filings().stream().allMatch(f -> f.state() == FilingState.PLANNED && f.version() == 0));
        List<JournalRow> rows = journal.applications().timeLine(application.number());
        assertEquals(1, rows.size());
        assertEquals("ADMITTED", rows.get(0).event());
        assertEquals(Optional.empty(), HashChain.verify(rows));
        assertEquals(
                List.of(OutboxKind.APPLICATION_ACCEPTED),
                drained(application.number().digits()).stream()
                        .map(OutboxRow::kind)
                        .toList());
    }

    @Test
    void answersARepetitionWithTheFirstReceiptByteForByte() {
        NewApplication first = Samples.application(journal.contents(), 1);
        journal.applications().admit(first);
        NewApplication again = Samples.application(
                Samples.number(), first.sender(), first.senderNumber(), Samples.stage(journal.contents()), 1);

        var repeated = assertInstanceOf(
                Admission.Repeated.class, journal.applications().admit(again));

        assertEquals(first.number(), repeated.number());
        assertArrayEquals(first.receipt(), repeated.receipt());
        assertEquals(Optional.empty(), journal.applications().find(again.number()));
        var found = assertInstanceOf(Admission.Repeated.class, found(first, first.packageDigest()));
        assertArrayEquals(first.receipt(), found.receipt());
        assertInstanceOf(Admission.NumberReused.class, found(first, Sha256.of(new byte[9])));
        assertArrayEquals(
                first.receipt(),
                journal.applications().receipt(first.sender(), first.number()).orElseThrow());
        assertTrue(journal.applications()
                .receipt(new PartnerId("partner-two"), first.number())
                .isEmpty());
    }

    @Test
    void refusesOtherContentUnderAUsedNumber() {
        NewApplication first = Samples.application(journal.contents(), 1);
        journal.applications().admit(first);
        NewApplication other = Samples.withDigest(
                Samples.application(
                        Samples.number(), first.sender(), first.senderNumber(), Samples.stage(journal.contents()), 1),
                Sha256.of(new byte[] {1}));

        assertInstanceOf(Admission.NumberReused.class, journal.applications().admit(other));
        assertEquals(Optional.empty(), journal.applications().find(other.number()));
    }

    @Test
    void leavesTheSameNumberFreeForAnotherPartner() {
        NewApplication first = Samples.application(journal.contents(), 1);
        journal.applications().admit(first);
        NewApplication others = Samples.application(
                Samples.number(),
                new PartnerId("partner-two"),
                first.senderNumber(),
                Samples.stage(journal.contents()),
                1);

        assertInstanceOf(Admission.Admitted.class, journal.applications().admit(others));
    }

    @Test
    void saysThatAnArrivalNumberIsTaken() {
        NewApplication first = Samples.application(journal.contents(), 1);
        journal.applications().admit(first);
        NewApplication other = Samples.application(
                first.number(), first.sender(), Samples.senderNumber(), Samples.stage(journal.contents()), 1);

        assertInstanceOf(
                Admission.ArrivalNumberTaken.class, journal.applications().admit(other));
        assertTrue(journal.applications()
                .findBySenderNumber(other.sender(), other.senderNumber(), other.packageDigest())
                .isEmpty());
    }

    @Test
    void admitsOneOfSixteenAtOnceUnderOneSendersNumber() throws Exception {
        for (int round = 0; round < 5; round++) {
            SenderNumber senderNumber = Samples.senderNumber();
            List<Admission> answers = Together.run(i -> {
                NewApplication mine = Samples.application(
                        Samples.number(), Samples.PARTNER, senderNumber, Samples.stage(node(i).contents()), 2);
                // Odd ones carry other content than even ones.
                return node(i).applications()
                        .admit(i % 2 == 0 ? mine : Samples.withDigest(mine, Sha256.of(new byte[2])));
            });

            long admitted = answers.stream()
                    .filter(Admission.Admitted.class::isInstance)
                    .count();
            long repeated = answers.stream()
                    .filter(Admission.Repeated.class::isInstance)
                    .count();
            long reused = answers.stream()
                    .filter(Admission.NumberReused.class::isInstance)
                    .count();
            assertEquals(1, admitted, answers::toString);
            assertEquals(THREADS / 2 - 1, repeated, answers::toString);
            assertEquals(THREADS / 2, reused, answers::toString);
            ArrivalNumber winner = answers.stream()
                    .filter(Admission.Repeated.class::isInstance)
                    .map(answer -> ((Admission.Repeated) answer).number())
                    .findFirst()
                    .orElseThrow();
            assertEquals(1, drained(winner.digits()).size());
        }
    }

    @Test
    void hidesAnApplicationFromOtherPartners() {
        NewApplication application = Samples.application(journal.contents(), 1);
        journal.applications().admit(application);

        assertTrue(journal.applications()
                .find(new PartnerId("partner-two"), application.number())
                .isEmpty());
        assertTrue(journal.applications()
                .find(application.sender(), application.number())
                .isPresent());
    }

    @Test
    void listsAllApplicationsNewestFirstPageByPage() {
        for (int i = 0; i < 7; i++) {
            journal.applications().admit(Samples.application(journal.contents(), 1));
        }
        List<ArrivalNumber> all = new ArrayList<>();
        Optional<ArrivalNumber> before = Optional.empty();
        List<ApplicationView> page;
        do {
            page = journal.applications().list(before, 3);
            page.forEach(view -> all.add(view.number()));
            before = all.isEmpty() ? before : Optional.of(all.get(all.size() - 1));
        } while (!page.isEmpty());

        assertEquals(all.size(), Set.copyOf(all).size());
        assertTrue(all.size() >= 7);
        // All samples arrived at one instant, so that the number alone decides.
        assertEquals(all.stream().sorted((a, b) -> b.compareTo(a)).toList(), all);
        assertThrows(
                IllegalArgumentException.class, () -> journal.applications().list(Optional.empty(), 101));
    }

    @Test
    void listsTheApplicationsOfOneSenderOnly() {
        PartnerId lister = new PartnerId("partner-lister");
        List<ArrivalNumber> mine = IntStream.range(0, 3)
                .mapToObj(i -> Samples.application(
                        Samples.number(), lister, Samples.senderNumber(), Samples.stage(journal.contents()), 1))
                .peek(application -> journal.applications().admit(application))
                .map(NewApplication::number)
                .sorted(Collections.reverseOrder())
                .toList();
        NewApplication others = Samples.application(journal.contents(), 1);
        journal.applications().admit(others);

        List<ApplicationView> first = journal.applications().list(lister, Optional.empty(), 2);
        List<ApplicationView> second =
                journal.applications().list(lister, Optional.of(first.get(1).number()), 2);

        assertEquals(
                mine.subList(0, 2), first.stream().map(ApplicationView::number).toList());
        assertEquals(
                mine.subList(2, 3), second.stream().map(ApplicationView::number).toList());
        assertEquals(List.of(), journal.applications().list(lister, Optional.of(others.number()), 2));
    }

    @Test
    void releasesEveryPlannedFilingOnceInOneTransaction() throws Exception {
        NewApplication application = Samples.application(journal.contents(), 3);
        journal.applications().admit(application);
        FilingKey parked = application.filings().get(1).key();
        Samples.made(journal.filings(), Change.of(parked, 0, FilingEvent.PARK_ORDERED));

        List<OptionalInt> released = Together.run(i -> node(i).filings().release(application.number()));

        assertEquals(2, released.stream().mapToInt(OptionalInt::orElseThrow).sum());
        assertEquals(OptionalInt.empty(), journal.filings().release(Samples.number()));
        assertEquals(
                List.of(FilingState.READY, FilingState.PARKED, FilingState.READY),
                journal.applications().find(application.number()).orElseThrow().filings().stream()
                        .map(FilingView::state)
                        .toList());
        assertEquals(
                List.of("ADMITTED", "PARK_ORDERED", "FILLED", "FILLED"),
                timeLine(parked).stream().map(JournalRow::event).toList());
        assertEquals(2, drained(application.filings().get(2).key().toString()).size());
    }

    @Test
    void bringsTheMatterWithTheAttempt() throws Exception {
        NewApplication application = Samples.application(journal.contents(), 2);
        journal.applications().admit(application);
        otherNode.filings().release(application.number());
        FilingKey key = application.filings().get(1).key();

        Attempt attempt =
                otherNode.filings().begin(key, "node", Duration.ofMinutes(1)).orElseThrow();

        assertEquals(application.sender(), attempt.matter().sender());
        assertEquals(application.arrived(), attempt.matter().arrived());
        assertEquals(application.packageDigest(), attempt.matter().packageDigest());
        assertEquals(application.packageContent().ref().id(), attempt.matter().packageContent());
        assertEquals(application.filings().get(1).procedure(), attempt.matter().procedure());
        assertEquals(Samples.HELLO_WORK, attempt.matter().destination());
        assertArrayEquals(Samples.body(key), attempt.matter().body());
        assertArrayEquals(
                Samples.body(key), journal.filings().matter(key).orElseThrow().body());
        assertEquals(Optional.empty(), journal.filings().matter(new FilingKey(Samples.number(), 1)));
    }

    @Test
    void sharesTheQuestionsForAStatusBetweenNodes() throws Exception {
        Set<FilingKey> accepted = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < 12; i++) {
            accepted.add(arrived().key());
        }
        FilingKey ready = ready(journal).key();
        List<FilingView> asked = Collections.synchronizedList(new ArrayList<>());

        await().atMost(Duration.ofSeconds(10)).until(() -> {
            Together.run(i -> asked.addAll(node(i).filings().claimForStatus(Samples.HELLO_WORK, HOURLY, 5)));
            return asked.stream().map(FilingView::key).toList().containsAll(accepted);
        });

        assertEquals(
                asked.size(), asked.stream().map(FilingView::key).distinct().count());
        assertTrue(asked.stream().noneMatch(view -> view.key().equals(ready)));
        assertTrue(asked.stream()
                .filter(view -> accepted.contains(view.key()))
                .allMatch(view -> view.receipts().equals(List.of(receipt("arrive-id", "A-1")))));
        assertEquals(List.of(), journal.filings().claimForStatus(Samples.HELLO_WORK, HOURLY, 50));
        assertEquals(List.of(), journal.filings().claimForStatus(new DestinationId("e-tax"), HOURLY, 50));
        assertThrows(
                IllegalArgumentException.class, () -> journal.filings().claimForStatus(Samples.HELLO_WORK, HOURLY, 51));
    }

    @Test
    void asksTheLessOftenTheLongerNothingChanged() throws Exception {
        FilingKey filing = arrived().key();
        Pace doubling = new Pace(Duration.ofMillis(20), Duration.ofMillis(80));

        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            pauses.add(pauseWhenAsked(filing, doubling));
        }
        assertEquals(List.of(20L, 40L, 80L, 80L), pauses);

        FilingView now = journal.filings().find(filing).orElseThrow();
        Samples.made(journal.filings(), Change.of(filing, now.version(), FilingEvent.EXAMINATION_STARTED));
        assertEquals(20, pauseWhenAsked(filing, doubling));
    }

    private long pauseWhenAsked(FilingKey filing, Pace pace) throws SQLException {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> journal.filings().claimForStatus(Samples.HELLO_WORK, pace, 50).stream()
                        .anyMatch(view -> view.key().equals(filing)));
        try (Connection connection = DataSources.plain(settings).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select ask_pause_millis from filing where arrival_number = '"
                        + filing.application().digits() + "' and seq = " + filing.sequence())) {
            assertTrue(row.next());
            return row.getLong(1);
        }
    }

    @Test
    void claimsUnknownFilingsThatAreDue() {
        while (!journal.filings().claimUnknown(Samples.HELLO_WORK, HOURLY, 50).isEmpty()) {}
        FilingKey unknown = ready(journal).key();
        Samples.made(journal.filings(), Change.of(unknown, begun(unknown).version(), FilingEvent.OUTCOME_UNKNOWN));

        assertEquals(
                List.of(unknown),
                journal.filings().claimUnknown(Samples.HELLO_WORK, HOURLY, 1).stream()
                        .map(FilingView::key)
                        .toList());
    }

    @Test
    void tellsOfManyDestinationsWhereThereIsSomethingToAsk() throws Exception {
        while (!journal.filings().claimUnknown(Samples.HELLO_WORK, HOURLY, 50).isEmpty()) {}
        while (!journal.filings().claimForStatus(Samples.HELLO_WORK, HOURLY, 50).isEmpty()) {}
        Set<DestinationId> many = new HashSet<>(Set.of(Samples.HELLO_WORK));
        for (int i = 0; i < 1_100; i++) {
            many.add(new DestinationId("nobody-" + i));
        }
        assertEquals(Set.of(), journal.filings().toAsk(many));
        assertEquals(Set.of(), journal.filings().toAsk(Set.of()));

        FilingKey unknown = ready(journal).key();
        Samples.made(journal.filings(), Change.of(unknown, begun(unknown).version(), FilingEvent.OUTCOME_UNKNOWN));
        assertEquals(Set.of(Samples.HELLO_WORK), journal.filings().toAsk(many));
        assertEquals(Set.of(), journal.filings().toAsk(Set.of(new DestinationId("nobody-1"))));
        assertEquals(
                1,
                journal.filings().claimUnknown(Samples.HELLO_WORK, HOURLY, 50).size());
        assertEquals(Set.of(), journal.filings().toAsk(many));

        arrived();
        assertEquals(Set.of(Samples.HELLO_WORK), journal.filings().toAsk(many));
    }

    @Test
    void countsFilingsByDestinationAndState() {
        Map<FilingState, Long> before = journal.filings().counts().getOrDefault(Samples.HELLO_WORK, Map.of());
        ready(journal);
        arrived();
        Map<FilingState, Long> after = journal.filings().counts().get(Samples.HELLO_WORK);

        for (FilingState state : List.of(FilingState.READY, FilingState.ARRIVED)) {
            assertEquals(before.getOrDefault(state, 0L) + 1, after.get(state));
        }
    }

    @Test
    void passesTwoLevelsInOneTransaction() {
        FilingView ready = ready(journal);
        Attempt attempt = begun(ready.key());
        drained(ready.key().toString());
        ReceiptNumber sent = receipt("send-id", "S-1");
        ReceiptNumber arrived = receipt("arrive-id", "A-1");

        FilingView after = Samples.made(
                journal.filings(),
                new Change(
                        ready.key(),
                        attempt.version(),
                        List.of(FilingEvent.TRANSMISSION_CONFIRMED, FilingEvent.ARRIVAL_CONFIRMED),
                        List.of(sent, arrived),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("到達")));

        assertEquals(FilingState.ARRIVED, after.state());
        assertEquals(attempt.version() + 2, after.version());
        assertEquals(List.of(sent, arrived), after.receipts());
        assertEquals(Optional.of(after), journal.filings().find(ready.key()));
        assertEquals(
                List.of(OutboxKind.FILING_CHANGED),
                drained(ready.key().toString()).stream().map(OutboxRow::kind).toList());
        List<JournalRow> rows = timeLine(ready.key());
        assertEquals(
                List.of("ADMITTED", "FILLED", "ATTEMPT_STARTED", "TRANSMISSION_CONFIRMED", "ARRIVAL_CONFIRMED"),
                rows.stream().map(JournalRow::event).toList());
        assertTrue(rows.get(4).detail().contains("\"rawStatus\":\"到達\""));
    }

    @Test
    void keepsEveryReceiptAndReplacesNone() {
        FilingView arrived = arrived();
        FilingView examining = Samples.made(
                journal.filings(),
                Samples.change(
                        arrived,
                        List.of(FilingEvent.EXAMINATION_STARTED),
                        List.of(receipt("arrive-id", "A-2"), receipt("arrive-id", "A-1"))));

        assertEquals(List.of(receipt("arrive-id", "A-1"), receipt("arrive-id", "A-2")), examining.receipts());
        assertEquals(Optional.of(examining), journal.filings().find(arrived.key()));
    }

    @Test
    void writesNothingWhenAnotherChangeCameFirst() {
        FilingView ready = ready(journal);
        begun(ready.key());
        int rows = timeLine(ready.key()).size();

        var stale = assertInstanceOf(
                Transition.Stale.class,
                journal.filings().apply(Change.of(ready.key(), ready.version(), FilingEvent.PARK_ORDERED)));

        assertEquals(FilingState.ATTEMPTING, stale.now().state());
        assertEquals(rows, timeLine(ready.key()).size());
    }

    @Test
    void journalsALateEventAndChangesNothing() {
        FilingView arrived = arrived();
        drained(arrived.key().toString());

        var late = assertInstanceOf(
                Transition.Late.class,
                journal.filings()
                        .apply(Samples.change(
                                arrived,
                                List.of(FilingEvent.EXAMINATION_STARTED, FilingEvent.FILLED),
                                List.of(receipt("arrive-id", "A-9")))));

        assertEquals(arrived, late.now());
        assertEquals(Optional.of(arrived), journal.filings().find(arrived.key()));
        List<JournalRow> rows = timeLine(arrived.key());
        assertTrue(rows.get(rows.size() - 1).detail().contains("\"late\":true"));
        assertTrue(rows.get(rows.size() - 1).detail().contains("A-9"));
        assertEquals(List.of(), drained(arrived.key().toString()));
    }

    @Test
    void knowsNoFilingThatNobodyPlanned() {
        FilingView ready = ready(journal);
        FilingKey second = new FilingKey(ready.key().application(), 2);
        FilingKey other = new FilingKey(Samples.number(), 1);

        for (FilingKey key : List.of(second, other)) {
            assertInstanceOf(
                    Transition.NoSuchFiling.class, journal.filings().apply(Change.of(key, 0, FilingEvent.FILLED)));
            assertEquals(Optional.empty(), journal.filings().begin(key, "node", Duration.ofMinutes(1)));
            assertEquals(Optional.empty(), journal.filings().find(key));
        }
    }

    @Test
    void refusesAnAttemptWithoutALease() {
        FilingView ready = ready(journal);
        assertThrows(
                IllegalArgumentException.class,
                () -> journal.filings().apply(Change.of(ready.key(), ready.version(), FilingEvent.ATTEMPT_STARTED)));
    }

    @Test
    void putsTheDestinationsPointerIntoTheOutboxWhenAFilingIsReady() {
        FilingView ready = ready(journal);

        List<OutboxRow> rows = drained(ready.key().toString());

        assertEquals(
                Set.of(OutboxKind.FILING_CHANGED, OutboxKind.FILING_READY),
                Set.copyOf(rows.stream().map(OutboxRow::kind).toList()));
        assertEquals(
                Samples.HELLO_WORK.value(),
                rows.stream()
                        .filter(row -> row.kind() == OutboxKind.FILING_READY)
                        .findFirst()
                        .orElseThrow()
                        .destination());
    }

    @Test
    void beginsOneAttemptWhenTwoNodesRace() throws Exception {
        for (int round = 0; round < 10; round++) {
            FilingKey key = ready(journal).key();
            List<Optional<Attempt>> attempts =
                    Together.run(i -> node(i).filings().begin(key, "node-" + i, Duration.ofMinutes(5)));

            List<Attempt> begun = attempts.stream().flatMap(Optional::stream).toList();
            assertEquals(1, begun.size());
            assertEquals(1, begun.get(0).number());
            FilingView now = journal.filings().find(key).orElseThrow();
            assertEquals(FilingState.ATTEMPTING, now.state());
            assertEquals(begun.get(0).version(), now.version());
            assertEquals(1, now.attempts());
            assertEquals(3, timeLine(key).size());
        }
    }

    @Test
    void turnsOnlyAnExpiredLeaseIntoUnknown() {
        FilingKey live = ready(journal).key();
        FilingKey dead = ready(journal).key();
        journal.filings().begin(live, "node", Duration.ofHours(1)).orElseThrow();
        journal.filings().begin(dead, "node", Duration.ofMillis(1)).orElseThrow();
        List<FilingKey> unknown = new ArrayList<>();

        await().atMost(Duration.ofSeconds(10)).until(() -> {
            unknown.addAll(otherNode.filings().expireLeases(100));
            return unknown.contains(dead);
        });

        assertEquals(1, unknown.stream().filter(dead::equals).count());
        assertTrue(!unknown.contains(live));
        FilingView view = journal.filings().find(dead).orElseThrow();
        assertEquals(FilingState.UNKNOWN, view.state());
        assertEquals(Optional.of("LEASE-EXPIRED"), view.cause());
        assertEquals(
                FilingState.ATTEMPTING,
                journal.filings().find(live).orElseThrow().state());
        assertEquals("OUTCOME_UNKNOWN", timeLine(dead).get(3).event());
    }

    @Test
    void leavesALeaseThatOutlastsTheAttemptsOutcomeAlone() {
        FilingView ready = ready(journal);
        Attempt attempt = journal.filings()
                .begin(ready.key(), "node", Duration.ofMillis(1))
                .orElseThrow();
        var outcome =
                journal.filings().apply(Change.of(ready.key(), attempt.version(), FilingEvent.TRANSMISSION_CONFIRMED));

        assertTrue(!journal.filings().expireLeases(500).contains(ready.key()));
        assertEquals(outcome.filing(), journal.filings().find(ready.key()));
    }

    @Test
    void countsALeaseFromWhenTheLockWasHadAndNotFromWhenItWasAskedFor() throws Exception {
        FilingKey key = ready(journal).key();
        ExecutorService waiting = Executors.newSingleThreadExecutor();
        try (Connection holder = held(key)) {
            CountDownLatch asked = new CountDownLatch(1);
            Future<Attempt> attempt = waiting.submit(() -> {
                asked.countDown();
                return journal.filings()
                        .begin(key, "node", Duration.ofMinutes(1))
                        .orElseThrow();
            });
            assertTrue(asked.await(5, TimeUnit.SECONDS));
            await().pollDelay(Duration.ofMillis(300)).until(() -> !attempt.isDone());
            Instant released = Instant.now();
            holder.commit();

            Instant began = attempt.get(10, TimeUnit.SECONDS).leaseUntil().minus(Duration.ofMinutes(1));
            assertTrue(!began.isBefore(released.minusMillis(5)), () -> began + " lies before " + released);
        } finally {
            waiting.shutdownNow();
        }
    }

    @Test
    void sweepsPastAnApplicationThatSomebodyHolds() throws Exception {
        Instant past = Instant.parse("2019-01-01T00:00:00Z");
        FilingKey held = Samples.made(journal.filings(), Samples.deferred(ready(journal), past))
                .key();
        FilingKey free = Samples.made(journal.filings(), Samples.deferred(ready(journal), past.plusSeconds(1)))
                .key();
        try (Connection holder = held(held)) {
            List<FilingKey> woken = otherNode.filings().wakeDue(1);
            assertEquals(List.of(free), woken);
            holder.rollback();
        }
        assertEquals(List.of(held), journal.filings().wakeDue(1));
    }

    @Test
    void wakesAWaitingFilingWhenItIsDueAndNotBefore() {
        FilingView soon = ready(journal);
        FilingView later = ready(journal);
        Instant longAgo = Instant.parse("2026-01-01T00:00:00Z").minus(Duration.ofDays(3650));
        FilingView waiting = Samples.made(journal.filings(), Samples.deferred(soon, longAgo));
        Samples.made(journal.filings(), Samples.deferred(later, Instant.parse("9000-01-01T00:00:00Z")));
        assertEquals(Optional.of(longAgo), waiting.due());
        assertEquals(Optional.of("HELLOWORK-503"), waiting.cause());
        assertEquals(Optional.of(waiting), journal.filings().find(soon.key()));
        drained(soon.key().toString());

        List<FilingKey> woken = journal.filings().wakeDue(100);

        assertTrue(woken.contains(soon.key()));
        assertTrue(!woken.contains(later.key()));
        FilingView now = journal.filings().find(soon.key()).orElseThrow();
        assertEquals(FilingState.READY, now.state());
        assertEquals(Optional.empty(), now.due());
        assertEquals(Optional.empty(), now.cause());
        assertEquals(2, drained(soon.key().toString()).size());
    }

    @Test
    void wakesEachFilingOnceWhenNodesSweepAtOnce() throws Exception {
        Instant past = Instant.parse("2020-01-01T00:00:00Z");
        Set<FilingKey> waiting = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < 20; i++) {
            waiting.add(Samples.made(journal.filings(), Samples.deferred(ready(journal), past))
                    .key());
        }
        List<FilingKey> woken = Collections.synchronizedList(new ArrayList<>());
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            Together.run(i -> woken.addAll(node(i).filings().wakeDue(3)));
            return woken.containsAll(waiting);
        });

        assertEquals(woken.size(), Set.copyOf(woken).size());
        waiting.forEach(key -> timeLine(key));
    }

    @Test
    void keepsOneUnbrokenChainWhileManyChangeOneApplication() throws Exception {
        NewApplication application = Samples.application(journal.contents(), THREADS);
        journal.applications().admit(application);

        Together.run(i -> {
            FilingKey key = application.filings().get(i).key();
            FilingView view = Samples.made(node(i).filings(), Change.of(key, 0, FilingEvent.FILLED));
            for (int round = 0; round < 5; round++) {
                view = Samples.made(node(i).filings(), Change.of(key, view.version(), FilingEvent.PARK_ORDERED));
                view = Samples.made(node(i).filings(), Change.of(key, view.version(), FilingEvent.MADE_READY));
            }
            return view;
        });

        List<JournalRow> rows = journal.applications().timeLine(application.number());
        assertEquals(1 + THREADS * 11, rows.size());
        assertEquals(Optional.empty(), HashChain.verify(rows));
    }

    @Test
    void seesARowThatWasChangedOrDroppedInTheDatabase() throws Exception {
        FilingView changed = arrived();
        FilingView dropped = arrived();
        String number = changed.key().application().digits();
        assertEquals(
                1,
                TestDatabase.tamper(
                        settings,
                        "update journal set detail = replace(detail, 'READY', 'PARKED') where seq = 2"
                                + " and arrival_number = '" + number + "'"));
        assertEquals(
                1,
                TestDatabase.tamper(
                        settings,
                        "delete from journal where seq = 3 and arrival_number = '"
                                + dropped.key().application() + "'"));

        assertEquals(2, firstBroken(changed.key()));
        assertEquals(3, firstBroken(dropped.key()));
    }

    @Test
    void listsTheFilingsOfAStateByKeyAndDestination() {
        List<FilingKey> keys = IntStream.range(0, 5)
                .mapToObj(i -> ready(journal))
                .map(view -> Samples.made(
                                journal.filings(), Change.of(view.key(), view.version(), FilingEvent.PARK_ORDERED))
                        .key())
                .toList();
        List<FilingKey> listed = new ArrayList<>();
        Optional<FilingKey> after = Optional.empty();
        List<FilingView> page;
        do {
            page = journal.filings().list(FilingState.PARKED, Optional.of(Samples.HELLO_WORK), after, 2);
            page.forEach(view -> listed.add(view.key()));
            after = listed.isEmpty() ? after : Optional.of(listed.get(listed.size() - 1));
        } while (!page.isEmpty());

        assertTrue(listed.containsAll(keys));
        assertEquals(listed.stream().sorted().distinct().toList(), listed);
        assertEquals(
                List.of(),
                journal.filings()
                        .list(FilingState.PARKED, Optional.of(new DestinationId("e-tax")), Optional.empty(), 100));
    }

    @Test
    void handsRowsOverAgainWhenSendingThemFailed() {
        FilingView ready = ready(journal);
        while (journal.outbox().drain(ALL, 500, rows -> {}) > 0) {}
        Change park = Change.of(ready.key(), ready.version(), FilingEvent.PARK_ORDERED);
        Samples.made(journal.filings(), park);
        assertEquals(1, journal.outbox().backlog());

        List<OutboxRow> first = new ArrayList<>();
        assertThrows(
                IllegalArgumentException.class,
                () -> journal.outbox().drain(ALL, 10, rows -> {
                    first.addAll(rows);
                    throw new IllegalArgumentException("the broker is away");
                }));
        assertEquals(1, journal.outbox().backlog());
        List<OutboxRow> second = new ArrayList<>();
        assertEquals(1, journal.outbox().drain(ALL, 10, second::addAll));

        assertEquals(first, second);
        assertEquals(0, journal.outbox().backlog());
        assertEquals(0, journal.outbox().drain(ALL, 10, second::addAll));
    }

    @Test
    void givesEachRowToOneOfManyThatDrainAtOnce() throws Exception {
        for (int i = 0; i < 30; i++) {
            ready(journal);
        }
        List<Long> ids = Collections.synchronizedList(new ArrayList<>());
        await().atMost(Duration.ofSeconds(15)).until(() -> {
            Together.run(i -> node(i).outbox().drain(ALL, 7, rows -> rows.forEach(row -> ids.add(row.id()))));
            return journal.outbox().backlog() == 0;
        });

        assertTrue(ids.size() >= 90);
        assertEquals(ids.size(), Set.copyOf(ids).size());
    }

    @Test
    void drainsOnlyTheKindsAskedForOldestFirst() {
        while (journal.outbox().drain(ALL, 500, rows -> {}) > 0) {}
        ready(journal);
        ready(journal);
        List<OutboxRow> rows = new ArrayList<>();

        journal.outbox().drain(List.of(OutboxKind.FILING_READY), 500, rows::addAll);

        assertEquals(2, rows.size());
        assertTrue(rows.get(0).id() < rows.get(1).id());
        assertTrue(rows.stream().allMatch(row -> row.kind() == OutboxKind.FILING_READY));
        assertEquals(4, journal.outbox().backlog());
    }

    @Test
    void findsManyFilingsAtOnceAndOnlyThose() {
        NewApplication one = Samples.application(journal.contents(), 3);
        NewApplication two = Samples.application(journal.contents(), 2);
        journal.applications().admit(one);
        journal.applications().admit(two);
        Set<FilingKey> wanted = Set.of(
                new FilingKey(one.number(), 1),
                new FilingKey(one.number(), 3),
                new FilingKey(two.number(), 2),
                new FilingKey(two.number(), 9));

        Set<FilingKey> found =
                journal.filings().find(wanted).stream().map(FilingView::key).collect(Collectors.toSet());

        assertEquals(
                Set.of(new FilingKey(one.number(), 1), new FilingKey(one.number(), 3), new FilingKey(two.number(), 2)),
                found);
        assertEquals(List.of(), journal.filings().find(Set.of()));
    }

    @Test
    void callsBackAfterACommitThatWroteARow() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        NewApplication application = Samples.application(journal.contents(), 1);
        AutoCloseable listening = journal.outbox().onCommit(() -> {
            // The row is there when the call comes.
            if (journal.outbox().backlog() > 0) {
                calls.incrementAndGet();
            }
        });
        try {
            journal.applications().admit(application);
            assertEquals(1, calls.get());
            journal.applications().admit(application);
            assertEquals(1, calls.get(), "a repetition writes no row");
        } finally {
            listening.close();
        }
        journal.applications().admit(Samples.application(journal.contents(), 1));
        assertEquals(1, calls.get(), "a closed listener is not called");
    }

    @Test
    void survivesTheInterruptOfAThreadThatWrites() throws Exception {
        for (int round = 0; round < 20; round++) {
            NewApplication application = Samples.application(journal.contents(), 1);
            CountDownLatch started = new CountDownLatch(1);
            Thread writer = new Thread(() -> {
                started.countDown();
                while (!Thread.currentThread().isInterrupted()) {
                    journal.applications().find(application.number());
                    journal.applications().admit(application);
                    ready(journal);
                }
            });
            writer.setUncaughtExceptionHandler((thread, thrown) -> {});
            writer.start();
            started.await();
            ready(journal);
            writer.interrupt();
            writer.join(TimeUnit.SECONDS.toMillis(10));
            assertNotEquals(Thread.State.RUNNABLE, writer.getState());

            assertTrue(journal.filings().find(ready(journal).key()).isPresent());
        }
    }

    // ---------------------------------------------------------------- helpers

    /** A transaction that holds the lock of an application's chain, as another node's would. */
    private Connection held(FilingKey key) throws SQLException {
        Connection connection = DataSources.plain(settings).getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery("select seq from chain where arrival_number = '"
                    + key.application().digits() + "' for update");
        }
        return connection;
    }

    private Admission found(NewApplication application, Sha256 digest) {
        return journal.applications()
                .findBySenderNumber(application.sender(), application.senderNumber(), digest)
                .orElseThrow();
    }

    private FilingView arrived() {
        FilingView ready = ready(journal);
        Attempt attempt = begun(ready.key());
        return Samples.made(
                journal.filings(),
                new Change(
                        ready.key(),
                        attempt.version(),
                        List.of(FilingEvent.ARRIVAL_CONFIRMED),
                        List.of(receipt("arrive-id", "A-1")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private Attempt begun(FilingKey key) {
        return journal.filings().begin(key, "node", Duration.ofMinutes(5)).orElseThrow();
    }

    private Journal node(int i) {
        return i % 4 < 2 ? journal : otherNode;
    }

    /** The time line of a filing's application, which must be unbroken. */
    private List<JournalRow> timeLine(FilingKey key) {
        List<JournalRow> rows = journal.applications().timeLine(key.application());
        assertEquals(Optional.empty(), HashChain.verify(rows));
        return rows;
    }

    private long firstBroken(FilingKey key) {
        return HashChain.verify(journal.applications().timeLine(key.application()))
                .orElseThrow()
                .sequence();
    }

    /** Drains everything, and gives back what was told of one pointer. */
    private List<OutboxRow> drained(String pointer) {
        List<OutboxRow> mine = new ArrayList<>();
        while (journal.outbox()
                        .drain(
                                ALL,
                                500,
                                rows -> rows.stream()
                                        .filter(row -> row.pointer().equals(pointer))
                                        .forEach(mine::add))
                > 0) {}
        return mine;
    }
}
