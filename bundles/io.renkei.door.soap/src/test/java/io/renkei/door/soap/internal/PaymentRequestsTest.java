package io.renkei.door.soap.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.ports.doors.FakePayments;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

class PaymentRequestsTest extends DoorTest {

    private static final DestinationId HELLO_WORK = new DestinationId("hello-work");
    private static final FilingKey FILING = new FilingKey(new ArrivalNumber("200001010000000004"), 1);
    private static final String TOMORROW = FakePayments.TODAY.plusDays(1).toString();

    @BeforeEach
    void know() {
        know(door);
    }

    /** Has the filing that {@link #request} is about. */
    static void know(Door door) {
        door.kernel.payments.memory.know(FILING, HELLO_WORK, new PartnerId("acme"));
    }

    static String request(String number) {
        return "<requestPayment xmlns='" + REQUESTS + "'><destination>hello-work</destination><number>" + number
                + "</number><filing>" + FILING + "</filing><title>手数料</title><titleEn>Fee</titleEn>"
                + "<amount>4200</amount><facilityNumber>00100</facilityNumber><payNumber>1234567890123456</payNumber>"
                + "<confirmNumber>654321</confirmNumber><due>2026-12-31</due><link>https://pay.example/1</link>"
                + "</requestPayment>";
    }

    private static String about(String operation, String id, String more) {
        return "<" + operation + " xmlns='" + REQUESTS + "'><destination>hello-work</destination><id>" + id + "</id>"
                + more + "</" + operation + ">";
    }

    private static String paid(String id, Object on) {
        return about("reportPaid", id, "<paidOn>" + on + "</paidOn>");
    }

    private HttpResponse<byte[]> ministry(String content) {
        return call("ministry", PAYMENTS, envelope(content));
    }

    private String requested(String number) {
        return value(good(ministry(request(number))), "id");
    }

    @Test
    void whoSubmittedTheFilingSeesWhatIsToBePaidAndTheMinistryHowItStands() {
        Element taken = good(ministry(request("N-1")));
        assertEquals("WAITING", value(taken, "code"));
        assertEquals("納付待ち", value(taken, "japanese"));
        assertEquals("false", value(taken, "repeated"));
        String id = value(taken, "id");

        Element seen = good(application("acme", "<showPayment xmlns='" + NS + "'><id>" + id + "</id></showPayment>"));
        assertEquals("手数料", value(seen, "title"));
        assertEquals("4200", value(seen, "amount"));
        assertEquals("654321", value(seen, "confirmNumber"));
        assertEquals("https://pay.example/1", value(seen, "link"));
        assertNull(value(seen, "payCategory"));
        Element shown = good(ministry(about("showPayment", id, "")));
        assertEquals("N-1", value(shown, "number"));
        assertEquals(FILING.toString(), value(shown, "filing"));
        assertEquals("2026-12-31", value(shown, "due"));
        assertEquals("WAITING", value(shown, "code"));
    }

    @Test
    void theSameNumberCountsOnceAndNotForAnotherAmount() {
        String id = requested("N-1");
        Element again = good(ministry(request("N-1")));
        assertEquals(id, value(again, "id"));
        assertEquals("true", value(again, "repeated"));
        refused(500, "SOAP-048", ministry(request("N-1").replace("4200", "4201")));
        assertEquals(1, door.kernel.payments.memory.size());
    }

    @Test
    void whatIsReportedTwiceCountsOnceAndWhatIsCancelledIsNotPaid() {
        String id = requested("N-1");
        refused(500, "SOAP-050", ministry(paid(id, TOMORROW)));
        Element first = good(ministry(paid(id, FakePayments.TODAY)));
        assertEquals("PAID", value(first, "code"));
        Element second = good(ministry(paid(id, FakePayments.TODAY.minusDays(1))));
        assertEquals(FakePayments.TODAY.toString(), value(second, "paidOn"));
        assertEquals("true", value(second, "repeated"));
        refused(500, "SOAP-049", ministry(about("cancelPayment", id, "")));

        String other = requested("N-2");
        assertEquals("CANCELLED", value(good(ministry(about("cancelPayment", other, ""))), "code"));
        assertEquals("true", value(good(ministry(about("cancelPayment", other, ""))), "repeated"));
        refused(500, "SOAP-049", ministry(paid(other, FakePayments.TODAY)));
    }

    @Test
    void nobodySpeaksForAnother() {
        String id = requested("N-1");
        for (String content : new String[] {
            request("N-2"), paid(id, FakePayments.TODAY), about("cancelPayment", id, ""), about("showPayment", id, "")
        }) {
            refused(500, "SOAP-019", ministry(content.replace(">hello-work<", ">e-tax<")));
            refused(403, "SOAP-003", call("acme", PAYMENTS, envelope(content)));
            refused(403, "SOAP-003", call("portal", PAYMENTS, envelope(content)));
        }
        String unknown = UUID.randomUUID().toString();
        refused(500, "SOAP-052", ministry(about("showPayment", unknown, "")));
        refused(500, "SOAP-052", ministry(paid(unknown, FakePayments.TODAY)));
        refused(500, "SOAP-052", ministry(about("cancelPayment", unknown, "")));
        assertEquals(1, door.kernel.payments.memory.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<amount>4200|<amount>0|SOAP-015|''",
                "<amount>4200|<amount>4.5|SOAP-015|''",
                "00100|0100|SOAP-015|''",
                "2026-12-31|2026-02-30|SOAP-015|''",
                "2026-12-31|2026-12-31Z|SOAP-015|''",
                "2026-12-31|1926-12-31|SOAP-046|element due",
                "<title>手数料|<title>|SOAP-046|element title, titleEn, link",
                "https://pay.example/1|http://pay.example/1|SOAP-046|element title, titleEn, link",
                "https://pay.example/1|https://pay.example@evil.example|SOAP-046|element title, titleEn, link",
                "https://pay.example/1|https://evil.example/1|SOAP-047|element link",
                "200001010000000004-01|200001010000000005-01|SOAP-046|element filing",
                "200001010000000004-01|200001010000000004-02|SOAP-051|element filing",
            })
    void whatIsWrongIsNamed(String from, String to, String code, String place) {
        Element faults = refused(500, code, ministry(request("N-1").replace(from, to)));
        assertEquals(place, value(faults, "place"));
        assertEquals(0, door.kernel.payments.memory.size());
    }

    @Test
    void whatMayBeLeftOutIsLeftOut() {
        String least =
                request("N-1").replace("<titleEn>Fee</titleEn>", "").replace("<link>https://pay.example/1</link>", "");
        String id = value(good(ministry(least)), "id");
        Element seen = good(application("acme", "<showPayment xmlns='" + NS + "'><id>" + id + "</id></showPayment>"));
        assertNull(value(seen, "titleEn"));
        assertNull(value(seen, "link"));
    }
}
