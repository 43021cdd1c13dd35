package io.renkei.trust.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.crypto.Data;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.URIDereferencer;
import javax.xml.crypto.URIReference;
import javax.xml.crypto.URIReferenceException;
import javax.xml.crypto.XMLCryptoContext;
import javax.xml.crypto.dom.DOMURIReference;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The JDK's own reading, writing and dereferencing, independent of what is tested. */
final class Xml {

    static final XMLSignatureFactory SIGNATURES = XMLSignatureFactory.getInstance("DOM");

    private Xml() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Document parse(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] write(Document document) {
        try {
            Transformer identity = TransformerFactory.newDefaultInstance().newTransformer();
            identity.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            identity.transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new AssertionError(e);
        }
    }

    static Element first(Document document, String local) {
        return (Element) document.getElementsByTagNameNS("*", local).item(0);
    }

    static void markIds(Node node, String attribute) {
        if (node instanceof Element element && element.hasAttributeNS(null, attribute)) {
            element.setIdAttributeNS(null, attribute, true);
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            markIds(child, attribute);
        }
    }

    /** Percent-decodes fragments and takes files from a map. */
    static URIDereferencer dereferencer(Map<String, byte[]> files) {
        return new URIDereferencer() {
            @Override
            public Data dereference(URIReference reference, XMLCryptoContext context) throws URIReferenceException {
                String uri = URLDecoder.decode(reference.getURI(), StandardCharsets.UTF_8);
                if (!uri.isEmpty() && !uri.startsWith("#")) {
                    byte[] file = files.getOrDefault(uri, utf8("何でも"));
                    return new OctetStreamData(new ByteArrayInputStream(file));
                }
                return SIGNATURES
                        .getURIDereferencer()
                        .dereference(new Decoded((DOMURIReference) reference, uri), context);
            }
        };
    }

    private record Decoded(DOMURIReference original, String uri) implements DOMURIReference {
        @Override
        public Node getHere() {
            return original.getHere();
        }

        @Override
        public String getURI() {
            return uri;
        }

        @Override
        public String getType() {
            return original.getType();
        }
    }
}
