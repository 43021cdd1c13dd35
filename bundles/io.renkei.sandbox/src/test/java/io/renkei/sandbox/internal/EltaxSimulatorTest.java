package io.renkei.sandbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingKey;
import io.renkei.api.spi.Sealer.Placement;
import io.renkei.api.spi.Sealer.XmlSeal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EltaxSimulatorTest {

    private static final String DIGEST = Digests.sha256("原本".getBytes(StandardCharsets.UTF_8));

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
    void takesASealedDocumentAndShowsItByItsKey() throws Exception {
        String key = key();
        JsonNode taken = post(key, sealed(document(key, DIGEST, "131130")));
        assertTrue(taken.path("受付番号").asText().matches("LT[0-9]{10}"), taken.toString());
        JsonNode shown = sandbox.send("GET", "/eltax/applications/" + key, new byte[0], "")
                .json();
        assertEquals(taken.path("受付番号"), shown.path("受付番号"));
    }

    @Test
    void whatWasSealedCannotBeChanged() throws Exception {
        String key = key();
        String sealed = sealed(document(key, DIGEST, "131130"));
        assertEquals("SEAL", code(post(key, sealed.replace("131130", "131016"))));
        assertEquals("SEAL", code(post(key, document(key, DIGEST, "131130"))));
        assertEquals("FILING", code(post(key(), sealed)));
        assertEquals(0, sandbox.submissions("eltax"));
    }

    @Test
    void needsTheDigestOfThePackageAndAnAddressee() throws Exception {
        String key = key();
        assertEquals("DIGEST", code(post(key, sealed(document(key, "", "131130")))));
        assertEquals("ADDRESSEE", code(post(key, sealed(document(key, DIGEST, "131131")))));
    }

    private JsonNode post(String key, String document) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.url() + "/eltax/applications"))
                .header("Renkei-Filing", key)
                .POST(HttpRequest.BodyPublishers.ofString(document))
                .build();
        return Answer.JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    }

    private static String sealed(String document) {
        byte[] sealed = keys.sealer()
                .sealXml(document.getBytes(StandardCharsets.UTF_8), XmlSeal.of("ID", "FILING", Placement.ENVELOPED));
        return new String(sealed, StandardCharsets.UTF_8);
    }

    private static String document(String key, String digest, String municipality) {
        return "<特別徴収切替届出書 xmlns=\"urn:renkei:eltax:1\" ID=\"FILING\"><届出番号>" + key + "</届出番号><原本ハッシュ値>" + digest
                + "</原本ハッシュ値><市区町村コード>" + municipality + "</市区町村コード></特別徴収切替届出書>";
    }

    private static String code(JsonNode answer) {
        return answer.path("code").asText();
    }

    private static String key() {
        return new FilingKey(ArrivalNumber.draw(LocalDate.of(2026, 7, 1), new Random()), 1).toString();
    }
}
