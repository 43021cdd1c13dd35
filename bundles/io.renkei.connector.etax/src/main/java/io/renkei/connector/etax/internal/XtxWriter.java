package io.renkei.connector.etax.internal;

import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the XML of an XTX file; no white space between elements. */
final class XtxWriter {

    static final String GENERAL = "http://xml.e-tax.nta.go.jp/XSD/general";
    static final String KYOTSU = "http://xml.e-tax.nta.go.jp/XSD/kyotsu";
    static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    static final String OWN = "urn:renkei:etax:1";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter out;

    /** Opens {@code DATA}, the root, which the seal covers under that id. */
    XtxWriter(String namespace) throws XMLStreamException {
        out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
        out.writeStartDocument("UTF-8", "1.0");
        out.writeCharacters("\n");
        out.writeStartElement("DATA");
        out.writeDefaultNamespace(namespace);
        out.writeNamespace("gen", GENERAL);
        out.writeNamespace("kyo", KYOTSU);
        out.writeNamespace("rdf", RDF);
        out.writeNamespace("renkei", OWN);
        out.writeAttribute("id", "DATA");
    }

    /** @param attributes names and values in turn */
    XtxWriter open(String tag, String... attributes) throws XMLStreamException {
        out.writeStartElement(tag);
        attributes(attributes);
        return this;
    }

    XtxWriter close(int levels) throws XMLStreamException {
        for (int i = 0; i < levels; i++) {
            out.writeEndElement();
        }
        return this;
    }

    XtxWriter empty(String tag, String... attributes) throws XMLStreamException {
        out.writeEmptyElement(tag);
        attributes(attributes);
        return this;
    }

    XtxWriter text(String tag, String text, String... attributes) throws XMLStreamException {
        open(tag, attributes);
        out.writeCharacters(text);
        return close(1);
    }

    /** An entry of the IT block, whose ID is its name. */
    XtxWriter entry(String tag, String text) throws XMLStreamException {
        return text(tag, text, "ID", tag);
    }

    XtxWriter day(EtaxEra day) throws XMLStreamException {
        return text("gen:era", Integer.toString(day.era()))
                .text("gen:yy", Integer.toString(day.year()))
                .text("gen:mm", Integer.toString(day.month()))
                .text("gen:dd", Integer.toString(day.day()));
    }

    byte[] end() throws XMLStreamException {
        out.writeEndDocument();
        out.close();
        return bytes.toByteArray();
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            out.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }
}
