package io.renkei.ports.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingKey;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentDetailsTest {

    private static final PayEasyNumber PAY_EASY = new PayEasyNumber("00100", "1234567890123456", "654321", "");

    private static PaymentDetails linked(String link) {
        return new PaymentDetails("手数料", "", 300, PAY_EASY, link);
    }

    @ParameterizedTest
    @CsvSource({
        "https://pay.example,pay.example",
        "https://PAY.example/a?b=c#d,pay.example",
        "https://pay.example:8443/,pay.example:8443",
        "https://[::1]/,[::1]",
    })
    void tellsWhereALinkLeads(String link, String host) {
        assertEquals(Optional.of(host), linked(link).linkHost());
    }

    @Test
    void aRequestNeedsNoLink() {
        assertEquals(Optional.empty(), linked("").linkHost());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://pay.example/",
                "HTTPS://pay.example/",
                "https:pay.example",
                "https:///pay.example",
                "https://pay.example@evil.example/",
                "https://user:word@pay.example/",
                "https://pay.example:/",
                "https://pay.example\\@evil.example/",
                "https://pay_example/",
                "https://pay.example/ a",
                "https://pay.example/納付",
                "https://納付.example/",
                "https://pay.example/<script>",
                "javascript:alert(1)//https://pay.example",
                "https://pay.example/\n",
            })
    void whatAReaderCouldTakeForAnotherPlaceIsNoLink(String link) {
        assertThrows(IllegalArgumentException.class, () -> linked(link));
    }

    @Test
    void boundsAreThoseThatAreWritten() {
        String title = "𠮷".repeat(200);
        assertEquals(title, new PaymentDetails(title, "", 1, PAY_EASY, "").title());
        for (String wrong : new String[] {"", title + "一", "a\nb", "\0", "\ud800"}) {
            assertThrows(IllegalArgumentException.class, () -> new PaymentDetails(wrong, "", 1, PAY_EASY, ""));
        }
        for (long yen : new long[] {0, -1, 1_000_000_000_000L, Long.MIN_VALUE}) {
            assertThrows(IllegalArgumentException.class, () -> new PaymentDetails("題", "", yen, PAY_EASY, ""));
        }
        String longest = "https://pay.example/" + "a".repeat(980);
        assertEquals(Optional.of("pay.example"), linked(longest).linkHost());
        assertThrows(IllegalArgumentException.class, () -> linked(longest + "a"));
    }

    @ParameterizedTest
    @CsvSource({
        "0010,1,1,''",
        "001000,1,1,''",
        "00100,'',1,''",
        "00100,123456789012345678901,1,''",
        "00100,1,'',''",
        "00100,1,1234567,''",
        "00100,1,1,12345678901234567",
        "00100,１,1,''",
        "00100,1 2,1,''",
    })
    void aPayEasyNumberHasNothingButItsDigits(String facility, String number, String confirmation, String category) {
        assertThrows(IllegalArgumentException.class, () -> new PayEasyNumber(facility, number, confirmation, category));
    }

    @Test
    void nothingOfItIsPrinted() {
        FilingKey filing = new FilingKey(ArrivalNumber.draw(LocalDate.of(2026, 11, 29), new Random(3)), 1);
        PaymentRequest request =
                new PaymentRequest(filing, LocalDate.of(2026, 12, 31), linked("https://pay.example/secret"));
        String printed =
                request + " " + request.details() + " " + request.details().payEasy();
        for (String kept : new String[] {"手数料", "300", "secret", "654321", "1234567890123456"}) {
            assertFalse(printed.contains(kept), printed);
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new PaymentRequest(filing, LocalDate.of(1999, 12, 31), request.details()));
    }
}
