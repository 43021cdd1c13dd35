package io.renkei.connector.etax.internal;

import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the envelopes of the reception contract (SOAP 1.1, section 4). */
final class Soap {

    static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
    static final String RECEPTION = "urn:renkei:etax-reception:1";

    private Soap() {}

    /** One element below an operation. */
    record Field(String name, String text) {

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
    record Request(String operation, byte[] envelope) {

        /** The value of the header SOAPAction, with its quotes. */
        String action() {
            return "\"" + RECEPTION + "#" + operation + "\"";
        }

        @Override
        public String toString() {
            return "Request[" + operation + "]";
        }
    }

    static Request request(String operation, List<Field> fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("soap", "Envelope", ENVELOPE);
            out.writeNamespace("soap", ENVELOPE);
            out.writeStartElement("soap", "Body", ENVELOPE);
            out.writeStartElement("", operation, RECEPTION);
            out.writeDefaultNamespace(RECEPTION);
            for (Field field : fields) {
                out.writeStartElement("", field.name(), RECEPTION);
                out.writeCharacters(field.text());
                out.writeEndElement();
            }
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return new Request(operation, bytes.toByteArray());
    }
}
