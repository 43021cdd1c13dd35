package io.renkei.door.soap.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class FollowUpsTest extends DoorTest {

    private String number;

    @BeforeEach
    void submitOne() {
        number = value(good(submit("acme", "ACME-1", PACKAGE)), "number");
    }

    @Test
    void whatIsAskedForIsShownToWhoSubmittedTheFiling() {
        Element shown =
                good(application("acme", "<status xmlns='" + NS + "'><number>" + number + "</number></status>"));
        Element asked =
                (Element) shown.getElementsByTagNameNS(NS, "correctionAsked").item(0);
        assertEquals("フリガナに誤りがあります", value(asked, "text"));
        assertEquals("Correct the item.", value(asked, "sentence"));
        assertEquals("false", value(asked, "takenLate"));
        Element list = good(application("acme", "<list xmlns='" + NS + "'/>"));
        assertEquals(0, list.getElementsByTagNameNS(NS, "correctionAsked").getLength());
    }

    @Test
    void aCorrectionIsAnsweredWithASignedReceiptAndShownBesideItsFiling() throws Exception {
        Element answer = good(correct("acme", number + "-01", PACKAGE));
        assertEquals(number + "-03", value(answer, "filing"));
        byte[] receipt = Base64.getDecoder().decode(value(answer, "receipt"));
        assertTrue(FakeKernel.SEALER.covers(receipt));
        assertEquals(number + "-01", value(valid(parse(receipt).getDocumentElement()), "corrects"));
        assertEquals("true", value(good(correct("acme", number + "-01", PACKAGE)), "repeated"));
        Element shown =
                good(application("acme", "<status xmlns='" + NS + "'><number>" + number + "</number></status>"));
        assertEquals(2, shown.getElementsByTagNameNS(NS, "filing").getLength());
        Element beside = (Element) shown.getElementsByTagNameNS(NS, "answer").item(0);
        assertEquals(number + "-03", value(beside, "key"));
    }

    @Test
    void whatCannotBeCorrectedOrWithdrawnSaysWhy() {
        refused(500, "INTAKE-011", correct("acme", number + "-02", PACKAGE));
        refused(500, "INTAKE-010", correct("acme", number + "-01", PACKAGE + "不備"));
        refused(500, "SOAP-026", correct("acme", number + "-09", PACKAGE));
        refused(500, "SOAP-026", correct("beta", number + "-01", PACKAGE));
        refused(500, "SOAP-026", withdraw("beta", number + "-01", ""));
        refused(500, "INTAKE-015", withdraw("acme", number + "-01", "<reason>遅い</reason>"));
        refused(500, "SOAP-003", withdraw("portal", number + "-01", ""));
    }

    @Test
    void aWithdrawalIsDoneOrGoesToTheDestination() {
        Element asked = good(withdraw("acme", number + "-01", "<reason>採用取消</reason>"));
        assertEquals("false", value(asked, "withdrawn"));
        assertEquals(number + "-04", value(asked, "withdrawal"));
        assertEquals("採用取消", door.kernel.followUps.reason);
        assertEquals("true", value(good(withdraw("acme", number + "-02", "")), "withdrawn"));
        assertTrue(door.kernel.followUps.reason.isEmpty());
    }

    @Test
    void aReasonIsBoundedByTheContract() {
        String tooLong = "<reason>" + "あ".repeat(401) + "</reason>";
        refused(500, "SOAP-015", withdraw("acme", number + "-01", tooLong));
    }

    private HttpResponse<byte[]> correct(String who, String filing, String content) {
        String base64 = Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
        return application(
                who,
                "<correct xmlns='" + NS + "'><filing>" + filing + "</filing><senderNumber>FIX-1</senderNumber><package>"
                        + base64 + "</package></correct>");
    }

    private HttpResponse<byte[]> withdraw(String who, String filing, String reason) {
        return application(
                who, "<withdraw xmlns='" + NS + "'><filing>" + filing + "</filing>" + reason + "</withdraw>");
    }
}
