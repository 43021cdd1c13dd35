package io.renkei.trust.internal;

import javax.xml.XMLConstants;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;
import org.xml.sax.ext.Locator2;

/**
 * Builds the tree while counting, so that a document past its limits is refused before it is built. A long text is held in
 * pieces, so that it is never copied to grow, and takes no more memory than its bytes did (but for a little).
 */
final class DomBuilder extends DefaultHandler2 {

    private static final int PIECE = 64 * 1024;

    private final Document document;
    private final XmlLimits limits;
    private final Runnable heard;
    private final StringBuilder text = new StringBuilder();
    private Node current;
    private int depth;
    private int nodes;
    private Locator locator;

    /** @param heard told of each event */
    DomBuilder(Document document, XmlLimits limits, Runnable heard) {
        this.document = document;
        this.limits = limits;
        this.heard = heard;
        this.current = document;
        document.setStrictErrorChecking(false);
    }

    Document document() {
        document.setStrictErrorChecking(true);
        return document;
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        this.locator = locator;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws XmlRefused {
        flush();
        if (depth == 0 && locator instanceof Locator2 entity && !"1.0".equals(entity.getXMLVersion())) {
            throw refused(TrustCode.MALFORMED);
        }
        if (++depth > limits.depth()) {
            throw refused(TrustCode.TOO_DEEP);
        }
        if (attributes.getLength() > limits.attributes()) {
            throw refused(TrustCode.TOO_MANY_PARTS);
        }
        count(1 + attributes.getLength());
        Element element = document.createElementNS(uri.isEmpty() ? null : uri, qName);
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.getQName(i);
            element.setAttributeNS(namespace(name, attributes.getURI(i)), name, attributes.getValue(i));
        }
        current.appendChild(element);
        current = element;
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws XmlRefused {
        flush();
        depth--;
        current = current.getParentNode();
    }

    @Override
    public void characters(char[] characters, int start, int length) throws XmlRefused {
        heard.run();
        text.append(characters, start, length);
        if (text.length() >= PIECE) {
            flush();
        }
    }

    @Override
    public void ignorableWhitespace(char[] characters, int start, int length) throws XmlRefused {
        characters(characters, start, length);
    }

    @Override
    public void comment(char[] characters, int start, int length) throws XmlRefused {
        flush();
        count(1);
        current.appendChild(document.createComment(new String(characters, start, length)));
    }

    @Override
    public void processingInstruction(String target, String data) throws XmlRefused {
        flush();
        count(1);
        current.appendChild(document.createProcessingInstruction(target, data));
    }

    @Override
    public void startDTD(String name, String publicId, String systemId) throws XmlRefused {
        throw refused(TrustCode.DOCTYPE);
    }

    @Override
    public void skippedEntity(String name) throws XmlRefused {
        throw refused(TrustCode.MALFORMED);
    }

    @Override
    public InputSource resolveEntity(String name, String publicId, String baseUri, String systemId) throws XmlRefused {
        throw refused(TrustCode.DOCTYPE);
    }

    @Override
    public void error(SAXParseException e) throws SAXParseException {
        throw e;
    }

    private void flush() throws XmlRefused {
        heard.run();
        if (!text.isEmpty()) {
            count(1);
            current.appendChild(document.createTextNode(text.toString()));
            text.setLength(0);
        }
    }

    private void count(int more) throws XmlRefused {
        nodes += more;
        if (nodes > limits.nodes()) {
            throw refused(TrustCode.TOO_MANY_PARTS);
        }
    }

    private XmlRefused refused(TrustCode code) {
        return new XmlRefused(code, locator == null ? "document" : "line " + locator.getLineNumber());
    }

    private static String namespace(String name, String uri) {
        if (name.equals("xmlns") || name.startsWith("xmlns:")) {
            return XMLConstants.XMLNS_ATTRIBUTE_NS_URI;
        }
        return uri.isEmpty() ? null : uri;
    }
}
