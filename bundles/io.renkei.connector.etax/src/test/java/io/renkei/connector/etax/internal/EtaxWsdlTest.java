package io.renkei.connector.etax.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.renkei.connector.etax.internal.Soap.Field;
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

    private static final Field NUMBER = new Field("receptionNumber", "20260000000000000001");

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
        Field name = new Field("fileName", file);
        assertValid(Soap.request(
                "submit", List.of(name, new Field("filerId", "1234567890123456"), new Field("file", "UFRY"))));
        assertValid(Soap.request("messageBox", List.of(NUMBER, NUMBER)));
        assertValid(Soap.request("lookUp", List.of(name)));
        Field document = new Field("documentNumber", "e-tax-20260000000000000001");
        Field at =
                new Field("fetchedAt", Instant.parse("2026-07-01T00:00:00.123Z").toString());
        assertValid(Soap.request("acknowledge", List.of(NUMBER, document, at)));
        Field filer = new Field("filerId", "1234567890123456");
        Field message = new Field("messageNumber", "M000000000001");
        assertValid(Soap.request("listMessages", List.of(filer, new Field("after", "M-1"), new Field("limit", "50"))));
        assertValid(Soap.request("fetchMessage", List.of(filer, message)));
        assertValid(Soap.request("confirmMessage", List.of(filer, message)));
        assertThrows(SAXException.class, () -> validate(Soap.request("lookUp", List.of(NUMBER))));
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
                    "\"" + action + "\"", Soap.request(operation, List.of()).action());
        }
    }

    private void assertValid(Soap.Request request) {
        assertDoesNotThrow(() -> validate(request), () -> new String(request.envelope(), StandardCharsets.UTF_8));
    }

    private void validate(Soap.Request request) throws SAXException, IOException, ParserConfigurationException {
        Node body = parse(request.envelope())
                .getElementsByTagNameNS(Soap.RECEPTION, request.operation())
                .item(0);
        validator.validate(new DOMSource(body));
    }

    private static Document parse(byte[] bytes) throws SAXException, IOException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }
}
