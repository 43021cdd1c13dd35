package io.renkei.journal.jdbc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.journal.jdbc.HashChain;
import io.renkei.ports.payments.PayEasyNumber;
import io.renkei.ports.payments.PaymentDetails;
import io.renkei.ports.payments.PaymentEvent;
import io.renkei.ports.payments.PaymentFilter;
import io.renkei.ports.payments.PaymentId;
import io.renkei.ports.payments.PaymentRequest;
import io.renkei.ports.payments.PaymentState;
import io.renkei.ports.payments.PaymentStore;
import io.renkei.ports.payments.PaymentView;
import io.renkei.ports.payments.PaymentWord;
import io.renkei.ports.payments.RequestPayment.Reported;
import io.renkei.ports.payments.RequestPayment.Taken;
import io.renkei.ports.state.JournalRow;
import io.renkei.ports.state.NewApplication;
import io.renkei.ports.state.OutboxKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What payment requests promise, whichever database is behind them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
abstract class PaymentContract {

    private static final DestinationId FROM = Samples.HELLO_WORK;
    private static final DestinationId OTHER = new DestinationId("e-tax");
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private static final Instant LAPSES = NOW.plusSeconds(60);
    private static final LocalDate DUE = LocalDate.of(2026, 12, 31);
    private static final PayEasyNumber PAY_EASY = new PayEasyNumber("00100", "1234567890123456", "654321", "");

    Journal journal;
    JournalSettings settings;

    private NewApplication application;
    private FilingKey filing;

    @BeforeEach
    void admit() {
        application = Samples.application(journal.contents(), 2);
        journal.applications().admit(application);
        filing = application.filings().get(0).key();
    }

    private PaymentWord word(SenderNumber number, String said, Instant at) {
        return new PaymentWord(FROM, number, filing, said, at);
    }

    @Test
    void aWordThatIsNotKnownIsKeptOnceProvedAndGoesWhenAKnownOneComes() throws Exception {
        SenderNumber number = fresh();
        List<Boolean> news = Together.run(i -> journal.paymentWords().keep(word(number, "返金済み𠮷", NOW.plusSeconds(i))));
        assertEquals(1, news.stream().filter(each -> each).count());
        assertFalse(journal.paymentWords().keep(word(number, "返金済み𠮷", NOW.plusSeconds(99))), "the same word again");
        assertTrue(journal.paymentWords().keep(word(number, "確認中", NOW)), "another word");
        assertEquals(
                List.of(word(number, "確認中", NOW)),
                journal.paymentWords().of(FROM, 500).stream()
                        .filter(each -> each.number().equals(number))
                        .toList());
        assertTrue(journal.paymentWords().list(100).contains(word(number, "確認中", NOW)));
        assertFalse(journal.paymentWords().keep(new PaymentWord(OTHER, number, filing, "x", NOW)), "another's filing");
        List<JournalRow> rows = journal.applications().timeLine(filing.application());
        assertEquals(Optional.empty(), HashChain.verify(rows));
        List<String> said = rows.stream()
                .filter(row -> row.event().equals("PAYMENT_WORD_UNKNOWN"))
                .map(JournalRow::detail)
                .toList();
        assertEquals(2, said.size());
        assertTrue(said.get(0).contains("返金済み𠮷") && said.get(1).contains("確認中"), said::toString);

        journal.paymentWords().clear(FROM, number);
        journal.paymentWords().clear(FROM, number);
        assertTrue(journal.paymentWords().of(FROM, 500).stream()
                .noneMatch(each -> each.number().equals(number)));
    }

    private PaymentStore store() {
        return journal.payments();
    }

    private static SenderNumber fresh() {
        return new SenderNumber("P-" + UUID.randomUUID());
    }

    private static PaymentDetails details(long yen) {
        return new PaymentDetails("手数料𠮷", "Fee", yen, PAY_EASY, "https://pay.example/1?n=2");
    }

    private PaymentRequest request(long yen) {
        return new PaymentRequest(filing, DUE, details(yen));
    }

    private Taken keep(DestinationId from, SenderNumber number, PaymentRequest what) {
        return store().keep(from, number, what, LAPSES, NOW);
    }

    private PaymentView kept() {
        return assertInstanceOf(Taken.Kept.class, keep(FROM, fresh(), request(4_200)))
                .payment();
    }

