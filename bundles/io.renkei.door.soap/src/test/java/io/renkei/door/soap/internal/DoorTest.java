package io.renkei.door.soap.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A fresh kernel for each test; the content of every answer is held against its schema. */
abstract class DoorTest {

    static final String APPLICATIONS = "/soap/applications";
    static final String NOTICES = "/soap/notices";
    static final String PAYMENTS = "/soap/payments";
    static final String NS = "urn:renkei:applications:1";
    static final String DELIVERY = "urn:renkei:notice-delivery:1";
    static final String REQUESTS = "urn:renkei:payment-requests:1";
    static final String PACKAGE = "<application>株式会社アクメ 山田花子 入社</application>";
    private static final Schema SCHEMA = schema();

    Door door;

    @BeforeEach
    void open() {
        door = Door.shared();
        door.fresh();
    }

    HttpResponse<byte[]> call(String who, String path, String envelope, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "text/xml; charset=utf-8";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return door.send(who, "POST", path, BodyPublishers.ofString(envelope), all);
    }

    HttpResponse<byte[]> application(String who, String content, String... headers) {
        return call(who, APPLICATIONS, envelope(content), headers);
    }

    HttpResponse<byte[]> submit(String who, String number, String content) {
        return application(who, submission(number, content));
    }

    HttpResponse<byte[]> multipart(String who, String path, String envelope, String... parts) {
        StringBuilder body =
                new StringBuilder("--b\r\nContent-Type: application/xop+xml; charset=UTF-8; type=\"text/xml\"\r\n"
                        + "Content-ID: <root@renkei>\r\n\r\n" + envelope + "\r\n");
        for (String part : parts) {
            body.append("--b\r\nContent-Type: application/octet-stream\r\nContent-ID: <package@renkei>\r\n\r\n")
                    .append(part)
                    .append("\r\n");
        }
        return door.send(
                who,
                "POST",
                path,
                BodyPublishers.ofString(body + "--b--\r\n"),
                "Content-Type",
                "multipart/related; type=\"application/xop+xml\"; start=\"<root@renkei>\"; start-info=\"text/xml\"; boundary=b");
    }

    static String submission(String number, String content) {
        return "<a:submit xmlns:a='" + NS + "'><a:senderNumber>" + number + "</a:senderNumber><a:package>"
                + base64(content) + "</a:package></a:submit>";
    }

    static String delivery(String destination, String document) {
        return "<deliver xmlns='" + DELIVERY + "'><destination>" + destination
                + "</destination><noticeId>K-1</noticeId><document>" + base64(document) + "</document></deliver>";
    }

    static String included(String href) {
        return "<a:submit xmlns:a='" + NS + "'><a:senderNumber>M-1</a:senderNumber><a:package>"
                + "<x:Include xmlns:x='http://www.w3.org/2004/08/xop/include' href='" + href
                + "'/></a:package></a:submit>";
    }

    static String envelope(String content) {
        return "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>" + content
                + "</s:Body></s:Envelope>";
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** The one element in the body of a good answer, valid against the contract. */
    static Element good(HttpResponse<byte[]> response) {
        assertEquals(200, response.statusCode(), () -> text(response));
        Element body = body(response.body());
        return valid((Element) body.getFirstChild());
    }

    /** The faults of a refusal, valid against the contract; the first code is the expected one. */
    static Element refused(int status, String code, HttpResponse<byte[]> response) {
        assertEquals(status, response.statusCode(), () -> text(response));
        Element fault = (Element) body(response.body()).getFirstChild();
        assertEquals("Fault", fault.getLocalName());
        Element detail = (Element) fault.getElementsByTagName("detail").item(0);
        assertEquals(1, detail.getChildNodes().getLength(), () -> text(response));
        Element faults = valid((Element) detail.getFirstChild());
        assertEquals(code, value(faults, "code"), () -> text(response));
        assertFalse(value(faults, "sentence").isEmpty());
        assertFalse(value(faults, "sentenceJa").isEmpty());
        String all = text(response);
        assertFalse(all.contains("Exception") || all.contains("at org.") || all.contains("/var/"), all);
        assertTrue(response.headers().firstValue("Content-Type").orElse("").startsWith("text/xml"));
        return faults;
    }

    static String value(Element parent, String name) {
        Node node = parent.getElementsByTagNameNS("*", name).item(0);
        return node == null ? null : node.getTextContent();
    }

    static Element body(byte[] envelope) {
        return (Element) parse(envelope)
                .getElementsByTagNameNS(FaultXml.ENVELOPE, "Body")
                .item(0);
    }

    static Document parse(byte[] document) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(document));
        } catch (Exception e) {
            throw new IllegalStateException(new String(document, StandardCharsets.UTF_8), e);
        }
    }

    static Element valid(Element element) {
        try {
            SCHEMA.newValidator().validate(new DOMSource(element));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return element;
    }

    private static Schema schema() {
        try {
            return SchemaFactory.newDefaultInstance()
                    .newSchema(Stream.of("applications-1.xsd", "notice-delivery-1.xsd", "payment-requests-1.xsd")
                            .map(file -> new StreamSource(
                                    DoorTest.class.getResource("/wsdl/" + file).toString()))
                            .toArray(StreamSource[]::new));
        } catch (org.xml.sax.SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
