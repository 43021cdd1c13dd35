package io.renkei.trust.internal;

import io.renkei.ports.trust.XmlSignatures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.w3c.dom.DOMImplementation;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;

/**
 * Reads a document that a stranger wrote: no DOCTYPE, nothing external, bounded. The parser is the JDK's own, whatever
 * else is installed.
 */
final class SafeXml {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    /** Of a tag with its attributes, a comment or an instruction, in bytes: the parser gathers each of them whole. */
    private static final long LONGEST_PART = 1 << 20;

    private static final String LEXICAL_HANDLER = "http://xml.org/sax/properties/lexical-handler";

    private final XmlLimits limits;
    private final SAXParserFactory parsers;
    private final DOMImplementation trees;
    private final Queue<XMLReader> idle = new ArrayBlockingQueue<>(16);

    SafeXml(XmlLimits limits) {
        this.limits = limits;
        try {
            this.trees = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation();
            this.parsers = SAXParserFactory.newDefaultInstance();
            parsers.setNamespaceAware(true);
            parsers.setXIncludeAware(false);
            parsers.setValidating(false);
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature(NO_DOCTYPE, true);
            parsers.setFeature("http://xml.org/sax/features/namespace-prefixes", true);
            parsers.setFeature("http://xml.org/sax/features/external-general-entities", false);
            parsers.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            parsers.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the JDK's XML parser cannot be made safe; use the supported JDK", e);
        }
    }

    Document parse(XmlSignatures.Source source) throws XmlRefused, IOException {
        try (BoundedInput input = new BoundedInput(source.open(), limits.bytes(), LONGEST_PART)) {
            DomBuilder builder = new DomBuilder(trees.createDocument(null, null, null), limits, input::heard);
            read(input, builder);
            return builder.document();
        }
    }

    /** Tells the document to a handler, comments included. */
    void read(byte[] bytes, DefaultHandler2 handler) throws XmlRefused {
        try (BoundedInput input = new BoundedInput(new ByteArrayInputStream(bytes), limits.bytes(), limits.bytes())) {
            read(input, handler);
        } catch (IOException e) {
            throw new UncheckedIOException("an array cannot fail to be read", e);
        }
    }

    private void read(BoundedInput input, DefaultHandler2 handler) throws XmlRefused, IOException {
        try {
            XMLReader reader = reader();
            reader.setContentHandler(handler);
            reader.setErrorHandler(handler);
            reader.setEntityResolver(handler);
            reader.setProperty(LEXICAL_HANDLER, handler);
            reader.parse(new InputSource(input));
            release(reader); // one that met a fault is not used again
        } catch (XmlRefused e) {
            throw e;
        } catch (SAXParseException e) {
            throw new XmlRefused(codeOf(e), "line " + e.getLineNumber());
        } catch (SAXException e) {
            throw new XmlRefused(TrustCode.MALFORMED, "document");
        } catch (IOException e) { // too long, not to be had, or a byte that its encoding does not have
            if (input.isPassed()) {
                throw new XmlRefused(TrustCode.TOO_LARGE, "document");
            }
            if (input.isSilent()) {
                throw new XmlRefused(TrustCode.TOO_MANY_PARTS, "document");
            }
            if (input.isBroken()) {
                throw e;
            }
            throw new XmlRefused(TrustCode.MALFORMED, "document");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser was made safe once and now cannot be", e);
        }
    }

    /** The factory is not promised to be safe for several threads; parsers are made under its lock and used outside. */
    private XMLReader reader() throws ParserConfigurationException, SAXException {
        XMLReader reader = idle.poll();
        if (reader != null) {
            return reader;
        }
        synchronized (parsers) {
            return parsers.newSAXParser().getXMLReader();
        }
    }

    private void release(XMLReader reader) throws SAXException {
        DefaultHandler2 nobody = new DefaultHandler2();
        reader.setContentHandler(nobody);
        reader.setErrorHandler(nobody);
        reader.setEntityResolver(nobody);
        reader.setProperty(LEXICAL_HANDLER, nobody);
        idle.offer(reader);
    }

    /** The parser tells a refused DOCTYPE only by its message, which names the feature in every language. */
    private static TrustCode codeOf(SAXParseException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains(NO_DOCTYPE)) {
            return TrustCode.DOCTYPE;
        }
        return message.contains("JAXP0001") ? TrustCode.TOO_MANY_PARTS : TrustCode.MALFORMED;
    }
}
