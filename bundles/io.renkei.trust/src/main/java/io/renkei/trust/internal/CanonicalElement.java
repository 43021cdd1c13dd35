package io.renkei.trust.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;
import org.xml.sax.ext.Locator2;

/**
 * Writes the element with an ID as Canonical XML 1.0 without comments, while the document is being read; no tree is
 * built. It also notes what a signature needs to know of its place: the element's number among all start tags, and what
 * a child of it or of the document element would inherit.
 */
final class CanonicalElement extends DefaultHandler2 {

    private static final Comparator<Attribute> BY_NAMESPACE_AND_NAME =
            Comparator.comparing(Attribute::namespace).thenComparing(Attribute::local);

    /**
     * What an element inherits.
     *
     * @param namespaces by prefix, the default one by the empty prefix
     * @param xml attributes such as {@code xml:lang}, by their qualified name; the nearest counts
     * @param ambiguous whether an {@code xml:} attribute says something else than a farther one of the same name: common
     *     implementations let a child inherit the farthest
     */
    record Scope(TreeMap<String, String> namespaces, TreeMap<String, String> xml, boolean ambiguous) {}

    private record Attribute(String namespace, String local, String name, String value) {}

    private final String idAttribute;
    private final String id;
    private final StringBuilder out = new StringBuilder(4096);
    private final Deque<Scope> scopes = new ArrayDeque<>();
    private Locator locator;
    private Scope rootScope;
    private Scope scope;
    private Scope inherited;
    private int elements;
    private int ordinal = -1;
    private int found;
    private int depthInside;

    CanonicalElement(String idAttribute, String id) {
        this.idAttribute = idAttribute;
        this.id = id;
    }

    /** How many elements carry the ID. */
    int found() {
        return found;
    }

    /** The element's number among the start tags of the document, from 0. */
    int ordinal() {
        return ordinal;
    }

    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What a child of the element inherits. */
    Scope scope() {
        return scope;
    }

    /** What the element itself inherits. */
    Scope inherited() {
        return inherited;
    }

    /** What a child of the document element inherits. */
    Scope rootScope() {
        return rootScope;
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        this.locator = locator;
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) throws XmlRefused {
        Scope above = scopes.isEmpty() ? new Scope(new TreeMap<>(), new TreeMap<>(), false) : scopes.peek();
        Scope here = extended(above, attributes);
        scopes.push(here);
        if (elements == 0) {
            requireUtf8();
            rootScope = here;
        }
        boolean target = id.equals(attributes.getValue("", idAttribute));
        if (target && ++found == 1) {
            ordinal = elements;
            scope = here;
            inherited = above;
            start(name, here.namespaces(), here.xml(), attributes);
            depthInside = 1;
        } else if (depthInside > 0) {
            start(name, newIn(here, above), Map.of(), attributes);
            depthInside++;
        }
        elements++;
    }

    @Override
    public void endElement(String uri, String localName, String name) {
        scopes.pop();
        if (depthInside > 0) {
            out.append("</").append(name).append('>');
            depthInside--;
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (depthInside == 0) {
            return;
        }
        for (int i = start; i < start + length; i++) {
            CanonicalText.append(out, characters[i]);
        }
    }

    @Override
    public void ignorableWhitespace(char[] characters, int start, int length) {
        characters(characters, start, length);
    }

    @Override
    public void processingInstruction(String target, String data) {
        if (depthInside > 0) {
            out.append("<?").append(target);
            if (data != null && !data.isEmpty()) {
                out.append(' ').append(data.replace("\r", "&#xD;"));
            }
            out.append("?>");
        }
    }

    @Override
    public void error(SAXParseException e) throws SAXParseException {
        throw e;
    }

    private void start(String name, Map<String, String> namespaces, Map<String, String> xml, Attributes attributes) {
        out.append('<').append(name);
        namespaces.forEach((prefix, uri) ->
                CanonicalText.appendAttribute(out, prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, uri));
        List<Attribute> sorted = new ArrayList<>(attributes.getLength());
        for (int i = 0; i < attributes.getLength(); i++) {
            String attribute = attributes.getQName(i);
            if (!isDeclaration(attribute) && !xml.containsKey(attribute)) {
                sorted.add(new Attribute(
                        attributes.getURI(i), attributes.getLocalName(i), attribute, attributes.getValue(i)));
            }
        }
        xml.forEach((attribute, value) -> sorted.add(new Attribute(
                "http://www.w3.org/XML/1998/namespace", attribute.substring("xml:".length()), attribute, value)));
        sorted.sort(BY_NAMESPACE_AND_NAME);
        sorted.forEach(attribute -> CanonicalText.appendAttribute(out, attribute.name(), attribute.value()));
        out.append('>');
    }

    /** The declarations of an element that say something else than what holds above it. */
    private static Map<String, String> newIn(Scope here, Scope above) {
        if (here.namespaces() == above.namespaces()) {
            return Map.of();
        }
        Map<String, String> changed = new TreeMap<>();
        here.namespaces().forEach((prefix, uri) -> {
            if (!uri.equals(above.namespaces().get(prefix))) {
                changed.put(prefix, uri);
            }
        });
        if (above.namespaces().containsKey("") && !here.namespaces().containsKey("")) {
            changed.put("", "");
        }
        return changed;
    }

    private static Scope extended(Scope above, Attributes attributes) {
        TreeMap<String, String> namespaces = above.namespaces();
        TreeMap<String, String> xml = above.xml();
        boolean ambiguous = above.ambiguous();
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.getQName(i);
            if (name.startsWith("xml:")) {
                xml = xml == above.xml() ? new TreeMap<>(xml) : xml;
                String farther = xml.put(name, attributes.getValue(i));
                ambiguous |= farther != null && !farther.equals(attributes.getValue(i));
            } else if (isDeclaration(name) && !name.equals("xmlns:xml")) {
                namespaces = namespaces == above.namespaces() ? new TreeMap<>(namespaces) : namespaces;
                String prefix = name.equals("xmlns") ? "" : name.substring("xmlns:".length());
                if (attributes.getValue(i).isEmpty()) {
                    namespaces.remove(prefix);
                } else {
                    namespaces.put(prefix, attributes.getValue(i));
                }
            }
        }
        return namespaces == above.namespaces() && xml == above.xml() ? above : new Scope(namespaces, xml, ambiguous);
    }

    private static boolean isDeclaration(String name) {
        return name.equals("xmlns") || name.startsWith("xmlns:");
    }

    /** The bytes around the signature stay, so they have to be in the one encoding that is used here. */
    private void requireUtf8() throws XmlRefused {
        if (locator instanceof Locator2 entity
                && (!"UTF-8".equalsIgnoreCase(entity.getEncoding()) || !"1.0".equals(entity.getXMLVersion()))) {
            throw new XmlRefused(TrustCode.MALFORMED, "document");
        }
    }
}
