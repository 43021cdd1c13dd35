package io.renkei.itests;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.SenderNumber;
import io.renkei.tools.client.GatewayClient.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.After;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;

/** Corrections and withdrawals of one filing of five, by REST and by SOAP, at the running distribution. */
public class LoopsITest {

    private static final Duration JOURNEY = Duration.ofSeconds(60);
    private static final String HELLO_WORK = "hello-work";
    private static final String SOCIETY = "health-insurance-society.06130012";
    private static final String ELTAX = "eltax";

    private static Instance instance;
    private static Partner partner;
    private static Soap soap;
    private static Correcting correcting;

    @Rule
    public final LogOnFailure log = new LogOnFailure();

    @BeforeClass
    public static void start() throws Exception {
        instance = Instance.shared();
        partner = Partner.of(instance);
        partner.awaitUp();
        partner.consent();
        soap = new Soap(partner.gateway());
        correcting = new Correcting(partner);
    }

    @After
    public void answerAgain() throws Exception {
        for (String destination : List.of(HELLO_WORK, SOCIETY)) {
            partner.order("withdrawals/answer", "{\"destination\":\"" + destination + "\",\"answer\":\"accept\"}");
        }
    }

    @Test
    public void exactlyTheOneFilingOfFiveIsSentAgainAndKeepsItsNumber() throws Exception {
        correcting.ask(HELLO_WORK, "PARTIAL");
        String application = partner.submit();
        partner.awaitStates(
                application,
                JOURNEY,
                states -> states.get(HELLO_WORK).equals("CORRECTION_REQUESTED")
                        && states.values().stream().filter("CLOSED"::equals).count() == 4);
        JsonNode view = partner.view(application);
        JsonNode filing = Correcting.filing(view, HELLO_WORK);
        assertEquals("NEEDS_ACTION", view.at("/state/code").asText());
        JsonNode reason = filing.at("/corrections_asked/0/reasons/0");
        assertEquals("employee.name.kana", reason.path("item").asText());
        assertEquals("フリガナに誤りがあります", reason.path("text").asText());
        assertFalse(reason.path("detail_en").asText().isEmpty()
                || reason.path("detail_ja").asText().isEmpty());
        assertEquals(
                "2099-12-31T08:00:00Z",
                filing.at("/corrections_asked/0/deadline").asText());
        List<JsonNode> before = partner.ledger(application);

        String key = filing.path("key").asText();
        SenderNumber number = Partner.newNumber();
        byte[] correction = new OneProcedure(instance.pki()).of(number, "12");
        String others = Correcting.filing(view, "e-tax").path("key").asText();
        assertEquals(409, correcting.correct(others, number, correction).status());
        assertEquals(
                422,
                correcting
                        .correct(key, Partner.newNumber(), new OneProcedure(instance.pki()).of(number, "18"))
                        .status());
        Answer first = correcting.correct(key, number, correction).expect(201);
        assertArrayEquals(
                first.raw().body(),
                correcting.correct(key, number, correction).expect(200).raw().body());

        partner.awaitClosed(application, JOURNEY);
        JsonNode corrected = Correcting.filing(partner.view(application), HELLO_WORK);
        assertEquals(filing.path("receipts"), corrected.path("receipts"));
        assertEquals("CORRECTION", corrected.at("/answers/0/purpose").asText());
        assertEquals("CLOSED", corrected.at("/answers/0/state/code").asText());
        assertEquals(1, corrected.path("answers").size());

        Await.until(
                JOURNEY,
                () -> partner.events(application).get(key),
                told -> told.contains("io.renkei.correction.requested"));
        List<JsonNode> after = partner.ledger(application);
        assertEquals("one submission for each, as before", submissions(before), submissions(after));
        assertEquals(Partner.DESTINATIONS, partner.takenOnce(application));
        assertEquals(List.of(HELLO_WORK), destinations(after, "correction"));
        assertEquals(
                corrected.at("/answers/0/key").asText(),
                line(after, "correction").at("/details/key").asText());
        assertEquals(
                Partner.DESTINATIONS, partner.awaitNotices(application, JOURNEY).keySet());
        String sheet =
                instance.shell("renkei:application-show " + application).good().output();
        assertTrue(sheet, sheet.contains(corrected.at("/answers/0/key").asText()));
        assertTrue(sheet, sheet.contains("部分補正"));
    }

