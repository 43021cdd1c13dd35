package io.renkei.door.rest.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionsTest extends DoorTest {

    private static final String BASE64 = Base64.getEncoder().encodeToString(PACKAGE.getBytes(StandardCharsets.UTF_8));

    @Test
    void anApplicationIsAnsweredWithItsReceiptAndItsPlace() {
        HttpResponse<byte[]> answer = submit("acme", "A-1", PACKAGE);

        assertEquals(201, answer.statusCode());
        assertEquals("application/jose", header(answer, "Content-Type"));
        HttpResponse<byte[]> shown = door.get("acme", header(answer, "Location"));
        assertEquals("A-1", json(shown).path("sender_number").asText());
        assertArrayEquals(
                answer.body(),
                door.get("acme", header(answer, "Location") + "/receipt").body());
    }

    @Test
    void aRepetitionGetsTheFirstReceiptByteForByte() {
        HttpResponse<byte[]> first = submit("acme", "A-1", PACKAGE);
        HttpResponse<byte[]> second = submit("acme", "A-1", PACKAGE);

        assertEquals(200, second.statusCode());
        assertArrayEquals(first.body(), second.body());
        assertEquals(header(first, "Location"), header(second, "Location"));
    }

    @Test
    void twoPartnersMayUseTheSameNumber() {
        assertEquals(201, submit("acme", "A-1", PACKAGE).statusCode());
        assertEquals(201, submit("beta", "A-1", PACKAGE).statusCode());
    }

    @Test
    void aNumberWithOtherContentIsRefused() {
        submit("acme", "A-1", PACKAGE);
        HttpResponse<byte[]> other = submit("acme", "A-1", PACKAGE + "<!-- 別 -->");

        assertEquals(409, other.statusCode());
        assertEquals("INTAKE-010", code(other));
    }

    @Test
    void theReceiptStandsInJsonForWhoAsksForIt() {
        HttpResponse<byte[]> answer = door.post(
                "acme",
                "/v1/applications",
                "{\"package\":\"" + BASE64 + "\"}",
                "Content-Type",
                "application/json; charset=UTF-8",
                "Accept",
                "application/json, */*;q=0.1");

        assertEquals(201, answer.statusCode());
        assertFalse(json(answer).path("repeated").asBoolean());
        assertEquals(18, json(answer).path("number").asText().length());
        assertEquals(
                "inner-1",
                json(door.get("acme", header(answer, "Location")))
                        .path("sender_number")
                        .asText());
    }

    @Test
    void allFaultsOfAPackageAreToldAtOnce() {
        HttpResponse<byte[]> answer = submit("acme", "A-1", "<application>不備</application>");

        assertEquals(422, answer.statusCode());
        assertEquals("RULE-003", code(answer));
        assertEquals(2, json(answer).path("errors").size());
        assertEquals(
                "12/employee.birth-date", json(answer).at("/errors/0/place").asText());
        assertFalse(
                json(submit("acme", "A-2", "<application>不備が一つ</application>")).has("errors"));
    }

    @Test
    void aCheckStoresNothingAndTellsAll() {
        HttpResponse<byte[]> answer = door.post("acme", "/v1/checks", PACKAGE, "Content-Type", XML);

        assertEquals(200, answer.statusCode());
        assertFalse(json(answer).path("good").asBoolean());
        assertEquals(
                "TRUST-035",
                json(answer).at("/signatures/0/signatures/0/faults/0/code").asText());
        assertTrue(door.kernel.applications.rows.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "text/xml",
                "application/json; charset=shift_jis",
                "application/jsonp"
            })
    void otherContentTypesAreRefused(String type) {
        HttpResponse<byte[]> answer = door.post("acme", "/v1/applications", PACKAGE, "Content-Type", type);
        assertEquals(415, answer.statusCode());
        assertEquals(415, door.post("acme", "/v1/checks", PACKAGE).statusCode(), "without type");
        assertEquals(0, door.kernel.intake.bodies.get());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"package\":\"QQ==\",\"package\":\"QQ==\"}",
                "{\"package\":\"QQ==\"}{}",
                "{\"package\":\"QQ==\"} x",
                "{\"package\":\"QQ==\",\"operationName\":\"x\"}",
                "{\"package\":null}",
                "{\"package\":1}",
                "{\"package\":[1]}",
                "{\"package\":\"日本\"}",
                "{}",
                "[]",
                "null",
                "[[[[[[[[[[",
                "{\"package\":\"QQ==\"",
                "{'package':'QQ=='}",
                "{\"Package\":\"QQ==\"}"
            })
    void jsonIsReadStrictly(String body) {
        HttpResponse<byte[]> answer = door.post("acme", "/v1/applications", body, "Content-Type", "application/json");
        assertEquals(400, answer.statusCode());
        assertEquals("REST-019", code(answer));
        assertEquals(0, door.kernel.intake.bodies.get());
    }

    @Test
    void anEmptyBodyIsRefused() {
        assertEquals("REST-018", code(submit("acme", "A-1", "")));
        assertEquals(
                "REST-018",
                code(door.post("acme", "/v1/checks", "{\"package\":\"\"}", "Content-Type", "application/json")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "00000000000000000000000000000000000000000000000000000000000000000"})
    void anotherFormOfNumberIsRefused(String number) {
        assertEquals("REST-020", code(submit("acme", number, PACKAGE)));
    }

    @Test
    void aNumberGivenTwiceIsRefused() {
        HttpResponse<byte[]> answer = door.post(
                "acme",
                "/v1/applications",
                PACKAGE,
                "Content-Type",
                XML,
                "Idempotency-Key",
                "1",
                "idempotency-KEY",
                "2");
        assertEquals("REST-023", code(answer));
    }

    @Test
    void whatIntakeFindsTooLargeIsTooLarge() {
        assertEquals(413, submit("acme", "A-1", "大きすぎ").statusCode());
    }
}
