package io.renkei.format.portal.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads which element names a schema declares. */
final class SchemaNames {

    private SchemaNames() {}

    static Set<String> of(URL schema) throws IOException {
        Set<String> names = new HashSet<>();
        try (InputStream in = schema.openStream()) {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("element")
                        && xml.getAttributeValue(null, "name") != null) {
                    names.add(xml.getAttributeValue(null, "name"));
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("the schema in this bundle is no XML", e);
        }
        return Set.copyOf(names);
    }
}
