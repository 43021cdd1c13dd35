package io.renkei.settings.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads a metatype document. The metatype service would do it, but tells neither least nor most of a range. */
final class SchemaReader {

    private SchemaReader() {}

    /** @throws IOException if it is none that a bundle's build made */
    static Schema read(InputStream in) throws IOException {
        Document document = parse(in);
        Element designate = (Element) document.getElementsByTagName("Designate").item(0);
        if (designate == null) {
            throw new IOException("no Designate");
        }
        boolean isFactory = designate.hasAttribute("factoryPid");
        Map<String, Schema.Key> keys = new LinkedHashMap<>();
        NodeList attributes = document.getElementsByTagName("AD");
        for (int i = 0; i < attributes.getLength(); i++) {
            Schema.Key key = key((Element) attributes.item(i));
            keys.put(key.id(), key);
        }
        return new Schema(designate.getAttribute(isFactory ? "factoryPid" : "pid"), isFactory, keys);
    }

    private static Document parse(InputStream in) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(in);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    private static Schema.Key key(Element attribute) {
        NodeList options = attribute.getElementsByTagName("Option");
        List<String> values = new ArrayList<>();
        for (int i = 0; i < options.getLength(); i++) {
            values.add(((Element) options.item(i)).getAttribute("value"));
        }
        String cardinality = attribute.getAttribute("cardinality");
        return new Schema.Key(
                attribute.getAttribute("id"),
                attribute.getAttribute("type"),
                attribute.getAttribute("default"),
                given(attribute, "min"),
                given(attribute, "max"),
                values,
                !cardinality.isEmpty() && !cardinality.equals("0"),
                attribute.getAttribute("description"));
    }

    private static Optional<String> given(Element attribute, String name) {
        return Optional.of(attribute.getAttribute(name)).filter(text -> !text.isEmpty());
    }
}