    private Reported report(PaymentId id, PaymentEvent event) {
        Optional<LocalDate> day = event == PaymentEvent.PAYMENT_REPORTED ? Optional.of(DUE) : Optional.empty();
        return store().report(FROM, id, event, day, NOW.plusSeconds(1));
    }

    private PaymentState state(PaymentView payment) {
        return store().find(FROM, payment.id()).orElseThrow().state();
    }

    @Test
    void isKeptOncePerNumberOfItsDestination() {
        SenderNumber number = fresh();
        Taken.Kept first = assertInstanceOf(Taken.Kept.class, keep(FROM, number, request(4_200)));
        assertFalse(first.repeated());
        assertEquals(new Taken.Kept(first.payment(), true), keep(FROM, number, request(4_200)));
        assertEquals(
                Optional.of(new Taken.Kept(first.payment(), true)), store().findByNumber(FROM, number, request(4_200)));
        assertInstanceOf(Taken.NumberReused.class, keep(FROM, number, request(4_201)));
        assertEquals(Optional.empty(), store().findByNumber(FROM, fresh(), request(4_200)));
        assertEquals(1, told(first.payment().id()));
        assertEquals(List.of("PAYMENT_REQUESTED"), events());
    }

    @Test
    void sixteenAtOnceAreKeptOnceOverAllApplications() throws Exception {
        NewApplication second = Samples.application(journal.contents(), 1);
        journal.applications().admit(second);
        PaymentRequest there = new PaymentRequest(second.filings().get(0).key(), DUE, details(4_200));
        SenderNumber number = fresh();
        List<Taken> taken = Together.run(i -> keep(FROM, number, i % 2 == 0 ? request(4_200) : there));
        assertEquals(
                1,
                taken.stream()
                        .filter(each -> each instanceof Taken.Kept kept && !kept.repeated())
                        .count());
        assertEquals(
                8, taken.stream().filter(Taken.NumberReused.class::isInstance).count());
    }

    @Test
    void whatWaitsIsListedForItsDestinationPageByPage() {
        List<PaymentId> mine = IntStream.range(0, 3).mapToObj(i -> kept().id()).toList();
        store().report(FROM, kept().id(), PaymentEvent.CANCELLATION_REPORTED, Optional.empty(), NOW);
        List<PaymentId> listed = new ArrayList<>();
        Optional<PaymentId> after = Optional.empty();
        List<PaymentView> page = store().waiting(FROM, after, 2);
        while (!page.isEmpty()) {
            page.forEach(payment -> listed.add(payment.id()));
            page = store().waiting(FROM, Optional.of(listed.get(listed.size() - 1)), 2);
        }
        assertEquals(Set.copyOf(listed).size(), listed.size());
        assertTrue(listed.containsAll(mine));
        listed.forEach(id -> assertEquals(
                PaymentState.WAITING, store().find(FROM, id).orElseThrow().state()));
        assertEquals(List.of(), store().waiting(OTHER, Optional.empty(), 10));
    }

    @Test
    void anotherDestinationsFilingAndPaymentAnswerLikeUnknownOnes() {
        PaymentView payment = kept();
        assertInstanceOf(Taken.NoSuchFiling.class, keep(OTHER, fresh(), request(1)));
        PaymentRequest nowhere = new PaymentRequest(new FilingKey(Samples.number(), 1), DUE, details(1));
        assertInstanceOf(Taken.NoSuchFiling.class, keep(FROM, fresh(), nowhere));
        assertEquals(Optional.empty(), store().find(OTHER, payment.id()));
        assertEquals(Optional.empty(), store().find(new PartnerId("somebody"), payment.id()));
        assertInstanceOf(
                Reported.NoSuchPayment.class,
                store().report(OTHER, payment.id(), PaymentEvent.CANCELLATION_REPORTED, Optional.empty(), NOW));
        assertEquals(
                details(4_200),
                store().find(Samples.PARTNER, payment.id())
                        .orElseThrow()
                        .details()
                        .orElseThrow());
    }