    @Test
    public void aResubmissionBySoapGetsANumberTiedToTheFirst() throws Exception {
        correcting.ask(SOCIETY, "WHOLE");
        String application = partner.submit();
        partner.awaitStates(application, JOURNEY, states -> states.get(SOCIETY).equals("CORRECTION_REQUESTED"));
        JsonNode first = Correcting.filing(partner.view(application), SOCIETY);
        Soap.Reply status = soap.call("<a:status xmlns:a='" + Soap.NAMESPACE + "'><a:number>" + application
                        + "</a:number></a:status>")
                .expect(200);
        assertEquals("フリガナに誤りがあります", status.value("text").orElseThrow());

        SenderNumber number = Partner.newNumber();
        String base64 = Base64.getEncoder().encodeToString(new OneProcedure(instance.pki()).of(number, "1"));
        Soap.Reply accepted = soap.call("<a:correct xmlns:a='" + Soap.NAMESPACE + "'><a:filing>"
                        + first.path("key").asText() + "</a:filing><a:package>" + base64 + "</a:package></a:correct>")
                .expect(200);
        String key = accepted.value("filing").orElseThrow();

        Await.until(
                JOURNEY,
                () -> partner.view(application),
                view -> view.path("filings").size() == 6
                        && view.at("/state/code").asText().equals("CLOSED"));
        JsonNode again = byKey(partner.view(application), key);
        assertEquals(first.path("key"), again.path("resubmission_of"));
        assertNotEquals(first.path("receipts"), again.path("receipts"));
        assertEquals(
                key,
                byKey(partner.view(application), first.path("key").asText())
                        .at("/answers/0/key")
                        .asText());
        List<JsonNode> ledger = partner.ledger(application);
        assertEquals(6, submissions(ledger).size());
        assertEquals(List.of(SOCIETY), destinations(ledger, "replaced"));
    }

    @Test
    public void aReturnThatETaxRefusedIsFiledAgainTiedToTheFirst() throws Exception {
        partner.orderForNext("e-tax", "etax/refuse", "{\"stage\":\"message-box\",\"count\":1}");
        String application = partner.submit();
        partner.awaitStates(application, JOURNEY, states -> states.get("e-tax").startsWith("REFUSED"));
        JsonNode refused = Correcting.filing(partner.view(application), "e-tax");
        SenderNumber number = Partner.newNumber();
        String key = refused.path("key").asText();
        byte[] corrected = new OneProcedure(instance.pki()).of(number, "18");

        correcting.correct(key, number, corrected).expect(201);

        JsonNode view = Await.until(
                JOURNEY,
                () -> partner.view(application),
                now -> now.path("filings").size() == 6
                        && now.at("/state/code").asText().equals("CLOSED"));
        assertEquals("REFUSED", byKey(view, key).at("/state/code").asText());
        JsonNode again = byKey(view, byKey(view, key).at("/answers/0/key").asText());
        assertEquals(key, again.path("resubmission_of").asText());
        assertEquals("CLOSED", again.at("/state/code").asText());
        assertEquals(
                "a second one has no place",
                409,
                correcting.correct(key, Partner.newNumber(), corrected).status());
    }

