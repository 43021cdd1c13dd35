package io.renkei.door.rest.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Corrections and withdrawals; each answer is held against the contract by the door's own calls. */
class FollowUpsTest extends DoorTest {

    private String place;

    @BeforeEach
    void submitOne() {
        place = header(submit("acme", "A-1", PACKAGE), "Location");
    }

    @Test
    void whatIsAskedForIsShownToWhoSubmittedTheFiling() {
        JsonNode filing = json(door.get("acme", place)).at("/filings/0");
        JsonNode asked = filing.at("/corrections_asked/0");
        assertEquals("部分補正", asked.path("kind_ja").asText());
        assertEquals("2026-11-25T08:00:00Z", asked.path("deadline").asText());
        assertEquals("employee.name.kana", asked.at("/reasons/0/item").asText());
        assertEquals("フリガナに誤りがあります", asked.at("/reasons/0/text").asText());
        assertEquals("Correct the item.", asked.at("/reasons/0/detail_en").asText());
        assertTrue(json(door.get("acme", "/v1/applications"))
                .at("/applications/0/filings/0/corrections_asked")
                .isMissingNode());
    }

    @Test
    void aCorrectionIsAnsweredWithItsReceiptAndShownBesideItsFiling() {
        HttpResponse<byte[]> answer = correct("acme", "1", PACKAGE);
        assertEquals(201, answer.statusCode());
        assertEquals("application/jose", header(answer, "Content-Type"));
        assertEquals(place, header(answer, "Location"));
        HttpResponse<byte[]> again = correct("acme", "01", PACKAGE);
        assertEquals(200, again.statusCode());
        assertArrayEquals(answer.body(), again.body());

        JsonNode shown = json(door.get("acme", place));
        assertEquals(2, shown.path("filings").size(), "a correction is shown with its filing");
        assertEquals("CORRECTION", shown.at("/filings/0/answers/0/purpose").asText());
        assertTrue(shown.at("/filings/0/answers/0/key").asText().endsWith("-03"));
        assertEquals("IN_PROGRESS", shown.at("/state/code").asText(), "nobody has to act while it is on its way");
    }

    @Test
    void theReceiptStandsInJsonForWhoAsksForIt() {
        HttpResponse<byte[]> answer = door.post(
                "acme",
                place + "/filings/1/corrections",
                PACKAGE,
                "Content-Type",
                "application/xml",
                "Accept",
                "application/json");
        assertEquals(201, answer.statusCode());
        assertTrue(json(answer).path("filing").asText().endsWith("-03"));
    }

    @Test
    void whatCannotBeCorrectedSaysWhy() {
        assertEquals("INTAKE-011", code(correct("acme", "2", PACKAGE)));
        assertEquals(409, correct("acme", "2", PACKAGE).statusCode());
        assertEquals(422, correct("acme", "1", PACKAGE + "<!-- 不備 -->").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "0", "00000", "x", "-1"})
    void aFilingThatIsNotThereIsUnknown(String sequence) {
        assertEquals(404, correct("acme", sequence, PACKAGE).statusCode());
        assertEquals(404, withdraw("acme", sequence, "").statusCode());
    }

    @Test
    void anotherPartnersFilingIsUnknownAndThePortalMayNotAnswer() {
        assertEquals("REST-032", code(correct("beta", "1", PACKAGE)));
        assertEquals("REST-032", code(withdraw("beta", "1", "")));
        assertEquals(403, correct("portal", "1", PACKAGE).statusCode());
        assertEquals(403, withdraw("portal", "1", "").statusCode());
    }

    @Test
    void aWithdrawalIsDoneOrGoesToTheDestination() {
        HttpResponse<byte[]> asked = withdraw("acme", "1", "{\"reason\":\"採用取消\"}");
        assertEquals(202, asked.statusCode());
        assertFalse(json(asked).path("withdrawn").asBoolean());
        assertTrue(json(asked).path("withdrawal").asText().endsWith("-04"));
        assertEquals("採用取消", door.kernel.followUps.reason);

        HttpResponse<byte[]> done = withdraw("acme", "2", "");
        assertEquals(200, done.statusCode());
        assertTrue(json(done).path("withdrawn").asBoolean());
        assertEquals("", door.kernel.followUps.reason);
        assertEquals(409, withdraw("acme", "1", "{\"reason\":\"遅い\"}").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\":null}", "{\"reason\":1}", "{\"reason\":\"a\",\"more\":1}", "[]"})
    void aReasonIsOneText(String body) {
        assertEquals(400, withdraw("acme", "1", body).statusCode());
    }

    private HttpResponse<byte[]> correct(String who, String sequence, String body) {
        return door.post(
                who,
                place + "/filings/" + sequence + "/corrections",
                body,
                "Content-Type",
                "application/xml",
                "Idempotency-Key",
                "FIX-1");
    }

    private HttpResponse<byte[]> withdraw(String who, String sequence, String body) {
        return door.post(who, place + "/filings/" + sequence + "/withdrawal", body, "Content-Type", "application/json");
    }
}