    @Test
    void whatIsReportedOnceMoreChangesNothingAndTheFirstDayStays() {
        PaymentView payment = kept();
        Reported.Counts paid =
                assertInstanceOf(Reported.Counts.class, report(payment.id(), PaymentEvent.PAYMENT_REPORTED));
        assertFalse(paid.repeated());
        assertEquals(PaymentState.PAID, paid.payment().state());
        Reported.Counts again = assertInstanceOf(
                Reported.Counts.class,
                store().report(
                                FROM,
                                payment.id(),
                                PaymentEvent.PAYMENT_REPORTED,
                                Optional.of(DUE.minusDays(3)),
                                NOW.plusSeconds(9)));
        assertTrue(again.repeated());
        assertEquals(Optional.of(DUE), again.payment().paidOn());
        assertInstanceOf(Reported.Ended.class, report(payment.id(), PaymentEvent.CANCELLATION_REPORTED));
        assertEquals(List.of("PAYMENT_REQUESTED", "PAYMENT_PAID"), events());
        assertEquals(2, told(payment.id()));
    }

    @Test
    void whatIsCancelledIsNotPaidAndDoesNotLapse() {
        PaymentView payment = kept();
        report(payment.id(), PaymentEvent.CANCELLATION_REPORTED);
        assertInstanceOf(Reported.Ended.class, report(payment.id(), PaymentEvent.PAYMENT_REPORTED));
        pass(LAPSES.plusSeconds(1));
        assertEquals(PaymentState.CANCELLED, state(payment));
        assertEquals(List.of("PAYMENT_REQUESTED", "PAYMENT_CANCELLED"), events());
    }

    @Test
    void lapsesWithItsLastDayAndCanBePaidAllTheSame() {
        PaymentView payment = kept();
        pass(LAPSES.minusMillis(1));
        assertEquals(PaymentState.WAITING, state(payment));
        pass(LAPSES);
        assertEquals(PaymentState.LAPSED, state(payment));
        assertInstanceOf(Reported.Ended.class, report(payment.id(), PaymentEvent.CANCELLATION_REPORTED));
        pass(LAPSES);
        assertInstanceOf(Reported.Counts.class, report(payment.id(), PaymentEvent.PAYMENT_REPORTED));
        assertEquals(List.of("PAYMENT_REQUESTED", "PAYMENT_LAPSED", "PAYMENT_PAID"), events());
        assertEquals(3, told(payment.id()));
    }

    @Test
    void sixteenAtOnceLapseItOnce() throws Exception {
        PaymentView payment = kept();
        Together.run(i -> store().passDueDays(LAPSES, 500));
        pass(LAPSES);
        assertEquals(PaymentState.LAPSED, state(payment));
        assertEquals(List.of("PAYMENT_REQUESTED", "PAYMENT_LAPSED"), events());
    }

    @Test
    void aPaymentAndTheEndOfItsDayAtOnceComeToPaid() throws Exception {
        PaymentView payment = kept();
        Together.run(i ->
                i % 2 == 0 ? store().passDueDays(LAPSES, 500) : report(payment.id(), PaymentEvent.PAYMENT_REPORTED));
        assertEquals(PaymentState.PAID, state(payment));
        assertEquals(1, events().stream().filter("PAYMENT_PAID"::equals).count());
    }

    @Test
    void listsPagesNewestFirstAndFilters() {
        PartnerId partner =
                new PartnerId("payer-" + UUID.randomUUID().toString().substring(0, 8));
        NewApplication own = Samples.application(
                Samples.number(), partner, Samples.senderNumber(), Samples.stage(journal.contents()), 2);
        journal.applications().admit(own);
        List<PaymentId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            PaymentRequest what = new PaymentRequest(own.filings().get(i % 2).key(), DUE, details(100 + i));
            Taken taken = store().keep(FROM, fresh(), what, LAPSES.plusSeconds(3_600), NOW.plusSeconds(i));
            ids.add(0, assertInstanceOf(Taken.Kept.class, taken).payment().id());
        }
        List<PaymentId> read = new ArrayList<>();
        Optional<PaymentId> before = Optional.empty();
        for (int page = 0; page < 3; page++) {
            for (PaymentView payment : store().list(partner, PaymentFilter.ALL, before, 2)) {
                read.add(payment.id());
                assertTrue(payment.details().isPresent());
            }
            before = Optional.of(read.get(read.size() - 1));
        }
        assertEquals(ids, read);

