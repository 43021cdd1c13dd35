package io.renkei.door.soap.internal;

import io.renkei.ports.intake.Fault;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Faults as XML: the detail of a fault, and a whole envelope where no message was read. */
final class FaultXml {

    static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";

    private static final XMLOutputFactory OUT = XMLOutputFactory.newDefaultFactory();

    private FaultXml() {}

    /** An element {@code detail} with one element {@code faults} of the service. */
    static Element detail(String namespace, List<Fault> faults) {
        try {
            // Not newDefaultNSInstance: the java.xml that Karaf puts in the place of the JDK's does not have it.
            Document document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
            Element detail = document.createElement("detail");
            Element all = child(detail, namespace, "faults");
            for (Fault fault : faults) {
                Element one = child(all, namespace, "fault");
                child(one, namespace, "code").setTextContent(fault.code());
                child(one, namespace, "place").setTextContent(fault.place());
                child(one, namespace, "sentence").setTextContent(fault.sentence());
                child(one, namespace, "sentenceJa").setTextContent(fault.sentenceJa());
            }
            return detail;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] envelope(String namespace, Refusal refusal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = OUT.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartElement("soap", "Envelope", ENVELOPE);
            xml.writeNamespace("soap", ENVELOPE);
            xml.writeStartElement("soap", "Body", ENVELOPE);
            xml.writeStartElement("soap", "Fault", ENVELOPE);
            text(xml, "faultcode", refusal.ofSender() ? "soap:Client" : "soap:Server");
            text(xml, "faultstring", refusal.faults().get(0).sentence());
            xml.writeStartElement("detail");
            xml.writeStartElement("faults");
            xml.writeDefaultNamespace(namespace);
            for (Fault fault : refusal.faults()) {
                xml.writeStartElement("fault");
                text(xml, "code", fault.code());
                text(xml, "place", fault.place());
                text(xml, "sentence", fault.sentence());
                text(xml, "sentenceJa", fault.sentenceJa());
                xml.writeEndElement();
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static Element child(Element parent, String namespace, String name) {
        Element child = parent.getOwnerDocument().createElementNS(namespace, name);
        parent.appendChild(child);
        return child;
    }
}
