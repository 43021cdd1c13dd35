package io.renkei.ops.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class SettingListsTest {

    private final Shelf shelf = new Shelf();
    private final SettingLists lists = new SettingLists(shelf);

    @Test
    void aChangeIsShownAsTheHistoryHasIt() {
        String page = Screen.page(() -> lists.set(Shelf.NAME, Shelf.KEY, Optional.of("7")));
        assertTrue(page.contains("shell | operator | changed | pause.millis |        | 7"), page);
        JsonNode history = Screen.json(() -> lists.history(Optional.of(Shelf.NAME), 10));
        assertEquals("7", history.at("/changes/0/keys/0/after").asText());
    }

    @Test
    void aChangeThatChangesNothingSaysSo() {
        assertTrue(Screen.page(() -> lists.set(Shelf.NAME, Shelf.KEY, Optional.empty()))
                .contains("Nothing was changed."));
    }

    @Test
    void aRefusedChangeSaysAllThatIsWrong() {
        OpsFault fault = assertThrows(OpsFault.class, () -> lists.set(Shelf.NAME, Shelf.KEY, Optional.of("0")));
        assertEquals("pause.millis lies between 1 and 9.", fault.getMessage());
        assertThrows(OpsFault.class, () -> lists.list(Optional.of("io.renkei.other")));
    }

    @Test
    void theDifferenceNamesWhatIsKeptOut() {
        assertTrue(Screen.page(() -> lists.diff(Optional.empty())).contains("Everything has its default."));
        shelf.edited("70", true);
        JsonNode diff = Screen.json(() -> lists.diff(Optional.empty()));
        assertEquals("5", diff.at("/settings/0/inUse").asText());
        assertEquals("70", diff.at("/settings/0/file").asText());
        assertTrue(Screen.page(() -> lists.list(Optional.empty())).contains("| kept out | pause.millis lies"));
    }

    @Test
    void japaneseOfAFileIsShownAsItWasWritten() {
        shelf.edited(new String("七十".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1), true);
        JsonNode diff = Screen.json(() -> lists.diff(Optional.empty()));
        assertEquals("七十", diff.at("/settings/0/file").asText());
        assertTrue(Screen.page(() -> lists.diff(Optional.empty())).contains("七十"));
        shelf.edited("é", true);
        assertEquals(
                "é",
                Screen.json(() -> lists.diff(Optional.empty()))
                        .at("/settings/0/file")
                        .asText());
    }

    @Test
    void goingBackIsAChange() {
        Screen.page(() -> lists.set(Shelf.NAME, Shelf.KEY, Optional.of("7")));
        JsonNode back = Screen.json(() -> lists.rollback(Shelf.NAME, OptionalInt.empty()));
        assertEquals(2, back.at("/changes/0/change").asInt());
        assertEquals("7", back.at("/changes/0/keys/0/before").asText());
    }

    @Test
    void whatIsKeptOutIsDegradedAndWhatIsDownIsCritical() {
        shelf.edited("70", true);
        assertEquals("degraded", state());
        shelf.edited("70", false);
        assertEquals("critical", state());
    }

    private String state() {
        return Screen.json(() ->
                        new HealthSheet(new ConfigurationHealth(Optional.of(shelf), Optional.of(List.of())).check()))
                .get("state")
                .asText();
    }
}
