package io.renkei.connector.agency.internal;

import java.util.List;
import java.util.Optional;

/**
 * One element of an answer.
 *
 * @param text of an element without children, else empty
 */
record Node(String namespace, String name, String text, List<Node> children) {

    Node {
        children = List.copyOf(children);
    }

    boolean is(String otherNamespace, String otherName) {
        return namespace.equals(otherNamespace) && name.equals(otherName);
    }

    /** The children of that name, in the namespace of this element. */
    List<Node> all(String childName) {
        return children.stream().filter(child -> child.is(namespace, childName)).toList();
    }

    /** The text of the only child of that name; empty where there is none, or more than one. */
    Optional<String> only(String childName) {
        List<Node> found = all(childName);
        return found.size() == 1 ? Optional.of(found.get(0).text()) : Optional.empty();
    }

    @Override
    public String toString() {
        return "Node[" + name + "]";
    }
}
