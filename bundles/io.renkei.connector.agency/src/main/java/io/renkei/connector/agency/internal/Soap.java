package io.renkei.connector.agency.internal;

import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the envelopes of both contracts (SOAP 1.1, section 4). */
final class Soap {

    static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";

    private Soap() {}

    /** One element below an operation: a text, or others. It prints nothing of them. */
    record Field(String name, String text, List<Field> children) {

        static Field of(String name, String text) {
            return new Field(name, text, List.of());
        }

        static Field of(String name, List<Field> children) {
            return new Field(name, "", children);
        }

        @Override
        public String toString() {
            return "Field[" + name + "]";
        }
    }

    /**
     * A call of an operation.
     *
     * @param operation also the end of its action
     */
    record Request(String namespace, String operation, byte[] envelope) {

        /** The value of the header SOAPAction, with its quotes. */
        String action() {
            return "\"" + namespace + "#" + operation + "\"";
        }

        @Override
        public String toString() {
            return "Request[" + operation + "]";
        }
    }

    static Request request(String namespace, String operation, List<Field> fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("soap", "Envelope", ENVELOPE);
            out.writeNamespace("soap", ENVELOPE);
            out.writeStartElement("soap", "Body", ENVELOPE);
            out.writeStartElement("", operation, namespace);
            out.writeDefaultNamespace(namespace);
            for (Field field : fields) {
                write(out, namespace, field);
            }
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return new Request(namespace, operation, bytes.toByteArray());
    }

    private static void write(XMLStreamWriter out, String namespace, Field field) throws XMLStreamException {
        out.writeStartElement("", field.name(), namespace);
        out.writeCharacters(field.text());
        for (Field child : field.children()) {
            write(out, namespace, child);
        }
        out.writeEndElement();
    }
}
