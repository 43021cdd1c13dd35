package io.renkei.sandbox.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class EgovSimulatorTest {

    @TempDir
    static Path keysIn;

    private static TestKeys keys;
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    @TempDir
    Path ledgers;

    private RunningSandbox sandbox;
    private String token;
    private String refresh;

    @BeforeAll
    static void makeKeys() {
        keys = TestKeys.in(keysIn.resolve("pki"));
    }

    @BeforeEach
    void start() throws IOException {
        sandbox = open();
        JsonNode tokens = sandbox.order("delegations", "{\"account\":\"acme\"}");
        token = tokens.path("access_token").asText();
        refresh = tokens.path("refresh_token").asText();
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
    }

    @Test
    void takesASealedFilingOnceAndCountsItsRepetition() {
        String key = key();
        RunningSandbox.Reply first = apply(key);
        RunningSandbox.Reply second = apply(key);
        assertEquals(200, first.status());
        assertTrue(first.json().at("/results/arrive_id").asText().matches("[0-9]{16}"));
        assertNotEquals(first.json().at("/results/arrive_id"), second.json().at("/results/arrive_id"));
        JsonNode counts = sandbox.send("GET", "/control/statistics", new byte[0], "")
                .json()
                .at("/destinations/hello-work");
        assertEquals(2, counts.path("submissions").asInt());
        assertEquals(1, counts.path("distinct").asInt());
        assertEquals(1, counts.path("doubled").asInt());
    }

    @Test
    void listsByTheNameOfTheFileEvenAfterARestart() throws IOException {
        String key = key();
        String arriveId = apply(key).json().at("/results/arrive_id").asText();
        sandbox.close();
        sandbox = open();
        String today = LocalDate.now(ZoneId.of("Asia/Tokyo")).toString();
        JsonNode list = sandbox.send(
                        "GET", "/egov/apply/lists?date_from=" + today + "&date_to=" + today, new byte[0], token)
                .json();
        assertEquals(arriveId, list.at("/results/apply_list/0/arrive_id").asText());
        assertEquals(key + ".zip", list.at("/results/apply_list/0/file_name").asText());
    }

    @Test
    void keepsTheDigestThatTheMarkNames() {
        apply(key());
        JsonNode entry = sandbox.send("GET", "/control/ledger?kind=submission", new byte[0], "")
                .json();
        assertTrue(entry.toString().contains("\"package\":\"" + EgovFiles.DIGEST + "\""), entry.toString());
        assertTrue(entry.toString().contains("\"signer\":\"gateway\""), entry.toString());
    }

    @Test
    void refusesAFilingWithoutItsMark() {
        for (String remark :
                List.of("なし", EgovFiles.DIGEST.toString(), EgovFiles.mark(key()).text())) {
            String key = key();
            RunningSandbox.Reply reply =
                    send(EgovFiles.request(key, EgovFiles.signed(sandbox.sealer(), remark, EgovFiles.unsigned(key))));
            assertEquals(400, reply.status());
            assertEquals("通信欄", reply.json().at("/report_list/0/item").asText());
        }
        assertEquals(0, sandbox.submissions("hello-work"));
    }

    @Test
    void refusesAFilingThatWasChangedAfterSealing() {
        String key = key();
        Map<String, byte[]> files =
                EgovFiles.signed(sandbox.sealer(), EgovFiles.mark(key).text(), EgovFiles.unsigned(key));
        files.put(
                EgovFiles.HELLO_WORK.formFile(),
                "<DataRoot><氏名>試験　太郎</氏名></DataRoot>".getBytes(StandardCharsets.UTF_8));
        assertEquals(400, send(EgovFiles.request(key, files)).status());
        assertEquals(0, sandbox.submissions("hello-work"));
    }

    @Test
    void refusesASignatureOutsideOfItsPlace() {
        String key = key();
        Map<String, byte[]> files =
                EgovFiles.sealedLast(sandbox.sealer(), EgovFiles.mark(key).text(), EgovFiles.unsigned(key));
        RunningSandbox.Reply reply = send(EgovFiles.request(key, files));
        assertEquals("署名情報", reply.json().at("/report_list/0/item").asText());
        assertEquals(
                "電子署名の位置に誤りがあります", reply.json().at("/report_list/0/content").asText());
    }

    @Test
    void takesWhatAnApplicantSignedWithoutAMark() {
        String key = key();
        TestSealer applicant = TestKeys.identity(keysIn.resolve("pki/applicant.pem"));
        Map<String, byte[]> files = EgovFiles.signed(applicant, "至急お願いします", EgovFiles.unsigned(key));
        assertEquals(200, send(EgovFiles.request(key, files)).status());
        assertEquals(1, sandbox.submissions("hello-work"));
    }

    @Test
    void refusesASealThatIsNobodys(@TempDir Path elsewhere) {
        TestKeys others = TestKeys.in(elsewhere);
        RunningSandbox.Reply reply = send(EgovFiles.request(others.sealer(), key()));
        assertEquals(400, reply.status());
        assertEquals("署名情報", reply.json().at("/report_list/0/item").asText());
    }

    @Test
    void issuesOneSealedDocumentAndTheSameBytesEachTime() {
        String key = key();
        String arriveId = apply(key).json().at("/results/arrive_id").asText();
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> one(arriveId).at("/results/status").asText().equals("手続終了"));
        assertEquals(1, one(arriveId).at("/results/official_list").size());
        byte[] document = document(arriveId);
        assertArrayEquals(document, document(arriveId));
        Document parsed = Xml.parse(document);
        List<Signatures.Good> good = Signatures.verify(parsed, "ID", Map.of());
        assertEquals(1, good.size());
        assertTrue(good.get(0).elements().contains("DOCBODY"));
        assertEquals(
                "renkei:" + key,
                Xml.text(parsed.getDocumentElement(), "DOCLINK").orElseThrow());
        assertEquals(
                Optional.empty(), Xml.text(parsed.getDocumentElement(), "MT2TITLE"), "the state says when it closes");
    }

    @Test
    void remembersThatADocumentWasFetched() {
        String arriveId = apply(key()).json().at("/results/arrive_id").asText();
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> one(arriveId).at("/results/official_list").size() == 1);
        byte[] body = ("{\"arrive_id\":\"" + arriveId + "\",\"notice_sub_id\":1}").getBytes(StandardCharsets.UTF_8);
        assertEquals(
                200,
                sandbox.send("POST", "/egov/official_document", body, token).status());
        assertEquals(
                200,
                sandbox.send("POST", "/egov/official_document", body, token).status());
        assertNotEquals(
                "-", one(arriveId).at("/results/official_list/0/download_date").asText());
        assertEquals(1, sandbox.entries("hello-work", EgovCases.FETCHED));
    }

    @Test
    void aRefreshTokenWorksOnce() {
        JsonNode fresh = refresh(refresh).json();
        assertEquals(200, apply(fresh.path("access_token").asText(), key()).status());
        RunningSandbox.Reply again = refresh(refresh);
        assertEquals(400, again.status());
        assertEquals("invalid_grant", again.json().path("error").asText());
    }

    @Test
    void aRevokedDelegationIsRefusedEverywhere() {
        sandbox.order("delegations/revoke", "{\"account\":\"acme\"}");
        assertEquals(401, apply(key()).status());
        assertEquals("invalid_grant", refresh(refresh).json().path("error").asText());
    }

    @Test
    void anotherAccountSeesNothing() {
        String arriveId = apply(key()).json().at("/results/arrive_id").asText();
        String other = sandbox.order("delegations", "{\"account\":\"beta\"}")
                .path("access_token")
                .asText();
        assertEquals(
                404,
                sandbox.send("GET", "/egov/apply/" + arriveId, new byte[0], other)
                        .status());
    }

    @Test
    void faultsTakeOrLeaveTheFilingAsTheirModeSays() {
        sandbox.fault("hello-work", "refuse-before", 1, 0);
        assertEquals(503, apply(key()).status());
        assertEquals(0, sandbox.submissions("hello-work"));
        sandbox.fault("hello-work", "drop-after", 1, 0);
        assertThrows(IllegalStateException.class, () -> apply(key()));
        sandbox.fault("hello-work", "garbage", 1, 0);
        assertEquals(200, apply(key()).status());
        sandbox.fault("hello-work", "slow", 1, 50);
        assertEquals(200, apply(key()).status());
        assertEquals(200, apply(key()).status());
        assertEquals(4, sandbox.submissions("hello-work"));
        assertEquals(0, sandbox.doubled("hello-work"));
    }

    private RunningSandbox open() throws IOException {
        return RunningSandbox.start(keysIn.resolve("pki"), ledgers, keys, Duration.ofMillis(20), Duration.ofHours(1));
    }

    private static String key() {
        return new FilingKey(ArrivalNumber.draw(DAY, new Random()), 1).toString();
    }

    private RunningSandbox.Reply apply(String key) {
        return apply(token, key);
    }

    private RunningSandbox.Reply apply(String access, String key) {
        return sandbox.send("POST", "/egov/apply", EgovFiles.request(sandbox.sealer(), key), access);
    }

    private RunningSandbox.Reply send(byte[] body) {
        return sandbox.send("POST", "/egov/hello-work/apply", body, token);
    }

    private RunningSandbox.Reply refresh(String with) {
        return sandbox.send(
                "POST",
                "/egov/auth/token",
                ("grant_type=refresh_token&client_id=renkei&refresh_token=" + with).getBytes(StandardCharsets.UTF_8),
                "");
    }

    private JsonNode one(String arriveId) {
        return sandbox.send("GET", "/egov/apply/" + arriveId, new byte[0], token)
                .json();
    }

    private byte[] document(String arriveId) {
        JsonNode answer = sandbox.send("GET", "/egov/official_document/" + arriveId + "/1", new byte[0], token)
                .json();
        byte[] zip = Base64.getDecoder().decode(answer.at("/results/file_data").asText());
        return Zips.read(zip).get(arriveId + ".xml");
    }
}
