package io.renkei.door.rest.internal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.PartnerId;
import io.renkei.ports.announcements.AnnouncementId;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnouncementsTest extends DoorTest {

    private static final String LIST = "/v1/ministry/hello-work/announcements";
    private static final String PATH = LIST + "?portal=portal";
    private static final String WHAT =
            "{\"title\":\"お知らせ\",\"title_en\":\"\",\"text\":\"本文\",\"text_en\":\"\",\"link\":\"\",\"until\":\"\"}\n";
    private static final String TWO = "{\"inbox\":\"a1\"}\n{\"inbox\":\"b2\"}\n";

    private HttpResponse<byte[]> announce(String who, String path, String number, String body) {
        return door.post(who, path, body, "Content-Type", "application/x-ndjson", "Idempotency-Key", number);
    }

    @Test
    void oneMessageLiesInEachInboxItNames() {
        HttpResponse<byte[]> answer = announce("ministry", PATH, "N-1", WHAT + TWO);

        assertEquals(202, answer.statusCode());
        assertEquals(2, json(answer).path("inboxes").asInt());
        JsonNode progress = json(door.get("ministry", header(answer, "Location")));
        assertEquals(2, progress.path("done").asInt());
        for (String inbox : List.of("a1", "b2")) {
            JsonNode list = json(door.get("portal", "/v1/inboxes/" + inbox + "/announcements"));
            assertEquals("お知らせ", list.at("/announcements/0/title").asText());
            assertEquals("ハローワーク", list.at("/announcements/0/from/name_ja").asText());
            assertFalse(list.at("/announcements/0").has("title_en"));
        }
        await().until(() -> door.kernel.announcements.seen.size() == 2);
        assertEquals(
                0,
                json(door.get("portal", "/v1/inboxes/c3/announcements"))
                        .path("announcements")
                        .size());
    }

    @Test
    void theSameNumberCountsOnceAndNotForOtherContent() {
        JsonNode first = json(announce("ministry", PATH, "N-1", WHAT + TWO));
        JsonNode second = json(announce("ministry", PATH, "N-1", WHAT + TWO));

        assertEquals(first.path("id"), second.path("id"));
        assertTrue(second.path("repeated").asBoolean());
        assertEquals("REST-052", code(announce("ministry", PATH, "N-1", WHAT + "{\"inbox\":\"c3\"}")));
    }

    @Test
    void theMarkIsSetAndTakenAway() {
        String id =
                json(announce("ministry", PATH, "N-1", WHAT + TWO)).path("id").asText();
        String unread = "/v1/inboxes/a1/announcements?unread=true&limit=5";

        assertEquals(204, mark("PUT", "a1", id).statusCode());
        assertEquals(0, json(door.get("portal", unread)).path("announcements").size());
        assertTrue(json(door.get("portal", "/v1/inboxes/a1/announcements/" + id))
                .path("read")
                .asBoolean());
        assertEquals(204, mark("DELETE", "a1", id).statusCode());
        assertEquals(1, json(door.get("portal", unread)).path("announcements").size());
        assertEquals("REST-053", code(mark("PUT", "c3", id)));
    }

    private HttpResponse<byte[]> mark(String method, String inbox, String id) {
        return door.send(
                "portal", method, "/v1/inboxes/" + inbox + "/announcements/" + id + "/read", BodyPublishers.noBody());
    }

    @Test
    void anotherPortalFindsNothingInAnInboxOfTheSameName() {
        String id =
                json(announce("ministry", PATH, "N-1", WHAT + TWO)).path("id").asText();
        String one = "/v1/inboxes/a1/announcements/" + id;

        JsonNode list = json(door.get("city", "/v1/inboxes/a1/announcements"));
        assertEquals(0, list.path("announcements").size());
        assertEquals("REST-053", code(door.get("city", one)));
        assertEquals("REST-022", code(door.get("city", "/v1/inboxes/a1/announcements?cursor=" + cursor(id))));
        for (String method : List.of("PUT", "DELETE")) {
            assertEquals("REST-053", code(door.send("city", method, one + "/read", BodyPublishers.noBody())));
        }
        assertTrue(door.kernel.announcements.seen.isEmpty() && door.kernel.announcements.read.isEmpty());
        assertEquals(200, door.get("portal", one).statusCode());
    }

    private static String cursor(String id) {
        return Cursor.of(new AnnouncementId(UUID.fromString(id)));
    }

    @ParameterizedTest
    @ValueSource(strings = {LIST, LIST + "?portal=acme", LIST + "?portal=nobody"})
    void whoseInboxesAreNamedIsSaidOrNothingIsKept(String path) {
        HttpResponse<byte[]> answer = announce("ministry", path, "N-1", WHAT + TWO);

        assertEquals("REST-054", code(answer));
        assertEquals("query portal", json(answer).path("place").asText());
        assertTrue(door.kernel.announcements.kept.isEmpty());
    }

    @Test
    void theOnlyPortalNeedNotBeNamed() {
        door.kernel.partners.portals.remove(new PartnerId("city"));

        HttpResponse<byte[]> answer = announce("ministry", LIST, "N-1", WHAT + TWO);

        assertEquals(
                "portal",
                json(door.get("ministry", header(answer, "Location")))
                        .path("portal")
                        .asText());
    }

    @Test
    void oneThatWasTakenBackSaysOnlyThat() {
        String id =
                json(announce("ministry", PATH, "N-1", WHAT + TWO)).path("id").asText();

        assertEquals(
                204,
                door.send("ministry", "DELETE", LIST + "/" + id, BodyPublishers.noBody())
                        .statusCode());
        JsonNode entry = json(door.get("portal", "/v1/inboxes/a1/announcements/" + id));
        assertTrue(entry.has("withdrawn"));
        assertFalse(entry.has("text"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acme|/v1/ministry/hello-work/announcements|REST-003",
                "portal|/v1/ministry/hello-work/announcements|REST-003",
                "ministry|/v1/ministry/e-tax/announcements|REST-024",
            })
    void nobodySpeaksForAnother(String who, String path, String code) {
        assertEquals(code, code(announce(who, path, "N-1", WHAT + TWO)));
        assertTrue(door.kernel.announcements.kept.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "ministry", "operator", "nothing"})
    void onlyThePortalReadsInboxes(String who) {
        assertEquals("REST-003", code(door.get(who, "/v1/inboxes/a1/announcements")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\":\"\",\"title_en\":\"\",\"text\":\"本文\",\"text_en\":\"\",\"link\":\"\",\"until\":\"\"}{\"inbox\":\"a\"}|REST-050|object 1",
                "{\"title\":\"題\",\"title_en\":\"\",\"text\":\"本文\",\"text_en\":\"\",\"link\":\"http://a\",\"until\":\"\"}{\"inbox\":\"a\"}|REST-050|object 1",
                "{\"title\":\"題\",\"title_en\":\"\",\"text\":\"本文\",\"text_en\":\"\",\"link\":\"\",\"until\":\"明日\"}{\"inbox\":\"a\"}|REST-050|object 1",
                "{\"title\":\"題\",\"text\":\"本文\"}|REST-019|object 1",
                "WHAT|REST-051|object 2",
                "WHAT{\"inbox\":\"a1\"}{\"inbox\":\"山田花子\"}|REST-051|object 3",
                "WHAT{\"inbox\":\"a1\"}{\"inbox\":\"b2\",\"name\":\"x\"}|REST-019|object 3",
                "WHAT{\"inbox\":\"a1\"}{\"inbox\":|REST-019|object 3",
                "[]|REST-019|object 1",
            })
    void whatIsWrongIsToldWithItsPlaceAndNothingIsKept(String body, String code, String place) {
        HttpResponse<byte[]> answer = announce("ministry", PATH, "N-1", body.replace("WHAT", WHAT));

        assertEquals(code, code(answer));
        assertEquals(place, json(answer).path("place").asText());
        assertTrue(door.kernel.announcements.kept.isEmpty());
    }

    @Test
    void moreInboxesThanAreTakenAreRefused() {
        assertEquals("REST-051", code(announce("ministry", PATH, "N-1", WHAT + "{\"inbox\":\"a\"}".repeat(1_001))));
    }

    @Test
    void aNumberIsNeeded() {
        assertEquals("REST-020", code(door.post("ministry", PATH, WHAT + TWO, "Content-Type", "application/x-ndjson")));
    }
}
