package io.renkei.door.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentsTest extends DoorTest {

    private static final String PATH = "/v1/ministry/hello-work/payments";
    private static final FilingKey FILING =
            new FilingKey(ArrivalNumber.draw(LocalDate.of(2026, 11, 24), new Random(8)), 1);
    private static final String PAID = "{\"paid_on\":\"2026-11-24\"}";

    @BeforeEach
    void know() {
        door.kernel.payments.memory.know(FILING, new DestinationId("hello-work"), new PartnerId("acme"));
    }

    private static String body(String amount) {
        return "{\"filing\":\"" + FILING + "\",\"title\":\"手数料\",\"title_en\":\"Fee\",\"amount\":" + amount
                + ",\"facility_number\":\"00100\",\"pay_number\":\"1234567890123456\",\"confirm_number\":\"654321\","
                + "\"pay_category\":\"\",\"due\":\"2026-12-31\",\"link\":\"https://pay.example/1\"}";
    }

    private HttpResponse<byte[]> request(String who, String path, String number, String body) {
        return door.post(who, path, body, "Content-Type", "application/json", "Idempotency-Key", number);
    }

    private String requested(String number) {
        return header(request("ministry", PATH, number, body("4200")), "Location");
    }

    private HttpResponse<byte[]> put(String who, String path, String body) {
        return door.send(who, "PUT", path, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    private HttpResponse<byte[]> cancel(String place) {
        return door.send("ministry", "PUT", place + "/cancelled", BodyPublishers.noBody());
    }

    @Test
    void whoSubmittedTheFilingSeesWhatIsToBePaidAndNobodyElse() {
        HttpResponse<byte[]> answer = request("ministry", PATH, "N-1", body("4200"));

        assertEquals(201, answer.statusCode());
        assertEquals("WAITING", json(answer).at("/state/code").asText());
        String own = "/v1/payments/" + json(answer).path("id").asText();
        JsonNode shown = json(door.get("acme", own));
        assertEquals(4_200, shown.path("amount").asLong());
        assertEquals("654321", shown.path("confirm_number").asText());
        assertEquals("https://pay.example/1", shown.path("link").asText());
        assertEquals("納付待ち", shown.at("/state/name_ja").asText());
        assertEquals("ハローワーク", shown.at("/from/name_ja").asText());
        assertFalse(shown.has("pay_category"));
        assertEquals(shown, json(door.get("ministry", header(answer, "Location"))));
        assertEquals(shown, json(door.get("acme", "/v1/payments")).at("/payments/0"));
        assertEquals("REST-057", code(door.get("beta", own)));
        assertEquals(0, json(door.get("beta", "/v1/payments")).path("payments").size());
    }

    @Test
    void theSameNumberCountsOnceAndNotForAnotherAmount() {
        JsonNode first = json(request("ministry", PATH, "N-1", body("4200")));
        HttpResponse<byte[]> second = request("ministry", PATH, "N-1", body("4200"));

        assertEquals(200, second.statusCode());
        assertEquals(first.path("id"), json(second).path("id"));
        assertTrue(json(second).path("repeated").asBoolean());
        assertEquals("REST-058", code(request("ministry", PATH, "N-1", body("4201"))));
        assertEquals(1, door.kernel.payments.memory.size());
    }

    @Test
    void whatIsReportedTwiceCountsOnce() {
        String place = requested("N-1");

        JsonNode first = json(put("ministry", place + "/paid", PAID));
        assertEquals("PAID", first.at("/state/code").asText());
        assertEquals("2026-11-24", first.path("paid_on").asText());
        assertFalse(first.path("repeated").asBoolean());
        JsonNode second = json(put("ministry", place + "/paid", "{\"paid_on\":\"2026-11-20\"}"));
        assertEquals("2026-11-24", second.path("paid_on").asText());
        assertTrue(second.path("repeated").asBoolean());
        assertEquals("REST-059", code(cancel(place)));
    }

    @Test
    void whatIsCancelledIsNotPaid() {
        String place = requested("N-1");

        assertEquals("取消", json(cancel(place)).at("/state/name_ja").asText());
        assertTrue(json(cancel(place)).path("repeated").asBoolean());
        assertEquals("REST-059", code(put("ministry", place + "/paid", PAID)));
    }

    @Test
    void theListPagesAndFilters() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(0, requested("N-" + i).substring(PATH.length() + 1));
        }
        put("ministry", PATH + "/" + ids.get(0) + "/paid", PAID);

        JsonNode first = json(door.get("acme", "/v1/payments?limit=2"));
        assertEquals(ids.get(0), first.at("/payments/0/id").asText());
        JsonNode second = json(door.get(
                "acme", "/v1/payments?limit=2&cursor=" + first.path("next").asText()));
        assertEquals(1, second.path("payments").size());
        assertEquals(ids.get(2), second.at("/payments/0/id").asText());
        JsonNode waiting = json(door.get("acme", "/v1/payments?state=waiting&filing=" + FILING));
        assertEquals(2, waiting.path("payments").size());
        assertEquals("REST-022", code(door.get("beta", "/v1/payments?cursor=" + Cursor.of(ids.get(0)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=PAID", "state=paid&state=paid", "filing=1", "unread=true", "limit=0"})
    void aListIsAskedForAsTheContractSays(String query) {
        assertEquals("REST-021", code(door.get("acme", "/v1/payments?" + query)));
    }

    @ParameterizedTest
    @CsvSource({
        "acme,/v1/ministry/hello-work/payments,REST-003",
        "portal,/v1/ministry/hello-work/payments,REST-003",
        "ministry,/v1/ministry/e-tax/payments,REST-024",
    })
    void nobodySpeaksForAnother(String who, String path, String code) {
        String place = requested("N-0").replace(PATH, path);

        assertEquals(code, code(request(who, path, "N-1", body("4200"))));
        assertEquals(code, code(door.get(who, place)));
        assertEquals(code, code(put(who, place + "/paid", PAID)));
        assertEquals(code, code(door.send(who, "PUT", place + "/cancelled", BodyPublishers.noBody())));
        assertEquals(1, door.kernel.payments.memory.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ministry", "operator", "nothing"})
    void onlyWhoReadsWhatIsItsOwnListsPayments(String who) {
        assertEquals("REST-003", code(door.get(who, "/v1/payments")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"amount\":4200|\"amount\":0|REST-055|title, title_en, amount, link",
                "\"amount\":4200|\"amount\":4.5|REST-019|",
                "\"amount\":4200|\"amount\":\"4200\"|REST-019|",
                "\"amount\":4200,||REST-019|",
                "00100|0100|REST-055|facility_number, pay_number, confirm_number, pay_category",
                "2026-12-31|2026-02-30|REST-055|due",
                "2026-12-31|1926-12-31|REST-055|due",
                "https://pay.example/1|http://pay.example/1|REST-055|title, title_en, amount, link",
                "https://pay.example/1|https://evil.example/1|REST-056|link",
                "https://pay.example/1|https://pay.example@evil.example|REST-055|title, title_en, amount, link",
                "-01\"|-02\"|REST-061|filing",
                "-01\"|-1\"|REST-055|filing",
            })
    void whatIsWrongIsToldWithItsPlaceAndNothingIsKept(String good, String wrong, String code, String place) {
        String body = body("4200").replace(good, wrong == null ? "" : wrong);
        HttpResponse<byte[]> answer = request("ministry", PATH, "N-1", body);

        assertEquals(code, code(answer));
        assertEquals(place == null ? "" : place, json(answer).path("place").asText());
        assertEquals(0, door.kernel.payments.memory.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-25", "2026-02-30", "today", ""})
    void paidIsADayThatHasCome(String day) {
        assertEquals("REST-060", code(put("ministry", requested("N-1") + "/paid", "{\"paid_on\":\"" + day + "\"}")));
    }

    @Test
    void aNumberIsNeededAndAnUnknownRequestIsTold() {
        assertEquals("REST-020", code(door.post("ministry", PATH, body("1"), "Content-Type", "application/json")));
        for (String id : List.of("7d444840-9dc0-41d2-b245-5ffdce74fad2", "1")) {
            assertEquals("REST-057", code(door.get("ministry", PATH + "/" + id)));
            assertEquals("REST-057", code(put("ministry", PATH + "/" + id + "/paid", PAID)));
            assertEquals("REST-057", code(cancel(PATH + "/" + id)));
            assertEquals("REST-057", code(door.get("acme", "/v1/payments/" + id)));
        }
    }
}
