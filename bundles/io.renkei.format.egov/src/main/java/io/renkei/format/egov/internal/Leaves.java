package io.renkei.format.egov.internal;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The elements without children below one element, in document order. Bounded in depth, number and length. */
final class Leaves {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_LEAVES = 20_000;
    private static final int MAX_TEXT = 10_000;

    /**
     * One of them.
     *
     * @param group the ordinal of the child of the base element that it stands in, from 1
     * @param path of local names below the base element, such as {@code 管理情報/手続番号/手続ID}
     */
    record Leaf(int group, String path, String text) {
        @Override
        public String toString() {
            return path;
        }
    }

    /** The document is no XML, has a DOCTYPE, or goes beyond the bounds. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    private final List<Leaf> leaves = new ArrayList<>();
    private final Deque<String> path = new ArrayDeque<>();
    private int group;

    private Leaves() {}

    /** Below the child of the document element that has that name; none if there is no such. */
    static List<Leaf> below(byte[] document, String child) throws Unreadable {
        String prefix = child + "/";
        List<Leaf> found = new ArrayList<>();
        for (Leaf leaf : ofDocument(document, 2)) {
            if (leaf.path().startsWith(prefix)) {
                found.add(new Leaf(leaf.group(), leaf.path().substring(prefix.length()), leaf.text()));
            }
        }
        return found;
    }

    /** Below the document element. */
    static List<Leaf> of(byte[] document) throws Unreadable {
        return ofDocument(document, 1);
    }

    /** Below the element. */
    static List<Leaf> of(Element base) throws Unreadable {
        return of(base, path -> true);
    }

    /** Below the element, those at such paths alone: the bounds of number and length are not for the others. */
    static List<Leaf> of(Element base, Predicate<String> wanted) throws Unreadable {
        Leaves all = new Leaves();
        all.visit(base, wanted);
        return all.leaves;
    }

    /** Whether the element has children. */
    private boolean visit(Element element, Predicate<String> wanted) throws Unreadable {
        boolean inner = false;
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                inner = true;
                enter(child.getLocalName(), path.isEmpty());
                if (!visit(child, wanted) && wanted.test(String.join("/", path))) {
                    add(child.getTextContent());
                }
                path.removeLast();
            }
        }
        return inner;
    }

    private static List<Leaf> ofDocument(byte[] document, int groupDepth) throws Unreadable {
        Leaves all = new Leaves();
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(document));
            all.read(xml, groupDepth);
        } catch (XMLStreamException e) {
            throw new Unreadable("no well-formed XML");
        }
        return all.leaves;
    }

    private void read(XMLStreamReader xml, int groupDepth) throws XMLStreamException, Unreadable {
        StringBuilder text = new StringBuilder();
        boolean open = false;
        int depth = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Unreadable("a DOCTYPE or an entity");
                case XMLStreamConstants.START_ELEMENT -> {
                    text.setLength(0);
                    open = true;
                    if (depth++ > 0) {
                        enter(xml.getLocalName(), depth == groupDepth + 1);
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    text.append(xml.getText());
                    if (open && text.length() > MAX_TEXT) {
                        throw new Unreadable("too long a text");
                    }
                    if (!open) {
                        text.setLength(0);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (--depth > 0) {
                        if (open) {
                            add(text.toString());
                        }
                        path.removeLast();
                    }
                    open = false;
                }
                default -> {
                    // white space, comments and instructions say nothing
                }
            }
        }
    }

    private void enter(String name, boolean startsGroup) throws Unreadable {
        path.addLast(name);
        if (path.size() > MAX_DEPTH) {
            throw new Unreadable("too deep");
        }
        if (startsGroup) {
            group++;
        }
    }

    private void add(String text) throws Unreadable {
        if (leaves.size() == MAX_LEAVES || text.length() > MAX_TEXT) {
            throw new Unreadable("too many elements, or too long a text");
        }
        leaves.add(new Leaf(group, String.join("/", path), text));
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
