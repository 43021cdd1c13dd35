package io.renkei.connector.etax.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.renkei.api.model.DispatchOutcome;
import io.renkei.api.model.DispatchOutcome.Acknowledged;
import io.renkei.api.model.DispatchOutcome.Deferred;
import io.renkei.api.model.DispatchOutcome.Refused;
import io.renkei.api.model.DispatchOutcome.Unknown;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.http.HttpReply;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EtaxAnswersTest {

    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");
    private static final String NUMBER = "20260000000000000001";
    private static final String HEAD = "<fileName>a.xtx</fileName><filerId>1234567890123456</filerId>";
    private static final String TAKEN = "<receptionNumber>" + NUMBER + "</receptionNumber>" + HEAD;
    private static final Unknown ODD = new Unknown("ETAX-011");

    @Test
    void aNoticeWithoutErrorsIsATransmissionAndNoMore() throws PermanentFailure {
        Acknowledged taken = assertInstanceOf(Acknowledged.class, read(200, notice(TAKEN)));
        assertEquals(DispatchOutcome.Level.TRANSMITTED, taken.level());
        assertEquals(NUMBER, taken.receipts().get(0).value());
        assertEquals("uketsuke", taken.receipts().get(0).kind());
    }

    @Test
    void aNoticeWithErrorsRefusesEvenWhenItHasANumber() throws PermanentFailure {
        String error = "<error><code>E-FILER</code><place>NOZEISHA_ID</place></error>";
        Refused refused = assertInstanceOf(Refused.class, read(200, notice(TAKEN + error)));
        assertEquals("ETAX-032", refused.code());
        assertEquals("NOZEISHA_ID", refused.place());
        Refused other = assertInstanceOf(
                Refused.class, read(200, notice(HEAD + "<error><code>X</code><place>山田　花子</place></error>")));
        assertEquals("ETAX-030", other.code());
        assertEquals("", other.place());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<a/>",
                "<receptionNumber>20260000000000000001</receptionNumber>",
                "<receptionNumber>1</receptionNumber><fileName>a.xtx</fileName><filerId>1234567890123456</filerId>",
                "<receptionNumber>20260000000000000001</receptionNumber><fileName>b.xtx</fileName><filerId>1234567890123456</filerId>",
                "<receptionNumber>20260000000000000001</receptionNumber><fileName>a.xtx</fileName><filerId>9</filerId>"
            })
    void aNoticeOfSomethingElseIsNotBelieved(String content) throws PermanentFailure {
        assertEquals(ODD, read(200, notice(content)));
    }

    @Test
    void whatIsNoPlainEnvelopeIsNotBelieved() throws PermanentFailure {
        String good = notice(TAKEN);
        for (String odd : new String[] {
            "",
            "<html>ただいま混雑しています",
            good + "<x/>",
            good.replace("urn:renkei:etax-reception:1", "urn:other"),
            good.replace("http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope"),
            "<!DOCTYPE a [<!ENTITY e '" + NUMBER + "'>]>" + good.replace(NUMBER, "&e;"),
            "<!DOCTYPE a SYSTEM 'file:///etc/passwd'>" + good,
            "<?xml-stylesheet href='x'?>" + good,
            notice(TAKEN + "<a>".repeat(20) + "</a>".repeat(20)),
            notice(TAKEN + "<a/>".repeat(Reception.MAX_ELEMENTS)),
            notice(TAKEN + "<a>" + "あ".repeat(Reception.MAX_TEXT + 1) + "</a>")
        }) {
            assertEquals(ODD, read(200, odd), odd.substring(0, Math.min(80, odd.length())));
        }
        assertEquals(ODD, read(500, good));
        assertEquals(ODD, read(404, "<html/>"));
    }

    @Test
    void onlyAFaultOfTheClientParks() throws PermanentFailure {
        assertThrows(PermanentFailure.class, () -> read(500, fault("soap:Client")));
        assertThrows(PermanentFailure.class, () -> read(400, fault("soap:Client.Authentication")));
        assertEquals(ODD, read(500, fault("soap:Server")));
        assertEquals(ODD, read(500, fault("soap:ClientTrouble")));
    }

    @Test
    void laterIsWhenTheHeaderSays() throws PermanentFailure {
        assertEquals(new Deferred(NOW.plusSeconds(7), "ETAX-002"), read(503, "7"::toString, ""));
        assertEquals(
                new Deferred(NOW.plusSeconds(60), "ETAX-002"), read(429, "Wed, 1 Jul 2026 00:01:00 GMT"::toString, ""));
        assertEquals(new Deferred(NOW.plusSeconds(86_400), "ETAX-002"), read(503, "999999"::toString, ""));
        assertEquals(new Deferred(NOW, "ETAX-002"), read(503, "Tue, 30 Jun 2026 00:00:00 GMT"::toString, ""));
        assertEquals(new Deferred(NOW.plusSeconds(60), "ETAX-002"), read(429, ""));
        assertEquals(ODD, read(503, ""));
    }

    private static DispatchOutcome read(int status, String body) throws PermanentFailure {
        return EtaxAnswers.read(
                "a.xtx",
                "1234567890123456",
                new HttpReply(status, Optional.empty(), body.getBytes(StandardCharsets.UTF_8)),
                NOW);
    }

    private static DispatchOutcome read(int status, java.util.function.Supplier<String> retryAfter, String body)
            throws PermanentFailure {
        return EtaxAnswers.read(
                "a.xtx",
                "1234567890123456",
                new HttpReply(status, Optional.of(retryAfter.get()), body.getBytes(StandardCharsets.UTF_8)),
                NOW);
    }

    private static String notice(String content) {
        return envelope("<submitResponse xmlns=\"urn:renkei:etax-reception:1\">" + content + "</submitResponse>");
    }

    private static String fault(String code) {
        return envelope("<soap:Fault><faultcode>" + code + "</faultcode><faultstring>x</faultstring></soap:Fault>");
    }

    private static String envelope(String content) {
        return "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>" + content
                + "</soap:Body></soap:Envelope>";
    }
}