        report(ids.get(0), PaymentEvent.PAYMENT_REPORTED);
        PaymentFilter paid = new PaymentFilter(Optional.empty(), Optional.of(PaymentState.PAID));
        assertEquals(List.of(ids.get(0)), ids(store().list(partner, paid, Optional.empty(), 10)));
        PaymentFilter ofOne =
                new PaymentFilter(Optional.of(own.filings().get(1).key()), Optional.of(PaymentState.WAITING));
        assertEquals(List.of(ids.get(1), ids.get(3)), ids(store().list(partner, ofOne, Optional.empty(), 10)));
    }

    @Test
    void operatorsAndEventsSeeNoDetails() {
        PaymentView payment = kept();
        report(payment.id(), PaymentEvent.CANCELLATION_REPORTED);
        PaymentView listed = store().list(PaymentState.CANCELLED, 100).stream()
                .filter(each -> each.id().equals(payment.id()))
                .findFirst()
                .orElseThrow();
        assertEquals(Optional.empty(), listed.details());
        assertEquals(List.of(listed), store().find(Set.of(payment.id(), new PaymentId(UUID.randomUUID()))));
        assertEquals(List.of(), store().find(Set.of()));
        assertThrows(IllegalArgumentException.class, () -> store().list(PaymentState.PAID, 101));
    }

    @Test
    void theChainStaysWholeAndHoldsNeitherAmountNorNumbers() {
        PaymentView payment = kept();
        report(payment.id(), PaymentEvent.PAYMENT_REPORTED);
        List<JournalRow> rows = journal.applications().timeLine(application.number());
        assertEquals(Optional.empty(), HashChain.verify(rows));
        String told = rows.stream().map(JournalRow::detail).collect(Collectors.joining());
        assertTrue(told.contains(payment.id().toString()), told);
        // A random number may have the same digits.
        String all = told.replace(payment.id().toString(), "");
        for (String kept : List.of("4200", PAY_EASY.number(), PAY_EASY.confirmation(), "手数料", "pay.example")) {
            assertFalse(all.contains(kept), kept);
        }
    }

    @Test
    void erasedWithItsCaseItKeepsItsStateAndTakesReports() throws Exception {
        PaymentView payment = kept();
        journal.contents()
                .destroyCaseKey(
                        journal.followUps().caseKey(application.number()).orElseThrow());
        assertEquals(
                Optional.empty(),
                store().find(Samples.PARTNER, payment.id()).orElseThrow().details());
        assertEquals(1, TestDatabase.count(settings, "payment where sealed is null and id = '" + payment.id() + "'"));
        assertInstanceOf(Reported.Counts.class, report(payment.id(), PaymentEvent.PAYMENT_REPORTED));
        assertInstanceOf(Taken.NoSuchFiling.class, keep(FROM, fresh(), request(1)));
    }

    @Test
    void detailsThatWereExchangedAreNotShownAndHideNoOthers() throws Exception {
        PaymentView first = kept();
        PaymentView second = kept();
        TestDatabase.tamper(
                settings,
                "update payment set sealed = (select sealed from payment where id = '" + first.id() + "') where id = '"
                        + second.id() + "'");
        assertEquals(
                Optional.empty(),
                store().find(Samples.PARTNER, second.id()).orElseThrow().details());
        assertTrue(store().find(Samples.PARTNER, first.id())
                .orElseThrow()
                .details()
                .isPresent());
    }

    private static List<PaymentId> ids(List<PaymentView> payments) {
        return payments.stream().map(PaymentView::id).toList();
    }

    /** What other tests left behind comes along. */
    private void pass(Instant now) {
        while (store().passDueDays(now, 500) > 0) {
            // All of them.
        }
    }

    private List<String> events() {
        return journal.applications().timeLine(application.number()).stream()
                .map(JournalRow::event)
                .filter(event -> event.startsWith("PAYMENT"))
                .toList();
    }

    /** How often the portal is to be told of it. */
    private long told(PaymentId id) {
        List<String> told = new ArrayList<>();
        while (journal.outbox()
                        .drain(
                                Set.of(OutboxKind.PAYMENT_CHANGED),
                                500,
                                rows -> rows.forEach(row -> told.add(row.pointer())))
                > 0) {
            // All of them.
        }
        return told.stream().filter(id.toString()::equals).count();
    }
}
