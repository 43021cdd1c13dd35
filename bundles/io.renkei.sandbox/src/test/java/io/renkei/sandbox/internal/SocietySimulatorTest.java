package io.renkei.sandbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocietySimulatorTest {

    private static final String DESTINATION = "health-insurance-society.06130012";
    private static final String DIGEST = Digests.sha256("原本".getBytes(StandardCharsets.UTF_8));
    private static final String CSV = "21,01,ｹｲﾄ,001,20260701,22223\r\n[kanri]\r\n,001\r\n"
            + "21,01,ｹｲﾄ,123,100,0001,東京都,試験商事,試験　花子,03,0000,0000\r\n[data]\r\n2200700" + ",".repeat(30)
            + "\r\n";

    @TempDir
    static Path pki;

    private static TestKeys keys;

    @TempDir
    Path ledger;

    private final HttpClient http = HttpClient.newHttpClient();
    private RunningSandbox sandbox;

    @BeforeAll
    static void makeKeys() {
        keys = TestKeys.in(pki);
    }

    @BeforeEach
    void start() throws IOException {
        sandbox = RunningSandbox.start(pki, ledger, keys, Duration.ofMillis(20), Duration.ofHours(1));
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
    }

    @Test
    void takesASealedFilingAndShowsItByItsKey() throws Exception {
        String key = key();
        JsonNode taken = post(key, DIGEST, zip(key, CSV), zip(key, CSV));
        assertTrue(taken.path("receiptNumber").asText().matches("KP[0-9]{10}"), taken.toString());
        JsonNode shown = sandbox.send("GET", "/society/06130012/applications/" + key, new byte[0], "")
                .json();
        assertEquals(taken.path("receiptNumber"), shown.path("receiptNumber"));
        JsonNode elsewhere = sandbox.send("GET", "/society/06130020/applications/" + key, new byte[0], "")
                .json();
        assertEquals("UNKNOWN-FILING", elsewhere.path("code").asText());
        assertEquals(key, elsewhere.path("filing").asText());
    }

    @Test
    void whatWasSealedCannotBeExchanged() throws Exception {
        String key = key();
        byte[] zip = zip(key, CSV);
        assertEquals("SEAL", code(post(key, DIGEST, zip, zip(key, CSV.replace("花子", "太郎")))));
        assertEquals("FILING", code(post(key(), DIGEST, zip, zip)));
        assertEquals("DIGEST", code(post(key, DIGEST.replace(DIGEST.charAt(0), '0'), zip, zip)));
        assertEquals(0, sandbox.submissions(DESTINATION));
    }

    @Test
    void aFileOfAnotherShapeIsRefused() throws Exception {
        for (String csv : new String[] {
            CSV.replace("\r\n", "\n"), CSV.replace("[data]", "[x]"), CSV + "x\r\n", CSV.replace("ｹｲﾄ", "\"ｹｲﾄ\"")
        }) {
            String key = key();
            byte[] zip = zip(key, csv);
            assertEquals("FORM", code(post(key, DIGEST, zip, zip)));
        }
    }

    @Test
    void aNumberThatNoSocietyHasIsNotFound() {
        assertEquals(
                404,
                sandbox.send("GET", "/society/613/applications/x", new byte[0], "")
                        .status());
    }

    private JsonNode post(String key, String digest, byte[] sealed, byte[] sent) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.url() + "/society/06130012/applications"))
                .header("Renkei-Filing", key)
                .header("Renkei-Package-Digest", digest)
                .header("Renkei-Seal", keys.sealer().sealDetached("renkei-filing+jws", sealed))
                .POST(HttpRequest.BodyPublishers.ofByteArray(sent))
                .build();
        return Answer.JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    }

    private static String code(JsonNode answer) {
        return answer.path("code").asText();
    }

    private static byte[] zip(String key, String csv) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "renkei.json",
                ("{\"filing\":\"" + key + "\",\"packageDigest\":\"" + DIGEST + "\"}").getBytes(StandardCharsets.UTF_8));
        files.put("KPFD0006.CSV", csv.getBytes(Charset.forName("Shift_JIS")));
        return Zips.write(files);
    }

    private static String key() {
        return new FilingKey(ArrivalNumber.draw(LocalDate.of(2026, 7, 1), new Random()), 1).toString();
    }
}
