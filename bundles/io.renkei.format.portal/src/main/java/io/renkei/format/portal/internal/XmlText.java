package io.renkei.format.portal.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** One indented document in UTF-8 with one default namespace. Not safe for several threads. */
public final class XmlText {

    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    private final XMLStreamWriter xml;
    private final String namespace;
    private int depth;

    public XmlText(String namespace) {
        this.namespace = namespace;
        try {
            xml = WRITERS.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** Starts an element; attributes come as name and value in turn. */
    public void open(String element, String... attributes) {
        try {
            start(element, attributes);
            depth++;
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** An element that holds text only. */
    public void leaf(String element, String text, String... attributes) {
        try {
            start(element, attributes);
            xml.writeCharacters(text);
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    public void close() {
        try {
            depth--;
            line();
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    public byte[] bytes() {
        try {
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
            return out.toByteArray();
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    private void start(String element, String... attributes) throws XMLStreamException {
        line();
        xml.writeStartElement(element);
        if (depth == 0) {
            xml.writeDefaultNamespace(namespace);
        }
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private static IllegalStateException failed(XMLStreamException e) {
        return new IllegalStateException("an XML document could not be written to memory", e);
    }
}
