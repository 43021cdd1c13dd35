package io.renkei.http.soap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoapReaderTest {

    private static final String CONTRACT = "urn:example:1";

    /** Envelope, body, operation and one more level; eight elements. */
    private final SoapReader reader = new SoapReader(4, 8, 10);

    @Test
    void whatIsWrittenIsRead() throws SoapFormatException {
        SoapRequest request = SoapRequest.of(
                CONTRACT, "ask", List.of(SoapField.of("name", "山田 & 子"), SoapField.of("items", List.of())));
        SoapElement read = reader.body(request.envelope());
        assertTrue(read.is(CONTRACT, "ask"));
        assertEquals(Optional.of("山田 & 子"), read.only("name"));
        assertEquals(Optional.of(""), read.only("items"));
        assertEquals("\"urn:example:1#ask\"", request.action());
        assertFalse(request.isAnsweredBy(read));
        assertTrue((request + read.toString() + read.all("name")).indexOf('山') < 0, "nothing of it is printed");
    }

    @Test
    void whatIsAtTheBoundsIsRead() throws SoapFormatException {
        assertEquals(
                5,
                reader.body(envelope("<x>" + "<a/>".repeat(5) + "</x>"))
                        .children()
                        .size());
        assertEquals("1234567890", reader.body(envelope("<x>1234567890</x>")).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<x><a/><a/><a/><a/><a/><a/></x>",
                "<x><a><b/></a></x>",
                "<x>12345678901</x>",
                "<x/><x/>",
                "",
                "<x>&e;</x>",
                "<x><?go on?></x>",
                "<x>"
            })
    void whatIsBeyondThemOrNoAnswerIsNot(String body) {
        assertThrows(SoapFormatException.class, () -> reader.body(envelope(body)));
    }

    @Test
    void aDoctypeIsNotReadAndNothingExternalIsOpened() {
        byte[] doctype = ("<!DOCTYPE x SYSTEM \"file:///etc/hostname\">"
                        + new String(envelope("<x/>"), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        assertThrows(SoapFormatException.class, () -> reader.body(doctype));
    }

    @Test
    void onlyAFaultOfTheClientIsOne() throws SoapFormatException {
        assertTrue(fault("s:Client").isClientFault());
        assertTrue(fault("Client.Authentication").isClientFault());
        assertFalse(fault("s:Server").isClientFault());
        assertFalse(fault("s:ClientTrouble").isClientFault());
        assertFalse(reader.body(envelope("<Fault><faultcode>Client</faultcode></Fault>"))
                .isClientFault());
    }

    private static SoapElement fault(String code) throws SoapFormatException {
        return new SoapReader(8, 8, 100).body(envelope("<s:Fault><faultcode>" + code + "</faultcode></s:Fault>"));
    }

    private static byte[] envelope(String body) {
        return ("<s:Envelope xmlns:s=\"" + SoapElement.ENVELOPE + "\"><s:Body>" + body + "</s:Body></s:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
