package io.renkei.sandbox.internal;

import java.nio.charset.StandardCharsets;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The SOAP 1.1 of e-Tax's reception: what is asked and how it is answered. */
final class EtaxSimulatorSoap {

    static final String RECEPTION = "urn:renkei:etax-reception:1";
    static final String DELIVERY = "urn:renkei:notice-delivery:1";

    private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String TYPE = "text/xml; charset=utf-8";

    private EtaxSimulatorSoap() {}

    /** @throws Refusal (400) if this is no envelope with one operation of the reception */
    static Element operation(byte[] bytes) {
        Element envelope = Xml.parse(bytes).getDocumentElement();
        NodeList bodies = envelope.getElementsByTagNameNS(ENVELOPE, "Body");
        if (!ENVELOPE.equals(envelope.getNamespaceURI()) || bodies.getLength() != 1) {
            throw new Refusal(400, "The call is no SOAP 1.1 envelope.");
        }
        Element operation = null;
        NodeList children = bodies.item(0).getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i).getNodeType() == Node.ELEMENT_NODE) {
                if (operation != null) {
                    throw new Refusal(400, "The body has more than one element.");
                }
                operation = (Element) children.item(i);
            }
        }
        if (operation == null || !RECEPTION.equals(operation.getNamespaceURI())) {
            throw new Refusal(400, "The body names no operation of the reception.");
        }
        return operation;
    }

    /** @param content elements, already escaped */
    static Answer answer(String operation, String content) {
        return Answer.of(200, TYPE, envelope(operation + "Response", RECEPTION, content));
    }

    /** A Fault that says that the call itself is wrong. */
    static Answer fault(String sentence) {
        String fault = "<faultcode>soap:Client</faultcode><faultstring>" + Xml.escaped(sentence) + "</faultstring>";
        return Answer.of(500, TYPE, bytes("<soap:Fault>" + fault + "</soap:Fault>"));
    }

    static byte[] envelope(String name, String namespace, String content) {
        return bytes("<" + name + " xmlns=\"" + namespace + "\">" + content + "</" + name + ">");
    }

    static String element(String name, String text) {
        return "<" + name + ">" + Xml.escaped(text) + "</" + name + ">";
    }

    private static byte[] bytes(String body) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><soap:Envelope xmlns:soap=\"" + ENVELOPE + "\"><soap:Body>"
                        + body + "</soap:Body></soap:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
