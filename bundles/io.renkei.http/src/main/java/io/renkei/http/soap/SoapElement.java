package io.renkei.http.soap;

import java.util.List;
import java.util.Optional;

/**
 * One element of an answer.
 *
 * @param text of an element without children, else empty
 */
public record SoapElement(String namespace, String name, String text, List<SoapElement> children) {

    /** The namespace of envelopes and faults (SOAP 1.1, section 4). */
    public static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";

    public SoapElement {
        children = List.copyOf(children);
    }

    /** Whether it has this namespace and this name. */
    public boolean is(String otherNamespace, String otherName) {
        return namespace.equals(otherNamespace) && name.equals(otherName);
    }

    /** The children of that name, in the namespace of this element. */
    public List<SoapElement> all(String childName) {
        return children.stream().filter(child -> child.is(namespace, childName)).toList();
    }

    /** The text of the only child of that name; empty where there is none, or more than one. */
    public Optional<String> only(String childName) {
        List<SoapElement> found = all(childName);
        return found.size() == 1 ? Optional.of(found.get(0).text()) : Optional.empty();
    }

    /** Whether it is a Fault that says the call itself is wrong (SOAP 1.1, 4.4.1); the children of a Fault are in no namespace. */
    public boolean isClientFault() {
        return is(ENVELOPE, "Fault")
                && children.stream()
                        .filter(child -> child.is("", "faultcode"))
                        .anyMatch(child -> child.text().matches("([^:]+:)?Client(\\..*)?"));
    }

    @Override
    public String toString() {
        return "SoapElement[" + name + "]";
    }
}
