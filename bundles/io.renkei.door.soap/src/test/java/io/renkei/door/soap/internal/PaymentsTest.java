package io.renkei.door.soap.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.ports.doors.FakeIntake;
import io.renkei.ports.payments.PayEasyNumber;
import io.renkei.ports.payments.PaymentDetails;
import io.renkei.ports.payments.PaymentEvent;
import io.renkei.ports.payments.PaymentId;
import io.renkei.ports.payments.PaymentRequest;
import io.renkei.ports.payments.RequestPayment.Taken;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class PaymentsTest extends DoorTest {

    private static final DestinationId HELLO_WORK = new DestinationId("hello-work");
    private static final FilingKey FILING = new FilingKey(new ArrivalNumber("200001010000000004"), 1);
    private static final LocalDate DUE = LocalDate.of(2026, 12, 31);

    private PaymentId request(String number) {
        door.kernel.payments.memory.know(FILING, HELLO_WORK, new PartnerId("acme"));
        PaymentDetails details = new PaymentDetails(
                "手数料 <1>",
                "Fee",
                4_200,
                new PayEasyNumber("00100", "1234567890123456", "654321", "1"),
                "https://pay.example/1?a=1&b=2");
        return ((Taken.Kept) door.kernel.payments.memory.keep(
                        HELLO_WORK,
                        new SenderNumber(number),
                        new PaymentRequest(FILING, DUE, details),
                        Instant.parse("2026-12-31T15:00:00Z"),
                        FakeIntake.NOW))
                .payment()
                .id();
    }

    @Test
    void whatIsToBePaidIsListedAndShownWithAllThatTheOtherDoorShows() {
        PaymentId id = request("HW-1");
        Element list = good(application("acme", "<listPayments xmlns='" + NS + "'/>"));
        Element shown = good(application("acme", show(id)));
        for (Element answer : new Element[] {list, shown}) {
            assertEquals(id.toString(), value(answer, "id"));
            assertEquals("HW-1", value(answer, "number"));
            assertEquals(FILING.toString(), value(answer, "filing"));
            assertEquals("WAITING", value(answer, "code"));
            assertEquals("2026-12-31", value(answer, "due"));
            assertEquals("手数料 <1>", value(answer, "title"));
            assertEquals("4200", value(answer, "amount"));
            assertEquals("00100", value(answer, "facilityNumber"));
            assertEquals("1234567890123456", value(answer, "payNumber"));
            assertEquals("654321", value(answer, "confirmNumber"));
            assertEquals("1", value(answer, "payCategory"));
            assertEquals("https://pay.example/1?a=1&b=2", value(answer, "link"));
        }
    }

    @Test
    void aListIsAskedByStateAndFilingAndGoesOnPageByPage() {
        PaymentId first = request("HW-1");
        PaymentId second = request("HW-2");
        Element page = good(application("acme", list("<limit>1</limit>")));
        assertEquals(second.toString(), value(page, "id"));
        String cursor = "<cursor>" + value(page, "next") + "</cursor>";
        assertEquals(first.toString(), value(good(application("acme", list("<limit>1</limit>" + cursor))), "id"));

        door.kernel.payments.memory.report(
                HELLO_WORK,
                first,
                PaymentEvent.PAYMENT_REPORTED,
                Optional.of(LocalDate.of(2026, 11, 30)),
                FakeIntake.NOW);
        Element paid = good(application("acme", list("<filing>" + FILING + "</filing><state>paid</state>")));
        assertEquals(first.toString(), value(paid, "id"));
        assertEquals("2026-11-30", value(paid, "paidOn"));
        assertEquals(1, paid.getElementsByTagNameNS("*", "payment").getLength());
        refused(500, "SOAP-015", application("acme", list("<state>refunded</state>")));
        refused(500, "SOAP-045", application("acme", list("<filing>200001010000000005-01</filing>")));
    }

    @Test
    void nobodySeesAnothers() {
        PaymentId id = request("HW-1");
        refused(500, "SOAP-044", application("beta", show(id)));
        Element none = good(application("beta", list("")));
        assertEquals(0, none.getElementsByTagNameNS("*", "payment").getLength());
        Element page = good(application("acme", list("<limit>1</limit>")));
        String cursor = "<cursor>" + value(page, "next") + "</cursor>";
        refused(500, "SOAP-018", application("beta", list(cursor)));
        assertTrue(value(good(application("acme", show(id))), "id").equals(id.toString()));
    }

    private static String list(String more) {
        return "<listPayments xmlns='" + NS + "'>" + more + "</listPayments>";
    }

    private static String show(PaymentId id) {
        return "<showPayment xmlns='" + NS + "'><id>" + id + "</id></showPayment>";
    }
}
