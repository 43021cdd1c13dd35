package io.renkei.trust.internal;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Small readings of a tree. */
final class Dom {

    static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";

    private static final int LONGEST_JOINED = 1 << 20;

    private Dom() {}

    /** {@code {namespace}local}, with empty braces for no namespace. */
    static String name(Node element) {
        String namespace = element.getNamespaceURI();
        return "{" + (namespace == null ? "" : namespace) + "}" + element.getLocalName();
    }

    static boolean is(Node node, String namespace, String local) {
        return node.getNodeType() == Node.ELEMENT_NODE
                && local.equals(node.getLocalName())
                && namespace.equals(node.getNamespaceURI());
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** True when nothing but elements, white space and comments stands directly below. */
    static boolean hasElementsOnly(Element parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            boolean allowed = switch (child.getNodeType()) {
                case Node.ELEMENT_NODE, Node.COMMENT_NODE -> true;
                case Node.TEXT_NODE -> child.getNodeValue().isBlank();
                default -> false;
            };
            if (!allowed) {
                return false;
            }
        }
        return true;
    }

    static boolean hasTextOnly(Element element) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() != Node.TEXT_NODE) {
                return false;
            }
        }
        return true;
    }

    static boolean covers(Node covering, Node covered) {
        for (Node node = covered; node != null; node = node.getParentNode()) {
            if (node == covering) {
                return true;
            }
        }
        return false;
    }

    /**
     * Takes out of a verified element what was not digested: comments, which a reference to an ID never covers (XML
     * Signature 1.1, 4.4.3.3) and which could split a text for whoever reads only its first node, and signatures that
     * stand inside, which never cover themselves. What was split becomes one text again, unless it is longer than a mebi
     * of characters: joining that would copy most of the document.
     */
    static void keepOnlySigned(Element element) {
        removeUnsigned(element);
        joinTexts(element);
    }

    private static void joinTexts(Element element) {
        Node child = element.getFirstChild();
        while (child != null) {
            if (child instanceof Element below) {
                joinTexts(below);
            } else if (child.getNodeType() == Node.TEXT_NODE) {
                joinFrom(child);
            }
            child = child.getNextSibling();
        }
    }

    private static void joinFrom(Node first) {
        StringBuilder joined = new StringBuilder();
        Node next = first;
        while (next != null && next.getNodeType() == Node.TEXT_NODE) {
            joined.append(next.getNodeValue());
            if (joined.length() > LONGEST_JOINED) {
                return;
            }
            next = next.getNextSibling();
        }
        while (first.getNextSibling() != next) {
            first.getParentNode().removeChild(first.getNextSibling());
        }
        if (joined.length() != first.getNodeValue().length()) {
            first.setNodeValue(joined.toString());
        }
    }

    private static void removeUnsigned(Element element) {
        Node child = element.getFirstChild();
        while (child != null) {
            Node next = child.getNextSibling();
            if (child.getNodeType() == Node.COMMENT_NODE || is(child, DSIG, "Signature")) {
                element.removeChild(child);
            } else if (child instanceof Element below) {
                removeUnsigned(below);
            }
            child = next;
        }
    }
}
