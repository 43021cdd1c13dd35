package io.renkei.format.portal.internal;

import io.renkei.format.portal.PortalWriter;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Names places in a document without repeating anything the sender chose: elements by the names of the schema, others by
 * a star, repeated ones by number; items by their id, which has the form of an item id.
 */
final class Places {

    private static final Pattern ITEM = Pattern.compile("(?=.{1,64}$)[a-z][a-z0-9-]*(\\.[a-z0-9][a-z0-9-]*)*");
    private static final int MAX_DEPTH = 16;

    private Places() {}

    /** Such as {@code content/procedures/procedure[2]/date[1]}. */
    static String path(Element element, Set<String> known) {
        StringBuilder path = new StringBuilder();
        Element at = element;
        for (int depth = 0; depth < MAX_DEPTH; depth++) {
            path.insert(0, step(at, known));
            boolean top = isSigned(at) || !(at.getParentNode() instanceof Element);
            if (top) {
                return path.toString();
            }
            path.insert(0, '/');
            at = (Element) at.getParentNode();
        }
        return path.insert(0, "…").toString();
    }

    /** The item that the element is, or stands in. */
    static Optional<String> item(Element element) {
        for (Node at = element; at instanceof Element here && !isSigned(here); at = at.getParentNode()) {
            String item = here.getAttributeNS(null, "item");
            if (ITEM.matcher(item).matches()) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    private static boolean isSigned(Element element) {
        return PortalWriter.SIGNED.equals("{" + element.getNamespaceURI() + "}" + element.getLocalName());
    }

    private static String step(Element element, Set<String> known) {
        String name = known.contains(element.getLocalName()) ? element.getLocalName() : "*";
        int before = 0;
        int all = 0;
        Node first = element.getParentNode() == null
                ? element
                : element.getParentNode().getFirstChild();
        boolean seen = false;
        for (Node node = first; node != null; node = node.getNextSibling()) {
            if (node instanceof Element sibling && sibling.getLocalName().equals(element.getLocalName())) {
                all++;
                before += seen ? 0 : 1;
            }
            seen |= node == element;
        }
        return all > 1 ? name + "[" + before + "]" : name;
    }
}
