package io.renkei.http.soap;

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
 * Reads answers: SOAP 1.1 without DOCTYPE and processing instructions (SOAP 1.1, section 3), nothing external, within
 * bounds. Safe for use by several threads.
 */
public final class SoapReader {

    private final int maxDepth;
    private final int maxElements;
    private final int maxText;

    /**
     * @param maxDepth levels, the envelope among them
     * @param maxElements in all
     * @param maxText characters in one element
     */
    public SoapReader(int maxDepth, int maxElements, int maxText) {
        this.maxDepth = maxDepth;
        this.maxElements = maxElements;
        this.maxText = maxText;
    }

    /**
     * The only element in the Body, a Fault among others.
     *
     * @throws SoapFormatException if this is no such envelope
     */
    public SoapElement body(byte[] bytes) throws SoapFormatException {
        try {
            XMLStreamReader in = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            SoapElement envelope = new Reading(in).document();
            in.close();
            if (!envelope.is(SoapElement.ENVELOPE, "Envelope")) {
                throw new SoapFormatException("the answer is no SOAP 1.1 envelope");
            }
            List<SoapElement> bodies = envelope.all("Body");
            if (bodies.size() != 1 || bodies.get(0).children().size() != 1) {
                throw new SoapFormatException("the envelope has not exactly one element in its body");
            }
            return bodies.get(0).children().get(0);
        } catch (XMLStreamException e) {
            // Its message may repeat the answer.
            throw new SoapFormatException("the answer is no well-formed XML");
        }
    }

    private final class Reading {

        private final XMLStreamReader in;
        private int elements;

        private Reading(XMLStreamReader in) {
            this.in = in;
        }

        private SoapElement document() throws XMLStreamException, SoapFormatException {
            SoapElement root = null;
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

        private SoapElement element(int depth) throws XMLStreamException, SoapFormatException {
            elements++;
            if (depth > maxDepth || elements > maxElements) {
                throw new SoapFormatException("the answer has too many elements");
            }
            String namespace = in.getNamespaceURI() == null ? "" : in.getNamespaceURI();
            String name = in.getLocalName();
            List<SoapElement> children = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (int event = next(); event != END_ELEMENT; event = next()) {
                if (event == START_ELEMENT) {
                    children.add(element(depth + 1));
                } else if (event != COMMENT) {
                    text.append(in.getText());
                    if (text.length() > maxText) {
                        throw new SoapFormatException("the answer has too long a text");
                    }
                }
            }
            return new SoapElement(
                    namespace, name, children.isEmpty() ? text.toString().strip() : "", children);
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
