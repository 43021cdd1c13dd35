package io.renkei.format.egov.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** One document in UTF-8 without name spaces and without white space of its own. Not safe for several threads. */
public final class XmlText {

    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    private final XMLStreamWriter xml;

    public XmlText() {
        try {
            xml = WRITERS.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeCharacters("\n");
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** Starts an element; attributes come as name and value in turn. */
    public XmlText open(String element, String... attributes) {
        try {
            xml.writeStartElement(element);
            for (int i = 0; i < attributes.length; i += 2) {
                xml.writeAttribute(attributes[i], attributes[i + 1]);
            }
            return this;
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** An element that holds text only; an empty one has two tags, too. */
    public XmlText leaf(String element, String text, String... attributes) {
        open(element, attributes);
        try {
            xml.writeCharacters(text);
        } catch (XMLStreamException e) {
            throw failed(e);
        }
        return close();
    }

    /** Elements without text. */
    public XmlText empty(String... elements) {
        for (String element : elements) {
            leaf(element, "");
        }
        return this;
    }

    public XmlText close() {
        try {
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    public byte[] bytes() {
        try {
            xml.writeEndDocument();
            xml.close();
            return out.toByteArray();
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(XMLStreamException e) {
        return new IllegalStateException("an XML document could not be written to memory", e);
    }
}
