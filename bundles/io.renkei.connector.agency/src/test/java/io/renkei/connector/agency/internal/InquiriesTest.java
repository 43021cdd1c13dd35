package io.renkei.connector.agency.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.AttributeNode;
import io.renkei.api.model.InformationCode;
import io.renkei.api.model.LinkageCode;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.api.spi.AttributeSource.Answer;
import io.renkei.api.spi.AttributeSource.Question;
import io.renkei.api.spi.LinkageCodeSource.Proof;
import io.renkei.api.spi.TransientFailure;
import io.renkei.http.soap.SoapElement;
import io.renkei.http.soap.SoapFormatException;
import io.renkei.http.soap.SoapRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** What is written and read, byte for byte and as the contracts say. */
class InquiriesTest {

    private static final Question QUESTION = TestQuestion.of(TestQuestion.REFERENCE, new LinkageCode("LC<1>"));
    private static final AgencySettings.Parties PARTIES =
            new AgencySettings.Parties("9000000000000001", "1311300000000000", "JM01000000121000", "JT01010000000214");

    @Test
    void anInquiryIsWrittenInTheWordsOfTheRecord() throws Exception {
        SoapRequest request = Inquiries.inquire(PARTIES, QUESTION, TestQuestion.CODED);
        assertEquals(file("inquire.xml").strip(), new String(request.envelope(), StandardCharsets.UTF_8));
        assertEquals("\"urn:renkei:middle-server:1#inquire\"", request.action());
        assertValid("middle-server", request);
    }

    @Test
    void eachOtherCallKeepsItsContract() throws Exception {
        assertValid("middle-server", Inquiries.result("H-1", QUESTION, TestQuestion.CODED));
        assertValid(
                "linkage-code",
                CodesConnector.issue(new Proof("0a1b", BigInteger.valueOf(77).shiftLeft(100)), "1311300000000000"));
    }

    @Test
    void anAnswerIsReadItemByItemAndWhatKeepsNoContractIsLeftOut() throws Exception {
        Map<InformationCode, SelfInformationNumber> coded = new HashMap<>(TestQuestion.CODED);
        coded.put(new InformationCode("TM00000000000003"), number("3-3"));
        coded.put(new InformationCode("TM00000000000004"), number("3-4"));
        coded.put(new InformationCode("TM00000000000005"), number("3-5"));
        Map<SelfInformationNumber, Answer> answers = InquiryAnswers.read(response(), TestQuestion.REFERENCE, coded);

        Instant asOf = Instant.parse("2026-04-01T00:00:00Z");
        Answer.Found tax = (Answer.Found) answers.get(TestQuestion.TAX);
        assertEquals(asOf, tax.asOf());
        assertEquals(file("tree.txt"), text(tax.values(), ""));
        assertEquals(new Answer.NoData(asOf), answers.get(TestQuestion.HOUSEHOLD));
        assertEquals(new Answer.Undisclosed(asOf), answers.get(TestQuestion.DISEASE));
        assertEquals(new Answer.Pending("H-1", Duration.ofSeconds(30)), answers.get(number("3-3")));
        assertEquals(new Answer.Unanswerable("AGENCY-005"), answers.get(number("3-4")));
        assertTrue(!answers.containsKey(number("3-5")), "two levels below nothing is no tree");
        assertEquals(5, answers.size());
    }

    @Test
    void theAnswerToAnotherInquiryIsNone() {
        assertThrows(
                TransientFailure.class, () -> InquiryAnswers.read(response(), UUID.randomUUID(), TestQuestion.CODED));
    }

    @Test
    void anAnswerBeyondItsBoundsIsNone() {
        String deep = "<a>".repeat(20) + "</a>".repeat(20);
        assertThrows(SoapFormatException.class, () -> SoapClient.ANSWERS.body(envelope(deep)));
        assertThrows(
                SoapFormatException.class, () -> SoapClient.ANSWERS.body(envelope("<a>" + "x".repeat(5_000) + "</a>")));
        assertThrows(
                SoapFormatException.class,
                () -> SoapClient.ANSWERS.body(("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>"
                                + new String(envelope("<a>&b;</a>"), StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] envelope(String body) {
        return ("<s:Envelope xmlns:s=\"" + SoapElement.ENVELOPE + "\"><s:Body>" + body + "</s:Body></s:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String text(List<AttributeNode> nodes, String indent) {
        StringBuilder out = new StringBuilder();
        for (AttributeNode node : nodes) {
            out.append(indent).append(node.code()).append(' ').append(node.name());
            Optional<String> value = node.value();
            value.ifPresent(known -> out.append(" = ").append(known));
            out.append('\n').append(text(node.children(), indent + "  "));
        }
        return out.toString();
    }

    private static SoapElement response() throws SoapFormatException, IOException {
        return SoapClient.ANSWERS.body(file("inquire-response.xml").getBytes(StandardCharsets.UTF_8));
    }

    private static SelfInformationNumber number(String text) {
        return new SelfInformationNumber(text);
    }

    private static String file(String name) throws IOException {
        try (InputStream in = InquiriesTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertValid(String contract, SoapRequest request) throws Exception {
        try (InputStream in = InquiriesTest.class.getResourceAsStream("/wsdl/" + contract + ".wsdl")) {
            Document wsdl = parse(in.readAllBytes());
            assertTrue(new String(request.action())
                    .equals("\"" + wsdl.getDocumentElement().getAttribute("targetNamespace") + "#" + request.operation()
                            + "\""));
            SchemaFactory.newDefaultInstance()
                    .newSchema(new DOMSource(wsdl.getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, "schema")
                            .item(0)))
                    .newValidator()
                    .validate(new DOMSource(parse(request.envelope())
                            .getElementsByTagNameNS(request.namespace(), request.operation())
                            .item(0)));
        }
    }

    private static Document parse(byte[] bytes) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }
}
