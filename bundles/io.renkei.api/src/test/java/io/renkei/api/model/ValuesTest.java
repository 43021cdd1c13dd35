package io.renkei.api.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    private static final ItemId NAME = new ItemId("employee.name");
    private static final ItemId BIRTH = new ItemId("employee.birth");

    @Test
    void contentKeepsItsOrderAndPrintsNoValue() {
        Map<ItemId, ItemValue> items = new LinkedHashMap<>();
        items.put(NAME, new ItemValue.Text("髙橋　花子"));
        items.put(BIRTH, new ItemValue.Date(LocalDate.of(1990, 1, 8)));
        FilingContent content = new FilingContent(items);
        items.clear();
        assertEquals(List.of(NAME, BIRTH), List.copyOf(content.items().keySet()));
        assertFalse(content.toString().contains("花子"));
        assertFalse(content.items().get(NAME).toString().contains("花子"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"タカハシ　ハナコ", "サーバー・ヴォルフ", "ヵヶ"})
    void aReadingIsFullWidthKatakana(String reading) {
        assertEquals(reading, new ItemValue.Kana(reading).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ﾀｶﾊｼ", "たかはし", "タカハシ ハナコ", "タカハシ　　ハナコ", "高橋", "　タカ"})
    void aReadingOfOtherCharactersIsRefused(String reading) {
        assertThrows(IllegalArgumentException.class, () -> new ItemValue.Kana(reading));
    }

    @Test
    void anAcknowledgementWithoutANumberIsNoAcknowledgement() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new DispatchOutcome.Acknowledged(DispatchOutcome.Level.ARRIVED, List.of()));
    }

    @Test
    void eachOutcomeMeetsItsOwnFunction() {
        ReceiptNumber number = new ReceiptNumber(new DestinationId("hello-work"), "arrive-id", "9002026000000001");
        assertEquals("ack", told(new DispatchOutcome.Acknowledged(DispatchOutcome.Level.ARRIVED, List.of(number))));
        assertEquals("no", told(new DispatchOutcome.Refused(DispatchOutcome.Level.ARRIVED, "HW-001", "", "…")));
        assertEquals("later", told(new DispatchOutcome.Deferred(Instant.EPOCH, "HW-002")));
        assertEquals("ask", told(new DispatchOutcome.Unknown("HW-003")));
    }

    @Test
    void theStateOfAnApplicationFollowsFromItsFilings() {
        assertEquals(ApplicationState.RECEIVED, ApplicationState.of(List.of(FilingState.PLANNED, FilingState.READY)));
        assertEquals(
                ApplicationState.IN_PROGRESS, ApplicationState.of(List.of(FilingState.CLOSED, FilingState.ARRIVED)));
        assertEquals(
                ApplicationState.NEEDS_ACTION, ApplicationState.of(List.of(FilingState.CLOSED, FilingState.PARKED)));
        assertEquals(ApplicationState.CLOSED, ApplicationState.of(List.of(FilingState.CLOSED, FilingState.REFUSED)));
    }

    private static String told(DispatchOutcome outcome) {
        return outcome.fold(ack -> "ack", no -> "no", later -> "later", ask -> "ask", other -> "?");
    }
}
