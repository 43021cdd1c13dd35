package io.renkei.format.deduction.internal;

import io.renkei.api.model.AttributeNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The items below an element, in their order. An item has items or text, never both; a signature is none. Bounded in number, depth and
 * length of a value.
 */
final class ItemTree {

    private static final String SIGNATURES = "http://www.w3.org/2000/09/xmldsig#";
    private static final int MOST = 20_000;
    private static final int DEEPEST = 16;
    private static final int LONGEST = 1_000;

    private final List<AttributeNode> nodes;

    /** @throws IllegalArgumentException if it goes beyond a bound, or mixes text and items */
    ItemTree(Element element) {
        this(new Reading().below(element, 1));
    }

    private ItemTree(List<AttributeNode> nodes) {
        this.nodes = nodes;
    }

    List<AttributeNode> nodes() {
        return nodes;
    }

    /** The groups with this code, each as a tree. */
    List<ItemTree> all(String code) {
        return named(code).stream().map(node -> new ItemTree(node.children())).toList();
    }

    /**
     * The text at the end of a way that exists once.
     *
     * @throws IllegalArgumentException if it is there more than once, or not at all, or empty
     */
    String onlyText(String... way) {
        List<AttributeNode> found = named(way[0]);
        for (int i = 1; i < way.length; i++) {
            found = new ItemTree(only(found).children()).named(way[i]);
        }
        return only(found)
                .value()
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("an item has no text"));
    }

    private List<AttributeNode> named(String code) {
        return nodes.stream().filter(node -> node.code().equals(code)).toList();
    }

    private static AttributeNode only(List<AttributeNode> found) {
        if (found.size() != 1) {
            throw new IllegalArgumentException("an item stands there once");
        }
        return found.get(0);
    }

    /** One walk through the tree. */
    private static final class Reading {

        private int count;

        List<AttributeNode> below(Element parent, int depth) {
            require(depth <= DEEPEST, "items are nested too deep");
            List<AttributeNode> nodes = new ArrayList<>();
            for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child instanceof Element element && !SIGNATURES.equals(element.getNamespaceURI())) {
                    nodes.add(node(element, depth));
                }
            }
            return nodes;
        }

        private AttributeNode node(Element element, int depth) {
            require(++count <= MOST, "there are too many items");
            List<AttributeNode> children = below(element, depth + 1);
            String text = text(element);
            require(children.isEmpty() || text.isBlank(), "an item has text or items");
            require(text.length() <= LONGEST, "a value is too long");
            String code = element.getLocalName();
            return new AttributeNode(
                    code, ItemNames.of(code), children.isEmpty() ? Optional.of(text) : Optional.empty(), children);
        }

        private static String text(Element element) {
            StringBuilder text = new StringBuilder();
            for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                    text.append(child.getNodeValue());
                }
            }
            return text.toString();
        }

        private static void require(boolean holds, String sentence) {
            if (!holds) {
                throw new IllegalArgumentException(sentence);
            }
        }
    }
}
