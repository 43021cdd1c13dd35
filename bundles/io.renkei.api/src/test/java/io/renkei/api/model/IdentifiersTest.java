package io.renkei.api.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    @Test
    void aDrawnArrivalNumberCarriesItsJapaneseDateAndPassesItsCheckDigit() {
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            ArrivalNumber number = ArrivalNumber.draw(DAY, random);
            assertEquals(DAY, number.date());
            assertEquals(number, new ArrivalNumber(number.digits()));
        }
    }

    @Test
    void everySingleWrongDigitOfAnArrivalNumberIsRefused() {
        String good = ArrivalNumber.draw(DAY, new Random(7)).digits();
        for (int place = 0; place < good.length(); place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String changed = good.substring(0, place) + digit + good.substring(place + 1);
                if (!changed.equals(good)) {
                    assertThrows(RuntimeException.class, () -> new ArrivalNumber(changed), changed);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026040112345678", "20260401123456789012", "２０２６０４０１１２３４５６７８９０", "2026-4-1 123456789"})
    void anArrivalNumberOfAnotherFormIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> new ArrivalNumber(text));
    }

    @Test
    void anArrivalNumberThatNamesNoDayIsRefused() {
        String body = "20260230" + "123456789";
        String number = body + Luhn.checkDigit(body);
        assertThrows(RuntimeException.class, () -> new ArrivalNumber(number));
    }

    @Test
    void aFilingKeyReadsBackFromItsText() {
        ArrivalNumber number = ArrivalNumber.draw(DAY, new Random(7));
        for (int sequence : new int[] {1, 9, 10, 99, 100, FilingKey.MAX_SEQUENCE}) {
            FilingKey key = new FilingKey(number, sequence);
            assertEquals(key, FilingKey.parse(key.toString()));
        }
        assertEquals(number + "-01", new FilingKey(number, 1).toString());
    }

    @Test
    void aFilingKeyHasOneTextOnly() {
        ArrivalNumber number = ArrivalNumber.draw(DAY, new Random(7));
        for (String ending : List.of("-1", "-001", "-00", "-0001", "-+1", "01", "-", "-12345", "-1a")) {
            assertThrows(IllegalArgumentException.class, () -> FilingKey.parse(number + ending), ending);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello-work", "e-tax", "eltax", "health-insurance-society.06130012"})
    void aDestinationIdIsAWordWithAnInstance(String text) {
        assertEquals(text, new DestinationId(text).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Hello", "a..b", "a.b.c", "-a", "a-", "a/b", "a b", "健保"})
    void aDestinationIdOfAnotherFormIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> new DestinationId(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8700110005901",
                "3000012010001",
                "5010001192707",
                "8700150008847",
                "5835678256246",
                "7000012050002"
            })
    void aCorporateNumberPassesItsCheckDigit(String digits) {
        assertEquals(digits, new CorporateNumber(digits).digits());
    }

    @Test
    void aCorporateNumberWithAWrongCheckDigitIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new CorporateNumber("1234567890123"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"621498320257", "123456789018"})
    void anIndividualNumberPassesItsCheckDigitAndNeverPrints(String digits) {
        IndividualNumber number = new IndividualNumber(digits);
        assertEquals(digits, number.release());
        assertFalse(number.toString().contains(digits));
        assertFalse(new ItemValue.Individual(number).toString().contains(digits));
    }

    @Test
    void aRefusedIndividualNumberIsNotRepeatedInTheSentence() {
        String wrong = "123456789012";
        var refusal = assertThrows(IllegalArgumentException.class, () -> new IndividualNumber(wrong));
        assertFalse(refusal.getMessage().contains(wrong));
    }

    @Test
    void aLinkageCodeNeverPrintsAndARefusedOneIsNotRepeated() {
        assertEquals("LC-77", new LinkageCode("LC-77").release());
        assertEquals(new LinkageCode("LC-77"), new LinkageCode("LC-77"));
        assertFalse(new LinkageCode("LC-77").toString().contains("77"));
        for (String wrong : List.of("", "with space", "符号", "x".repeat(65))) {
            var refusal = assertThrows(IllegalArgumentException.class, () -> new LinkageCode(wrong));
            assertFalse(!wrong.isEmpty() && refusal.getMessage().contains(wrong));
        }
    }

    @Test
    void aCodeOfTheInformationNetworkIsNoNumberOfAnItem() {
        assertEquals("TM00000000000002", new InformationCode("TM00000000000002").toString());
        assertThrows(IllegalArgumentException.class, () -> new InformationCode("2"));
        assertThrows(IllegalArgumentException.class, () -> new InformationCode("TM2"));
    }

    @Test
    void digestsOfOneContentAreEqual() {
        assertEquals(
                Sha256.of("連携".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                Sha256.of("連携".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertNotEquals(Sha256.of(new byte[0]), Sha256.of(new byte[1]));
        assertEquals(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                Sha256.of(new byte[0]).hex());
    }

    @Test
    void manyDrawsSpreadOverTheNineDigits() {
        Random random = new Random(7);
        long distinct = IntStream.range(0, 1_000)
                .mapToObj(i -> ArrivalNumber.draw(DAY, random))
                .distinct()
                .count();
        assertTrue(distinct > 990, "drawn numbers repeat");
    }
}
