package io.renkei.intake.internal;

import io.renkei.api.spi.PackageReader.SignedDocument;
import io.renkei.api.spi.PackageReader.VerifiedDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Looks into a document whose signatures are not accepted, so that a dry run can tell the faults of its content too.
 * Nothing that comes from here is ever taken as an application.
 */
final class UnverifiedDocument {

    private static final int MAX_DEPTH = 64;
    private static final DocumentBuilderFactory PARSERS = parsers();

    private UnverifiedDocument() {}

    /** Empty when it cannot be parsed, has another document element, or not exactly one of each signed element. */
    static Optional<VerifiedDocument> look(SignedDocument signed) {
        try {
            DocumentBuilder parser = PARSERS.newDocumentBuilder();
            parser.setErrorHandler(null);
            Document document = parser.parse(new ByteArrayInputStream(signed.bytes()));
            if (!isNamed(document.getDocumentElement(), signed.root())) {
                return Optional.empty();
            }
            Map<String, Element> elements = new HashMap<>();
            for (String name : signed.signed()) {
                NodeList found = document.getElementsByTagNameNS(namespace(name), local(name));
                if (found.getLength() != 1) {
                    return Optional.empty();
                }
                elements.put(name, (Element) found.item(0));
            }
            return Optional.of(new VerifiedDocument(signed.place(), elements));
        } catch (SAXException e) {
            return Optional.empty();
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException("memory cannot be read, or the platform has no XML parser", e);
        }
    }

    private static boolean isNamed(Element element, String name) {
        String namespace = element.getNamespaceURI() == null ? "" : element.getNamespaceURI();
        return namespace.equals(namespace(name)) && local(name).equals(element.getLocalName());
    }

    private static String namespace(String name) {
        return name.startsWith("{") ? name.substring(1, name.indexOf('}')) : "";
    }

    private static String local(String name) {
        return name.substring(name.indexOf('}') + 1);
    }

    private static DocumentBuilderFactory parsers() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setAttribute("jdk.xml.maxElementDepth", Integer.toString(MAX_DEPTH));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the platform's XML parser has no such bound", e);
        }
        factory.setNamespaceAware(true);
        factory.setIgnoringComments(true);
        factory.setCoalescing(true);
        factory.setExpandEntityReferences(false);
        factory.setXIncludeAware(false);
        return factory;
    }
}
