package io.renkei.sandbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgencySimulatorTest {

    private static final String CITY = "1311300000000000";
    private static final String PENSION = "1000000000000001";
    private static final String NUMBER = "0b8d5f7e-0000-4000-8000-000000000001";

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
    void start() throws Exception {
        sandbox = RunningSandbox.start(pki, ledger, keys, Duration.ofMillis(20), Duration.ofHours(1));
    }

    @AfterEach
    void stop() throws Exception {
        sandbox.close();
    }

    @Test
    void eachAgencyKnowsAPersonByItsOwnCodeAlone() throws Exception {
        String city = issue(CITY, "0a");
        assertEquals(city, issue(CITY, "0a"));
        assertNotEquals(city, issue(PENSION, "0a"));
        assertTrue(inquire(CITY, city).contains("市町村民税"));
        assertTrue(inquire(PENSION, city).contains("Fault"));
        assertEquals(1, sandbox.entries("municipality.131130", AgencySimulator.INQUIRY));
    }

    @Test
    void anAgencyAnswersAsItIsTold() throws Exception {
        String code = issue(CITY, "0a");
        order("no-data");
        assertTrue(inquire(CITY, code).contains("<status>04</status>"));
        order("undisclosed");
        String hidden = inquire(CITY, code);
        assertTrue(hidden.contains("<undisclosed>1</undisclosed>"));
        assertFalse(hidden.contains("detail"));
        order("pending");
        assertTrue(inquire(CITY, code).contains("<handle>H-" + NUMBER + "</handle>"));
        assertTrue(result().contains("市町村民税"));
        sandbox.order("agencies/forget-handles", "{}");
        assertFalse(result().contains("answer"));
    }

    private void order(String answer) {
        sandbox.order(
                "agencies/answer",
                "{\"destination\":\"municipality.131130\",\"answer\":\"" + answer + "\",\"count\":1}");
    }

    private String issue(String agency, String serial) throws Exception {
        String said = send(
                "/linkage-codes",
                "urn:renkei:linkage-code:1",
                "issue",
                "<authorityKeyId>0b</authorityKeyId><serial>" + serial + "</serial><agency>" + agency + "</agency>");
        return said.replaceAll("(?s).*<linkageCode>(.*)</linkageCode>.*", "$1");
    }

    private String inquire(String provider, String code) throws Exception {
        return send(
                "/agency/municipality.131130",
                "urn:renkei:middle-server:1",
                "inquire",
                "<inquiryNumber>" + NUMBER + "</inquiryNumber><inquiredAt>20261129120000000</inquiredAt><inquirer>"
                        + PENSION + "</inquirer><provider>" + provider + "</provider><business>JM01000000121000"
                        + "</business><procedure>JT01010000000214</procedure><linkageCode>" + code
                        + "</linkageCode><item><informationCode>TM00000000000002</informationCode>"
                        + "<condition>1</condition></item>");
    }

    private String result() throws Exception {
        return send(
                "/agency/municipality.131130",
                "urn:renkei:middle-server:1",
                "result",
                "<inquiryNumber>" + NUMBER + "</inquiryNumber><handle>H-" + NUMBER
                        + "</handle><informationCode>TM00000000000002</informationCode>");
    }

    private String send(String path, String namespace, String operation, String content) throws Exception {
        String body = "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body><" + operation
                + " xmlns=\"" + namespace + "\">" + content + "</" + operation + "></soap:Body></soap:Envelope>";
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"" + namespace + "#" + operation + "\"")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
