package io.renkei.connector.etax.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.renkei.http.soap.SoapField;
import io.renkei.http.soap.SoapRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What is written keeps the WSDL's schema. */
class EtaxWsdlTest {

    private static final SoapField NUMBER = SoapField.of("receptionNumber", "20260000000000000001");

    private Validator validator;
    private Document wsdl;

    @BeforeEach
    void readContract() throws Exception {
        try (InputStream in = EtaxWsdlTest.class.getResourceAsStream("/wsdl/etax-reception.wsdl")) {
            wsdl = parse(in.readAllBytes());
        }
        Node schema = wsdl.getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, "schema")
                .item(0);
        validator = SchemaFactory.newDefaultInstance()
                .newSchema(new DOMSource(schema))
                .newValidator();
    }

    @Test
    void eachRequestIsValid() {
        String file = DispatchSteps.fileName(TestTask.fresh().filing());
        SoapField name = SoapField.of("fileName", file);
        assertValid(Reception.request(
                "submit", List.of(name, SoapField.of("filerId", "1234567890123456"), SoapField.of("file", "UFRY"))));
        assertValid(Reception.request("messageBox", List.of(NUMBER, NUMBER)));
        assertValid(Reception.request("lookUp", List.of(name)));
        SoapField document = SoapField.of("documentNumber", "e-tax-20260000000000000001");
        SoapField at = SoapField.of(
                "fetchedAt", Instant.parse("2026-07-01T00:00:00.123Z").toString());
        assertValid(Reception.request("acknowledge", List.of(NUMBER, document, at)));
        SoapField filer = SoapField.of("filerId", "1234567890123456");
        SoapField message = SoapField.of("messageNumber", "M000000000001");
        assertValid(Reception.request(
                "listMessages", List.of(filer, SoapField.of("after", "M-1"), SoapField.of("limit", "50"))));
        assertValid(Reception.request("fetchMessage", List.of(filer, message)));
        assertValid(Reception.request("confirmMessage", List.of(filer, message)));
        assertThrows(SAXException.class, () -> validate(Reception.request("lookUp", List.of(NUMBER))));
    }

    @Test
    void theActionIsTheOneOfTheBinding() {
        NodeList operations = wsdl.getElementsByTagNameNS("http://schemas.xmlsoap.org/wsdl/soap/", "operation");
        assertEquals(7, operations.getLength());
        for (int i = 0; i < operations.getLength(); i++) {
            String action = operations
                    .item(i)
                    .getAttributes()
                    .getNamedItem("soapAction")
                    .getNodeValue();
            String operation = operations
                    .item(i)
                    .getParentNode()
                    .getAttributes()
                    .getNamedItem("name")
                    .getNodeValue();
            assertEquals(
                    "\"" + action + "\"",
                    Reception.request(operation, List.of()).action());
        }
    }

    private void assertValid(SoapRequest request) {
        assertDoesNotThrow(() -> validate(request), () -> new String(request.envelope(), StandardCharsets.UTF_8));
    }

    private void validate(SoapRequest request) throws SAXException, IOException, ParserConfigurationException {
        Node body = parse(request.envelope())
                .getElementsByTagNameNS(Reception.NAMESPACE, request.operation())
                .item(0);
        validator.validate(new DOMSource(body));
    }

    private static Document parse(byte[] bytes) throws SAXException, IOException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }
}
