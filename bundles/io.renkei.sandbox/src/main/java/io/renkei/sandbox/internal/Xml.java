package io.renkei.sandbox.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads XML without DOCTYPE and without anything external. */
final class Xml {

    private static final ErrorHandler THROW = new ErrorHandler() {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    };

    private Xml() {}

    /** @throws Refusal (400) if this is no such XML */
    static Document parse(byte[] bytes) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(THROW);
            return builder.parse(new ByteArrayInputStream(bytes));
        } catch (SAXException | IOException e) {
            throw new Refusal(400, "The document is no well-formed XML without DOCTYPE.");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the XML parser of the platform is not as expected", e);
        }
    }

    /** @throws Refusal (400) if not exactly one element carries the ID */
    static Element byId(Document document, String attribute, String id) {
        Element found = null;
        NodeList all = document.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (id.equals(element.getAttributeNS(null, attribute))) {
                if (found != null) {
                    throw new Refusal(400, "An ID occurs more than once.");
                }
                found = element;
            }
        }
        if (found == null) {
            throw new Refusal(400, "A signed element is missing.");
        }
        return found;
    }

    /** The text of the first element of that local name below another one; empty when there is none or no text. */
    static Optional<String> text(Element below, String localName) {
        NodeList found = below.getElementsByTagNameNS("*", localName);
        if (found.getLength() == 0) {
            return Optional.empty();
        }
        String text = found.item(0).getTextContent().strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** As text or as the value of an attribute, of XML and of HTML. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
