package io.renkei.connector.yaml.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * An XML body. References stand in texts and attributes, and their values never become markup. An element whose text is one
 * item that may be missing, and is, is left out.
 */
final class XmlBody implements BodyTemplate {

    private final Document document;
    private final Map<String, TextTemplate> templates;

    private XmlBody(Document document, Map<String, TextTemplate> templates) {
        this.document = document;
        this.templates = Map.copyOf(templates);
    }

    static Optional<BodyTemplate> read(Tree tree) {
        Optional<String> text = tree.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Document document = builder().parse(new InputSource(new StringReader(text.get())));
            Map<String, TextTemplate> templates = new HashMap<>();
            gather(document.getDocumentElement(), templates);
            return Optional.of(new XmlBody(document, templates));
        } catch (SAXException e) {
            tree.fault("is no well-formed XML without DOCTYPE.");
        } catch (IllegalArgumentException e) {
            tree.fault(e.getMessage() + ".");
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException("reading from memory cannot fail", e);
        }
        return Optional.empty();
    }

    private static DocumentBuilder builder() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setCoalescing(true);
        factory.setIgnoringComments(true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder;
    }

    private static void gather(Element element, Map<String, TextTemplate> templates) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            gather(((Attr) attributes.item(i)).getValue(), templates);
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element below) {
                gather(below, templates);
            } else if (child instanceof Text text) {
                gather(text.getData(), templates);
            }
        }
    }

    private static void gather(String text, Map<String, TextTemplate> templates) {
        TextTemplate template = TextTemplate.parse(text);
        if (!template.isPlain()) {
            templates.put(text, template);
        }
    }

    @Override
    public String mediaType() {
        return "application/xml; charset=utf-8";
    }

    @Override
    public byte[] fill(FilingValues values) throws NotSendable {
        Document filled;
        // A document is not for several threads, not even to read it.
        synchronized (document) {
            filled = (Document) document.cloneNode(true);
        }
        fill(filled.getDocumentElement(), values);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            TransformerFactory factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.newTransformer().transform(new DOMSource(filled), new StreamResult(bytes));
        } catch (TransformerException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private void fill(Element element, FilingValues values) throws NotSendable {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            attribute.setValue(filled(attribute.getValue(), values));
        }
        Node child = element.getFirstChild();
        while (child != null) {
            Node next = child.getNextSibling();
            if (child instanceof Element below) {
                if (isLeftOut(below, values)) {
                    element.removeChild(below);
                } else {
                    fill(below, values);
                }
            } else if (child instanceof Text text) {
                text.setData(filled(text.getData(), values));
            }
            child = next;
        }
    }

    private boolean isLeftOut(Element element, FilingValues values) throws NotSendable {
        TextTemplate template = templates.get(element.getTextContent());
        return template != null
                && element.getFirstChild() instanceof Text
                && template.alone().isPresent()
                && values.get(template.alone().get()).isEmpty();
    }

    private String filled(String text, FilingValues values) throws NotSendable {
        TextTemplate template = templates.get(text);
        if (template == null) {
            return text;
        }
        String filled = template.fill(values);
        if (!filled.codePoints().allMatch(XmlBody::isXml)) {
            throw FilingValues.refused(
                    YamlCode.CHARACTER,
                    template.references().stream()
                            .flatMap(reference -> reference.item().stream())
                            .map(Object::toString)
                            .findFirst()
                            .orElse(""));
        }
        return filled;
    }

    /** XML 1.0, 2.2. */
    private static boolean isXml(int c) {
        return c == 0x9
                || c == 0xA
                || c == 0xD
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
