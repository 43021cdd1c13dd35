package io.renkei.http.soap;

import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A call of an operation (SOAP 1.1, section 4; document, literal, wrapped).
 *
 * @param namespace of the operation and of all that is in it
 * @param operation also the end of its action
 * @param envelope in UTF-8
 */
public record SoapRequest(String namespace, String operation, byte[] envelope) {

    /** Writes the envelope. */
    public static SoapRequest of(String namespace, String operation, List<SoapField> fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("soap", "Envelope", SoapElement.ENVELOPE);
            out.writeNamespace("soap", SoapElement.ENVELOPE);
            out.writeStartElement("soap", "Body", SoapElement.ENVELOPE);
            out.writeStartElement("", operation, namespace);
            out.writeDefaultNamespace(namespace);
            for (SoapField field : fields) {
                write(out, namespace, field);
            }
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return new SoapRequest(namespace, operation, bytes.toByteArray());
    }

    /** The value of the header SOAPAction, with its quotes. */
    public String action() {
        return "\"" + namespace + "#" + operation + "\"";
    }

    /** Whether this element is the answer to it, {@code <operation>Response}. */
    public boolean isAnsweredBy(SoapElement answer) {
        return answer.is(namespace, operation + "Response");
    }

    @Override
    public String toString() {
        return "SoapRequest[" + operation + "]";
    }

    private static void write(XMLStreamWriter out, String namespace, SoapField field) throws XMLStreamException {
        out.writeStartElement("", field.name(), namespace);
        out.writeCharacters(field.text());
        for (SoapField child : field.children()) {
            write(out, namespace, child);
        }
        out.writeEndElement();
    }
}
