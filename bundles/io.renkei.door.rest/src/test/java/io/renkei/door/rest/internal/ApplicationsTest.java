package io.renkei.door.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationsTest extends DoorTest {

    @Test
    void anApplicationShowsItsFilingsInBothLanguages() {
        JsonNode shown = json(door.get("acme", header(submit("acme", "A-1", PACKAGE), "Location")));

        assertEquals("要対応", shown.at("/state/name_ja").asText());
        assertEquals("Needs action", shown.at("/state/name_en").asText());
        assertEquals("雇用保険 被保険者資格取得届", shown.at("/filings/0/procedure/name_ja").asText());
        assertEquals(
                "Correction requested", shown.at("/filings/0/state/name_en").asText());
        assertEquals("202611240000001", shown.at("/filings/0/receipts/0/value").asText());
        assertEquals("DESTINATION_DOWN", shown.at("/filings/1/cause").asText());
        assertEquals("2026-11-24T08:01:00Z", shown.at("/filings/1/due").asText());
        assertEquals(3, shown.at("/filings/1/attempts").asInt());
    }

    @Test
    void anotherPartnersNumberAnswersLikeAnUnknownOne() {
        String place = header(submit("acme", "A-1", PACKAGE), "Location");
        HttpResponse<byte[]> foreign = door.get("beta", place);
        HttpResponse<byte[]> unknown = door.get("beta", "/v1/applications/200001010000000004");

        assertEquals(404, foreign.statusCode());
        assertEquals(text(unknown), text(foreign));
        assertEquals(text(unknown), text(door.get("beta", place + "/receipt")));
        assertEquals(text(unknown), text(door.get("beta", "/v1/applications/999")));
        assertEquals(text(unknown), text(door.get("beta", "/v1/applications/209913990000000001")));
        assertEquals(
                0,
                json(door.get("beta", "/v1/applications")).path("applications").size());
    }

    @Test
    void pagesAreStableWhileNewOnesArrive() {
        for (int i = 1; i <= 5; i++) {
            submit("acme", "A-" + i, PACKAGE);
        }
        JsonNode first = json(door.get("acme", "/v1/applications?limit=2"));
        submit("acme", "A-6", PACKAGE);
        JsonNode second = json(door.get("acme", next(first) + "&limit=2"));
        JsonNode third = json(door.get("acme", next(second) + "&limit=2"));

        List<String> seen = new ArrayList<>();
        List.of(first, second, third).forEach(page -> seen.addAll(numbers(page)));
        assertEquals(List.of("A-5", "A-4", "A-3", "A-2", "A-1"), seen);
        assertFalse(third.has("next"));
    }

    @Test
    void aCursorOfAnotherPartnerIsNone() {
        submit("acme", "A-1", PACKAGE);
        String next = next(json(door.get("acme", "/v1/applications?limit=1")));
        assertEquals("REST-022", code(door.get("beta", next)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAA", "MjAwMDAxMDEwMDAwMDAwMDA0", "MjAwMDAxMDEwMDAwMDAwMDA1", "_-_-", "A"})
    void aMadeUpCursorIsRefused(String cursor) {
        assertEquals("REST-022", code(door.get("acme", "/v1/applications?cursor=" + cursor)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=1&limit=2",
                "limit=-1",
                "Limit=1",
                "x=1",
                "limit",
                "&",
                "cursor=",
                "cursor=a%62",
                "limit=1&"
            })
    void anotherQueryIsRefused(String query) {
        assertEquals("REST-021", code(door.get("acme", "/v1/applications?" + query)));
    }

    private static String next(JsonNode page) {
        return "/v1/applications?cursor=" + page.path("next").asText();
    }

    private static List<String> numbers(JsonNode page) {
        return StreamSupport.stream(page.path("applications").spliterator(), false)
                .map(view -> view.path("sender_number").asText())
                .toList();
    }
}
