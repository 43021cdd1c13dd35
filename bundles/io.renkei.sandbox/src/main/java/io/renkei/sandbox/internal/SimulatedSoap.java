package io.renkei.sandbox.internal;

import java.nio.charset.StandardCharsets;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** SOAP 1.1 of one contract: what is asked and how it is answered. */
record SimulatedSoap(String namespace) {

    private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String TYPE = "text/xml; charset=utf-8";

    /** @throws Refusal (400) if this is no envelope with one operation of the contract, called by its action */
    Element operation(Call call) {
        Element envelope = Xml.parse(call.body()).getDocumentElement();
        NodeList bodies = envelope.getElementsByTagNameNS(ENVELOPE, "Body");
        if (!ENVELOPE.equals(envelope.getNamespaceURI()) || bodies.getLength() != 1) {
            throw new Refusal(400, "The call is no SOAP 1.1 envelope.");
        }
        Element operation = null;
        NodeList children = bodies.item(0).getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i).getNodeType() == Node.ELEMENT_NODE) {
                operation = (Element) children.item(i);
            }
        }
        if (operation == null || !namespace.equals(operation.getNamespaceURI())) {
            throw new Refusal(400, "The body names no operation of the contract.");
        }
        String action = "\"" + namespace + "#" + operation.getLocalName() + "\"";
        if (!call.header("Content-Type").orElse("").startsWith("text/xml")
                || !action.equals(call.header("SOAPAction").orElse(""))) {
            throw new Refusal(400, "The call is text/xml with the action of its operation.");
        }
        return operation;
    }

    /** @param content elements, already escaped */
    Answer answer(String operation, String content) {
        String name = operation + "Response";
        return Answer.of(
                200, TYPE, envelope("<" + name + " xmlns=\"" + namespace + "\">" + content + "</" + name + ">"));
    }

    /** A Fault that says that the call itself is wrong. */
    Answer fault(String sentence) {
        String fault = "<faultcode>soap:Client</faultcode><faultstring>" + Xml.escaped(sentence) + "</faultstring>";
        return Answer.of(500, TYPE, envelope("<soap:Fault>" + fault + "</soap:Fault>"));
    }

    static String element(String name, String text) {
        return "<" + name + ">" + Xml.escaped(text) + "</" + name + ">";
    }

    static String required(Element element, String name) {
        return Xml.text(element, name).orElseThrow(() -> new Refusal(400, "The call has no " + name + "."));
    }

    private static byte[] envelope(String body) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><soap:Envelope xmlns:soap=\"" + ENVELOPE + "\"><soap:Body>"
                        + body + "</soap:Body></soap:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
