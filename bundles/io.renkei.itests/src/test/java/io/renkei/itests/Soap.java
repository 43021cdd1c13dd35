package io.renkei.itests;

import io.renkei.tools.client.GatewayClient;
import io.renkei.tools.client.GatewayClient.Answer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A partner's client of the SOAP door, written by hand as a partner without a library would. */
final class Soap {

    static final String NAMESPACE = "urn:renkei:applications:1";
    static final String DELIVERY = "urn:renkei:notice-delivery:1";
    static final String PAYMENTS = "urn:renkei:payment-requests:1";

    private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String PATH = "/soap/applications";
    private static final String BOUNDARY = "part-of-the-test";

    private final GatewayClient gateway;

    Soap(GatewayClient gateway) {
        this.gateway = gateway;
    }

    /** What came back; its parts by Content-ID are read from MTOM where there are any. */
    record Reply(int status, Document message, byte[] raw) {

        Optional<String> value(String element) {
            return elements(element).stream().findFirst().map(Element::getTextContent);
        }

        List<Element> elements(String name) {
            NodeList found = message.getElementsByTagNameNS("*", name);
            List<Element> all = new ArrayList<>();
            for (int i = 0; i < found.getLength(); i++) {
                all.add((Element) found.item(i));
            }
            return all;
        }

        Reply expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError(
                        "expected " + wanted + ", got " + status + ": " + new String(raw, StandardCharsets.UTF_8));
            }
            return this;
        }
    }

    /** A ministry at its service for notices. */
    Reply notices(String content) throws Exception {
        return post("/soap/notices", content);
    }

    /** A ministry at its service for payments. */
    Reply payments(String content) throws Exception {
        return post("/soap/payments", content);
    }

    private Reply post(String path, String content) throws Exception {
        return read(gateway.post(
                path, envelope(content).getBytes(StandardCharsets.UTF_8), "Content-Type", "text/xml; charset=utf-8"));
    }

    Reply call(String content, String... headers) throws Exception {
        List<String> all = new ArrayList<>(List.of("Content-Type", "text/xml; charset=utf-8"));
        all.addAll(List.of(headers));
        return read(gateway.post(PATH, envelope(content).getBytes(StandardCharsets.UTF_8), all.toArray(String[]::new)));
    }

    /** Sends the package beside the message (MTOM), where the content refers to {@code cid:package@test}. */
    Reply call(String content, byte[] part, String... headers) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        line(body, "--" + BOUNDARY);
        line(body, "Content-Type: application/xop+xml; charset=UTF-8; type=\"text/xml\"");
        line(body, "Content-ID: <root@test>");
        line(body, "");
        line(body, envelope(content));
        line(body, "--" + BOUNDARY);
        line(body, "Content-Type: application/octet-stream");
        line(body, "Content-ID: <package@test>");
        line(body, "");
        body.write(part);
        line(body, "");
        line(body, "--" + BOUNDARY + "--");
        List<String> all = new ArrayList<>(List.of(
                "Content-Type",
                "multipart/related; type=\"application/xop+xml\"; start=\"<root@test>\"; start-info=\"text/xml\";"
                        + " boundary=" + BOUNDARY));
        all.addAll(List.of(headers));
        return read(gateway.post(PATH, body.toByteArray(), all.toArray(String[]::new)));
    }

    static String submission(String number, String href) {
        return "<a:submit xmlns:a='" + NAMESPACE + "'><a:senderNumber>" + number + "</a:senderNumber><a:package>"
                + "<x:Include xmlns:x='http://www.w3.org/2004/08/xop/include' href='" + href
                + "'/></a:package></a:submit>";
    }

    private static String envelope(String content) {
        return "<s:Envelope xmlns:s='" + ENVELOPE + "'><s:Body>" + content + "</s:Body></s:Envelope>";
    }

    private static void line(ByteArrayOutputStream out, String text) throws java.io.IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Reply read(Answer answer) throws Exception {
        byte[] raw = answer.raw().body();
        byte[] message = raw;
        String text = new String(raw, StandardCharsets.ISO_8859_1);
        int from = text.indexOf("<soap:Envelope");
        int end = text.indexOf("</soap:Envelope>");
        if (from >= 0 && end > from) {
            message = text.substring(from, end + "</soap:Envelope>".length()).getBytes(StandardCharsets.ISO_8859_1);
        }
        return new Reply(
                answer.status(),
                DocumentBuilderFactory.newDefaultNSInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(message)),
                raw);
    }
}
