package io.renkei.connector.agency.internal;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.COMMENT;
import static javax.xml.stream.XMLStreamConstants.END_DOCUMENT;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.SPACE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads answers: SOAP 1.1 without DOCTYPE and processing instructions (SOAP 1.1, section 3), nothing external, at most
 * {@value #MAX_DEPTH} levels, {@value #MAX_ELEMENTS} elements and {@value #MAX_TEXT} characters in one element.
 */
final class SoapReader {

    static final int MAX_DEPTH = 8;
    static final int MAX_ELEMENTS = 50_000;
    static final int MAX_TEXT = 4_096;

    private final XMLStreamReader in;
    private int elements;

    private SoapReader(XMLStreamReader in) {
        this.in = in;
    }

    /**
     * The only element in the Body, a Fault among others.
     *
     * @throws SoapFormatException if this is no such envelope
     */
    static Node body(byte[] bytes) throws SoapFormatException {
        try {
            XMLStreamReader in = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            Node envelope = new SoapReader(in).document();
            in.close();
            if (!envelope.is(Soap.ENVELOPE, "Envelope")) {
                throw new SoapFormatException("the answer is no SOAP 1.1 envelope");
            }
            List<Node> bodies = envelope.all("Body");
            if (bodies.size() != 1 || bodies.get(0).children().size() != 1) {
                throw new SoapFormatException("the envelope has not exactly one element in its body");
            }
            return bodies.get(0).children().get(0);
        } catch (XMLStreamException e) {
            // Its message may repeat the answer.
            throw new SoapFormatException("the answer is no well-formed XML");
        }
    }

    private Node document() throws XMLStreamException, SoapFormatException {
        Node root = null;
        for (int event = next(); event != END_DOCUMENT; event = next()) {
            if (event == START_ELEMENT) {
                root = element(1);
            }
        }
        if (root == null) {
            throw new SoapFormatException("the answer is empty");
        }
        return root;
    }

    private Node element(int depth) throws XMLStreamException, SoapFormatException {
        elements++;
        if (depth > MAX_DEPTH || elements > MAX_ELEMENTS) {
            throw new SoapFormatException("the answer has too many elements");
        }
        String namespace = in.getNamespaceURI() == null ? "" : in.getNamespaceURI();
        String name = in.getLocalName();
        List<Node> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int event = next(); event != END_ELEMENT; event = next()) {
            if (event == START_ELEMENT) {
                children.add(element(depth + 1));
            } else if (event != COMMENT) {
                text.append(in.getText());
                if (text.length() > MAX_TEXT) {
                    throw new SoapFormatException("the answer has too long a text");
                }
            }
        }
        return new Node(namespace, name, children.isEmpty() ? text.toString().strip() : "", children);
    }

    private int next() throws XMLStreamException, SoapFormatException {
        int event = in.next();
        switch (event) {
            case START_ELEMENT, END_ELEMENT, CHARACTERS, CDATA, SPACE, COMMENT, END_DOCUMENT -> {
                return event;
            }
            default -> throw new SoapFormatException("the answer has a DOCTYPE, an entity or an instruction");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing external is read");
        });
        return factory;
    }
}
