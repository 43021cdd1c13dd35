package io.renkei.door.rest.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.Sha256;
import io.renkei.ports.submissions.AccessAnswer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyRecordsTest extends DoorTest {

    private static final String MINISTRY = "/v1/ministry/hello-work/submissions";

    private static String object(String path) {
        return "{\"name\":\"山田太郎の届\",\"items\":[\"employee.name\"],\"media_type\":\"application/pdf\",\"size\":"
                + FakeSubmissions.OBJECT.length + ",\"sha256\":\""
                + Sha256.of(FakeSubmissions.OBJECT).hex()
                + "\",\"path\":\"" + path + "\"}";
    }

    private static String permission(String destination, String objects, String until) {
        return "{\"destination\":\"" + destination + "\",\"objects\":" + objects
                + ",\"from\":\"2026-11-01T00:00:00Z\",\"until\":\"" + until + "\"}";
    }

    private static String record(String procedures, String objects, String permissions) {
        return "{\"procedures\":" + procedures + ",\"objects\":" + objects + ",\"permissions\":" + permissions + "}";
    }

    private static String good() {
        return record(
                "[\"12\"]",
                "[" + object("2026/1.pdf") + "," + object("2026/2.pdf") + "]",
                "[" + permission("hello-work", "[1]", "2027-11-01T00:00:00Z") + ","
                        + permission("e-tax", "[1,2]", "2027-11-01T00:00:00Z") + "]");
    }

    private HttpResponse<byte[]> post(String who, String number, String body, String... more) {
        List<String> headers = new ArrayList<>(List.of("Content-Type", "application/json", "Idempotency-Key", number));
        headers.addAll(List.of(more));
        return door.post(who, "/v1/submissions", body, headers.toArray(String[]::new));
    }

    /** The path of the company's record. */
    private String recorded(String number) {
        HttpResponse<byte[]> answer = post("acme", number, good());
        assertEquals(201, answer.statusCode());
        return header(answer, "Location");
    }

    private static String ministry(String place) {
        return MINISTRY + place.substring("/v1/submissions".length());
    }

    private HttpResponse<byte[]> delete(String who, String path) {
        return door.send(who, "DELETE", path, BodyPublishers.noBody());
    }

    @Test
    void aRecordIsAnsweredWithTheSameReceiptAtEachRepetitionAndSeenByItsCompanyAlone() {
        String place = recorded("N-1");
        HttpResponse<byte[]> again = post("acme", "N-1", good(), "Accept", "application/json");
        assertEquals(200, again.statusCode());
        assertTrue(json(again).path("repeated").asBoolean());
        assertEquals(
                json(again).path("receipt").asText(),
                new String(door.get("acme", place + "/receipt").body()));
        assertEquals("REST-064", code(post("acme", "N-1", good().replace("2026/2.pdf", "2026/3.pdf"))));

        JsonNode shown = json(door.get("acme", place));
        assertEquals("2026/2.pdf", shown.path("objects").get(1).path("path").asText());
        assertEquals(2, shown.path("permissions").size());
        JsonNode listed = json(door.get("acme", "/v1/submissions")).path("submissions");
        assertEquals(1, listed.size());
        assertTrue(listed.get(0).path("objects").isMissingNode());
        for (String path : List.of(place, place + "/receipt", place + "/accesses")) {
            assertEquals("REST-063", code(door.get("beta", path)));
        }
        assertEquals("REST-063", code(delete("beta", place + "/permissions")));
        assertEquals("REST-003", code(post("ministry", "N-1", good())));
        assertEquals(
                "REST-020", code(door.post("acme", "/v1/submissions", good(), "Content-Type", "application/json")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"12\" | \"\" | procedures[0]",
                "\"12\" | null | procedures[0]",
                "2026/2.pdf | ../2.pdf | objects[1]",
                "\"size\":15 | \"size\":0 | objects[0]",
                "[1,2] | [] | permissions[1]",
                "[1,2] | [1,null] | permissions[1]",
                "2027-11-01 | 2029-11-01 | permissions[0]",
                "2027-11-01T00:00:00Z | tomorrow | permissions[0]",
                "e-tax | E-Tax | permissions[1]",
            })
    void whatIsWrongIsNamedByItsPlace(String right, String wrong, String place) {
        HttpResponse<byte[]> answer = post("acme", "N-1", good().replace(right, wrong));
        assertEquals("REST-062", code(answer));
        assertEquals(place, json(answer).path("place").asText());
        assertFalse(new String(answer.body()).contains("山田"));
    }

    @Test
    void whatDoesNotFitTogetherOrIsNotInTheCatalogueIsRefused() {
        assertEquals("REST-062", code(post("acme", "N-1", good().replace("[1,2]", "[1,3]"))));
        assertEquals("REST-062", code(post("acme", "N-1", good().replace("e-tax", "hello-work"))));
        assertEquals("REST-019", code(post("acme", "N-1", good().replace("\"path\"", "\"url\""))));
        HttpResponse<byte[]> refused = post("acme", "N-1", good().replace("\"12\"", "\"999\""));
        assertEquals(422, refused.statusCode());
        assertEquals("STORE-010", code(refused));
    }

    @Test
    void anAgencyIsToldReadsWhatIsItsOwnAndRefersToIt() {
        String place = recorded("N-1");
        JsonNode page = json(door.get("ministry", MINISTRY));
        assertEquals(ministry(place), page.path("news").get(0).path("path").asText());
        String after = MINISTRY + "?cursor=" + page.path("next").asText();
        assertEquals(0, json(door.get("ministry", after)).path("news").size());
        assertEquals(page.path("next"), json(door.get("ministry", after)).path("next"));

        JsonNode shown = json(door.get("ministry", ministry(place)));
        assertEquals("acme", shown.path("sender").asText());
        assertEquals(1, shown.path("objects").size());
        String object = shown.path("objects").get(0).path("path").asText();
        assertEquals(ministry(place) + "/objects/1", object);
        HttpResponse<byte[]> released = door.get("ministry", object);
        assertEquals(200, released.statusCode());
        assertArrayEquals(FakeSubmissions.OBJECT, released.body());
        assertEquals("application/pdf", header(released, "Content-Type"));

        delete("acme", place + "/permissions/hello-work");
        assertEquals(
                "revoked",
                json(door.get("ministry", after))
                        .path("news")
                        .get(0)
                        .path("kind")
                        .asText());
        assertTrue(json(door.get("ministry", ministry(place))).path("objects").isMissingNode());
        JsonNode access =
                json(door.get("acme", place + "/accesses")).path("accesses").get(0);
        assertEquals(header(released, "Access-Record"), access.path("id").asText());
        assertEquals("提供", access.path("answer").path("name_ja").asText());
        assertEquals("ministry", access.path("partner").asText());
    }

    @Test
    void eachReasonHasItsAnswerAndItsRecord() {
        String place = recorded("N-1");
        String object = ministry(place) + "/objects/1";
        door.kernel.submissions.answer = AccessAnswer.STORE_DOWN;
        HttpResponse<byte[]> down = door.get("ministry", object);
        assertEquals("REST-067", code(down));
        assertEquals("7", header(down, "Retry-After"));
        door.kernel.submissions.answer = AccessAnswer.CHANGED;
        assertEquals("REST-068", code(door.get("ministry", object)));
        assertEquals("REST-063", code(door.get("ministry", ministry(place) + "/objects/2")));
        assertEquals("REST-063", code(door.get("ministry", ministry(place) + "/objects/0")));
        assertEquals("REST-063", code(door.get("ministry", MINISTRY + "/202611240000000018/objects/1")));
        assertEquals("REST-024", code(door.get("ministry", object.replace("hello-work", "e-tax"))));
        assertEquals("REST-003", code(door.get("acme", object)));
        assertEquals(204, delete("acme", place + "/permissions").statusCode());
        assertEquals("REST-066", code(door.get("ministry", object)));

        List<String> answers = new ArrayList<>();
        json(door.get("acme", place + "/accesses"))
                .path("accesses")
                .forEach(each -> answers.add(each.path("answer").path("code").asText()));
        assertEquals(List.of("REVOKED", "NOT_PERMITTED", "CHANGED", "STORE_DOWN"), answers);
        JsonNode first = json(door.get("acme", place + "/accesses?limit=3"));
        JsonNode rest = json(door.get(
                "acme", place + "/accesses?limit=3&cursor=" + first.path("next").asText()));
        assertEquals(1, rest.path("accesses").size());
    }

    @Test
    void outsideItsTimeAPermissionIsWorthNothing() {
        String late = post("acme", "N-1", good().replace("2026-11-01", "2026-11-25"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertEquals("REST-069", code(door.get("ministry", ministry(late) + "/objects/1")));
        String over = post("acme", "N-2", good().replace("2027-11-01", "2026-11-02"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertEquals("REST-065", code(door.get("ministry", ministry(over) + "/objects/1")));
        assertTrue(json(door.get("ministry", ministry(over))).path("objects").isMissingNode());
    }
}