    @Test
    public void aWithdrawalIsAgreedToOrRefused() throws Exception {
        partner.order("examination/hold", "{\"destination\":\"hello-work\"}");
        partner.order("examination/hold", "{\"destination\":\"" + SOCIETY + "\"}");
        partner.order("withdrawals/answer", "{\"destination\":\"" + SOCIETY + "\",\"answer\":\"refuse\"}");
        String application = partner.submit();
        partner.awaitStates(
                application,
                JOURNEY,
                states -> states.get(HELLO_WORK).equals("EXAMINING")
                        && states.get(SOCIETY).equals("EXAMINING")
                        && states.get("e-tax").equals("CLOSED"));
        JsonNode view = partner.view(application);

        Answer asked = withdraw(Correcting.filing(view, HELLO_WORK).path("key").asText(), "採用を取り消したため")
                .expect(202);
        assertFalse(asked.json().path("withdrawn").asBoolean());
        Soap.Reply bySoap = soap.call("<a:withdraw xmlns:a='" + Soap.NAMESPACE + "'><a:filing>"
                        + Correcting.filing(view, SOCIETY).path("key").asText() + "</a:filing></a:withdraw>")
                .expect(200);
        assertEquals("false", bySoap.value("withdrawn").orElseThrow());
        assertEquals(
                409,
                withdraw(Correcting.filing(view, "e-tax").path("key").asText(), "")
                        .status());

        partner.awaitStates(
                application,
                JOURNEY,
                states -> states.get(HELLO_WORK).equals("WITHDRAWN")
                        && states.get(SOCIETY).equals("CLOSED"));
        assertEquals(
                200,
                withdraw(Correcting.filing(view, HELLO_WORK).path("key").asText(), "")
                        .status());
        List<JsonNode> ledger = partner.ledger(application);
        assertEquals(Set.of(HELLO_WORK, SOCIETY), new TreeSet<>(destinations(ledger, "withdrawal")));
        assertEquals(2, destinations(ledger, "withdrawal").size());
        assertEquals(Partner.DESTINATIONS, partner.takenOnce(application));
        assertFalse(
                "the reason stands in no log",
                instance.shell("log:display").good().output().contains("採用を取り消した"));
    }

    @Test
    public void whatWasNotSentIsWithdrawnHereAndNothingGoesOut() throws Exception {
        instance.shell("renkei:connector-pause --reason 保守 " + ELTAX).good();
        String application;
        try {
            application = partner.submit();
            partner.awaitStates(
                    application, JOURNEY, states -> states.get(ELTAX).equals("READY"));
            String key = Correcting.filing(partner.view(application), ELTAX)
                    .path("key")
                    .asText();
            assertTrue(withdraw(key, "").expect(200).json().path("withdrawn").asBoolean());
        } finally {
            instance.shell("renkei:connector-resume " + ELTAX).good();
        }
        partner.awaitStates(
                application,
                JOURNEY,
                states -> states.get(ELTAX).equals("WITHDRAWN")
                        && states.values().stream().filter("CLOSED"::equals).count() == 4);
        Set<String> sent = new TreeSet<>(Partner.DESTINATIONS);
        sent.remove(ELTAX);
        assertEquals(sent, partner.takenOnce(application));
    }

    private static Answer withdraw(String key, String reason) throws Exception {
        byte[] body = ("{\"reason\":\"" + reason + "\"}").getBytes(StandardCharsets.UTF_8);
        return partner.gateway().post(Correcting.path(key) + "/withdrawal", body, "Content-Type", "application/json");
    }

    private static JsonNode byKey(JsonNode view, String key) {
        for (JsonNode filing : view.path("filings")) {
            if (filing.path("key").asText().equals(key)) {
                return filing;
            }
        }
        throw new AssertionError("no filing " + key + " in " + view);
    }

    private static JsonNode line(List<JsonNode> ledger, String kind) {
        return ledger.stream()
                .filter(line -> line.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> destinations(List<JsonNode> ledger, String kind) {
        return ledger.stream()
                .filter(line -> line.path("kind").asText().equals(kind))
                .map(line -> line.path("destination").asText())
                .toList();
    }

    private static List<String> submissions(List<JsonNode> ledger) {
        return ledger.stream()
                .filter(line -> line.path("kind").asText().equals("submission"))
                .map(line ->
                        line.path("filing").asText() + " " + line.path("digest").asText())
                .sorted()
                .toList();
    }
}
