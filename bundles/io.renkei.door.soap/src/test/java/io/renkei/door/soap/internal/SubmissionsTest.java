package io.renkei.door.soap.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class SubmissionsTest extends DoorTest {

    @Test
    void aPackageIsAnsweredWithASignedReceipt() throws Exception {
        Element answer = good(submit("acme", "ACME-1", PACKAGE));
        byte[] receipt = Base64.getDecoder().decode(value(answer, "receipt"));
        assertTrue(FakeKernel.SEALER.covers(receipt));
        Element document = valid(parse(receipt).getDocumentElement());
        assertEquals(value(answer, "number"), value(document, "number"));
        assertEquals("ACME-1", value(document, "senderNumber"));
        assertEquals("住民票&.pdf", value(document, "file"));
        assertEquals(value(answer, "jws"), value(document, "jws"));
        assertEquals("false", value(answer, "repeated"));
    }

    @Test
    void theSameNumberAgainIsAnsweredWithTheFirstReceipt() {
        Element first = good(submit("acme", "ACME-1", PACKAGE));
        Element second = good(submit("acme", "ACME-1", PACKAGE));
        assertEquals("true", value(second, "repeated"));
        assertEquals(value(first, "jws"), value(second, "jws"));
        assertEquals(1, door.kernel.applications.rows.size());
        refused(500, "INTAKE-010", submit("acme", "ACME-1", PACKAGE + " 別"));
    }

    @Test
    void aPackageMayComeAsAPartAndIsThenAnsweredWithParts() throws Exception {
        HttpResponse<byte[]> response =
                multipart("acme", APPLICATIONS, envelope(included("cid:package@renkei")), PACKAGE);
        String answer = text(response);
        assertEquals(200, response.statusCode(), answer);
        assertTrue(response.headers().firstValue("Content-Type").orElse("").startsWith("multipart/related"));
        assertTrue(answer.contains("xop:Include") && answer.contains("M-1"), answer);
        Element again = good(application("acme", submission("M-1", PACKAGE)));
        assertEquals("true", value(again, "repeated"));
    }

    @Test
    void aLargePackageMayComeAsAPart() {
        String large = PACKAGE + "あ".repeat(90_000);
        HttpResponse<byte[]> response =
                multipart("acme", APPLICATIONS, envelope(included("cid:package@renkei")), large);
        assertEquals(200, response.statusCode(), text(response));
    }

    @Test
    void everyReasonOfARefusalIsTold() {
        Element faults = refused(500, "RULE-003", submit("acme", "ACME-1", "不備"));
        assertEquals("12/employee.birth-date", value(faults, "place"));
        assertEquals(2, faults.getElementsByTagNameNS(NS, "fault").getLength());
    }

    @Test
    void aFailureTellsNothingButItsCode() {
        HttpResponse<byte[]> response = submit("acme", "ACME-1", "故障");
        refused(500, "SOAP-022", response);
        assertFalse(text(response).contains("山田太郎"));
        HttpResponse<byte[]> down = submit("acme", "ACME-1", "停止");
        refused(503, "SOAP-011", down);
        assertEquals("5", down.headers().firstValue("Retry-After").orElse(""));
        refused(413, "SOAP-008", submit("acme", "ACME-1", "大きすぎ"));
        door.kernel.intake.paused = true;
        HttpResponse<byte[]> paused = submit("acme", "ACME-1", PACKAGE);
        refused(503, "SOAP-025", paused);
        assertEquals("90", paused.headers().firstValue("Retry-After").orElse(""));
        door.kernel.intakeIsThere = false;
        refused(503, "SOAP-012", submit("acme", "ACME-1", PACKAGE));
    }

    @Test
    void aCheckTellsTheWholeVerdict() {
        Element report = good(
                application("acme", "<check xmlns='" + NS + "'><package>" + base64(PACKAGE) + "</package></check>"));
        assertEquals("false", value(report, "good"));
        assertNotNull(value(report, "signature"));
        assertTrue(door.kernel.applications.rows.isEmpty());
    }

    @Test
    void anotherPartnersApplicationAnswersLikeAnUnknownOne() {
        String number = value(good(submit("acme", "ACME-1", PACKAGE)), "number");
        for (String operation : new String[] {"status", "receipt"}) {
            String ask = "<" + operation + " xmlns='" + NS + "'><number>%s</number></" + operation + ">";
            good(application("acme", ask.formatted(number)));
            HttpResponse<byte[]> others = application("beta", ask.formatted(number));
            refused(500, "SOAP-016", others);
            assertEquals(text(others), text(application("beta", ask.formatted("200001010000000004"))));
            assertEquals(text(others), text(application("beta", ask.formatted("202611240000000000"))));
        }
        Element list = good(application("beta", "<list xmlns='" + NS + "'/>"));
        assertEquals(0, list.getChildNodes().getLength());
    }

    @Test
    void aListGoesOnFromItsCursor() {
        for (int i = 1; i <= 3; i++) {
            good(submit("acme", "ACME-" + i, PACKAGE));
        }
        Element first = good(application("acme", "<list xmlns='" + NS + "'><limit>2</limit></list>"));
        assertEquals(2, first.getElementsByTagNameNS(NS, "application").getLength());
        assertEquals("ACME-3", value(first, "senderNumber"));
        String next = "<list xmlns='" + NS + "'><limit>2</limit><cursor>" + value(first, "next") + "</cursor></list>";
        Element second = good(application("acme", next));
        assertEquals("ACME-1", value(second, "senderNumber"));
        refused(500, "SOAP-018", application("beta", next));
        refused(500, "SOAP-018", application("acme", "<list xmlns='" + NS + "'><cursor>AAAA</cursor></list>"));
    }

    @Test
    void theStatusNamesWhatStandsWhere() {
        String number = value(good(submit("acme", "ACME-1", PACKAGE)), "number");
        HttpResponse<byte[]> response =
                application("acme", "<status xmlns='" + NS + "'><number>" + number + "</number></status>");
        good(response);
        assertTrue(new String(response.body(), StandardCharsets.UTF_8).contains("雇用保険 被保険者資格取得届"));
    }
}
