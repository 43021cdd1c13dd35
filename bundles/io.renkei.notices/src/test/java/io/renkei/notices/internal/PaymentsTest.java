package io.renkei.notices.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.ports.payments.MemoryPayments;
import io.renkei.ports.payments.PayEasyNumber;
import io.renkei.ports.payments.PaymentDetails;
import io.renkei.ports.payments.PaymentId;
import io.renkei.ports.payments.PaymentRequest;
import io.renkei.ports.payments.PaymentState;
import io.renkei.ports.payments.RequestPayment.Reported;
import io.renkei.ports.payments.RequestPayment.Taken;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaymentsTest {

    private static final DestinationId SOCIETY = new DestinationId("health-insurance-society.06130012");
    private static final SenderNumber NUMBER = new SenderNumber("S-1");
    private static final LocalDate DUE = LocalDate.of(2026, 12, 31);
    private static final FilingKey FILING =
            new FilingKey(ArrivalNumber.draw(LocalDate.of(2026, 11, 29), new Random(5)), 2);

    private final MemoryPayments memory = new MemoryPayments();
    private final Moving clock = new Moving(Instant.parse("2026-12-01T00:00:00Z"));
    private PaymentSettings settings = of(Map.of("link.hosts.health-insurance-society", "Pay.example"), 60_000);
    private final PaymentDesk desk = new PaymentDesk(memory, () -> settings, clock);
    private final DueDays dueDays = new DueDays(memory, clock);

    @BeforeEach
    void know() {
        memory.know(FILING, SOCIETY, new PartnerId("acme"));
    }

    private static PaymentSettings of(Map<String, String> file, long pause) {
        return PaymentSettings.of(
                (PaymentsConfig) Proxy.newProxyInstance(
                        PaymentsConfig.class.getClassLoader(),
                        new Class<?>[] {PaymentsConfig.class},
                        (proxy, key, arguments) -> pause),
                file);
    }

    private static PaymentRequest request(String link) {
        PayEasyNumber payEasy = new PayEasyNumber("00100", "1234567890123456", "654321", "");
        return new PaymentRequest(FILING, DUE, new PaymentDetails("手数料", "", 4_200, payEasy, link));
    }

    private PaymentId kept() {
        return assertInstanceOf(Taken.Kept.class, desk.request(SOCIETY, NUMBER, request("")))
                .payment()
                .id();
    }

    private PaymentState state(PaymentId id) {
        return memory.find(SOCIETY, id).orElseThrow().state();
    }

    @Test
    void lapsesWhenItsLastDayIsOverInJapan() {
        PaymentId id = kept();
        clock.now = Instant.parse("2026-12-31T14:59:59.999Z");
        dueDays.look();
        assertEquals(PaymentState.WAITING, state(id));
        clock.now = Instant.parse("2026-12-31T15:00:00Z");
        dueDays.look();
        assertEquals(PaymentState.LAPSED, state(id));
    }

    @Test
    void aPaymentThatIsReportedAfterTheLastDayCounts() {
        PaymentId id = kept();
        clock.now = Instant.parse("2027-01-05T00:00:00Z");
        dueDays.look();
        Reported.Counts paid = assertInstanceOf(Reported.Counts.class, desk.paid(SOCIETY, id, DUE));
        assertEquals(PaymentState.PAID, paid.payment().state());
        assertInstanceOf(Reported.Ended.class, desk.cancelled(SOCIETY, id));
    }

    @Test
    void whatWasCancelledIsNotPaid() {
        PaymentId id = kept();
        assertInstanceOf(Reported.Counts.class, desk.cancelled(SOCIETY, id));
        assertInstanceOf(Reported.Ended.class, desk.paid(SOCIETY, id, LocalDate.of(2026, 12, 1)));
        assertEquals(PaymentState.CANCELLED, state(id));
    }

    /** In Japan it is 9 o'clock on the 1st. */
    @Test
    void nobodyHasPaidTomorrow() {
        PaymentId id = kept();
        assertInstanceOf(Reported.DayToCome.class, desk.paid(SOCIETY, id, LocalDate.of(2026, 12, 2)));
        clock.now = Instant.parse("2026-12-01T15:00:00Z");
        assertInstanceOf(Reported.Counts.class, desk.paid(SOCIETY, id, LocalDate.of(2026, 12, 2)));
    }

    @Test
    void aLinkLeadsOnlyWhereTheOperatorHasSaid() {
        for (String strange : List.of(
                "https://evil.example/",
                "https://pay.example.evil.example/",
                "https://evilpay.example/",
                "https://pay.example:8443/")) {
            assertInstanceOf(Taken.LinkNotListed.class, desk.request(SOCIETY, NUMBER, request(strange)));
        }
        assertEquals(0, memory.size());
        assertInstanceOf(Taken.Kept.class, desk.request(SOCIETY, NUMBER, request("https://PAY.example/1")));

        settings = of(Map.of(), 60_000);
        Taken.Kept again =
                assertInstanceOf(Taken.Kept.class, desk.request(SOCIETY, NUMBER, request("https://PAY.example/1")));
        assertTrue(again.repeated(), "what was taken stays taken when the list changes");
        assertInstanceOf(
                Taken.LinkNotListed.class,
                desk.request(SOCIETY, new SenderNumber("S-2"), request("https://pay.example/1")));
    }

    @Test
    void whatIsSaidOfAnInstanceCountsAlone() {
        PaymentSettings own = of(
                Map.of(
                        "link.hosts.health-insurance-society",
                        "pay.example",
                        "link.hosts." + SOCIETY,
                        "own.example | own.example:8443 |"),
                10);
        assertTrue(own.lists(SOCIETY, "own.example:8443"));
        assertEquals(false, own.lists(SOCIETY, "pay.example"));
        assertTrue(own.lists(new DestinationId("health-insurance-society.06139999"), "pay.example"));
    }

    @Test
    void allFaultsAreToldAtOnceInTheTermsOfTheFile() {
        String sentence = assertThrows(
                        IllegalArgumentException.class,
                        () -> of(
                                Map.of(
                                        "link.hosts.e-tax", "https://pay.example",
                                        "link.hosts.eltax", "*.example",
                                        "link.hosts.E", "pay.example"),
                                9))
                .getMessage();
        for (String key : List.of("due.pause.millis", "link.hosts.e-tax", "link.hosts.eltax", "link.hosts.E")) {
            assertTrue(sentence.contains(key), sentence);
        }
    }

    @Test
    void noHostIsAllowedThatNobodyNamed() {
        assertEquals(Set.of(), of(Map.of(), 60_000).hosts().of(SOCIETY));
    }
}
