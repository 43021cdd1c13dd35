package io.renkei.trust.internal;

import io.renkei.ports.trust.TrustFault;
import io.renkei.ports.trust.XmlSignatures.Policy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Where the signed elements and the signatures of a document stand. Each element that the policy names stands exactly
 * once in the whole document, as its root or directly below it; so there is no second one that a signature could cover
 * instead.
 */
final class DocumentShape {

    static final int MAX_SIGNATURES = 16;

    private final Policy policy;
    private final Map<String, String> wanted;
    private final Set<String> wantedLocals;
    private final Map<String, List<Element>> found = new TreeMap<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<Element> signatures = new ArrayList<>();
    private final List<TrustFault> faults = new ArrayList<>();
    private final Element root;

    DocumentShape(Document document, Policy policy) {
        this.policy = policy;
        this.root = document.getDocumentElement();
        this.wanted = policy.signed().stream().collect(Collectors.toMap(DocumentShape::braced, name -> name));
        this.wantedLocals = wanted.keySet().stream()
                .map(name -> name.substring(name.indexOf('}') + 1))
                .collect(Collectors.toSet());
        visit(root);
        judgeElements();
        judgeSignatures();
    }

    Element root() {
        return root;
    }

    List<TrustFault> faults() {
        return List.copyOf(faults);
    }

    /** In document order. */
    List<Element> signatures() {
        return signatures;
    }

    /** The elements to be signed that stand exactly once, by the name that the policy gives them. */
    Map<String, Element> elements() {
        Map<String, Element> unique = new TreeMap<>();
        found.forEach((name, elements) -> {
            if (elements.size() == 1) {
                unique.put(wanted.get(name), elements.get(0));
            }
        });
        return unique;
    }

    /** True when exactly one attribute that is or looks like an ID has this value. */
    boolean isUniqueId(String id) {
        return ids.getOrDefault(id, 0) == 1;
    }

    private void visit(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            String local = attribute.getLocalName();
            if (local.equalsIgnoreCase("id") || local.equals(policy.idAttribute())) {
                ids.merge(attribute.getNodeValue(), 1, Integer::sum);
            }
        }
        if (Dom.is(element, Dom.DSIG, "Signature")) {
            signatures.add(element);
        }
        if (wantedLocals.contains(element.getLocalName())) {
            String name = Dom.name(element);
            if (wanted.containsKey(name)) {
                found.computeIfAbsent(name, n -> new ArrayList<>()).add(element);
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element below) {
                visit(below);
            }
        }
    }

    private void judgeElements() {
        if (!Dom.name(root).equals(braced(policy.root()))) {
            faults.add(TrustCode.WRONG_ROOT.at("document element"));
        }
        for (String name : new TreeSet<>(wanted.keySet())) {
            List<Element> elements = found.getOrDefault(name, List.of());
            if (elements.isEmpty()) {
                faults.add(TrustCode.ELEMENT_MISSING.at(name));
            } else if (elements.size() > 1) {
                faults.add(TrustCode.ELEMENT_REPEATED.at(name));
            } else {
                judgeElement(name, elements.get(0));
            }
        }
    }

    private void judgeElement(String name, Element element) {
        if (element != root && element.getParentNode() != root) {
            faults.add(TrustCode.ELEMENT_MISPLACED.at(name));
        }
        String id = element.getAttributeNS(null, policy.idAttribute());
        if (!id.isEmpty() && !isUniqueId(id)) {
            faults.add(TrustCode.DUPLICATE_ID.at(name));
        }
    }

    private void judgeSignatures() {
        if (signatures.isEmpty()) {
            faults.add(TrustCode.UNSIGNED.at("document"));
        }
        if (signatures.size() > MAX_SIGNATURES) {
            faults.add(TrustCode.TOO_MANY_SIGNATURES.at("document"));
            signatures.clear();
        }
        for (int i = 0; i < signatures.size(); i++) {
            Node parent = signatures.get(i).getParentNode();
            boolean inPlace = parent == root || (parent.getParentNode() == root && !isSignature(parent));
            if (!inPlace) {
                faults.add(TrustCode.SIGNATURE_MISPLACED.at("Signature[" + (i + 1) + "]"));
            }
        }
    }

    private static boolean isSignature(Node node) {
        return Dom.is(node, Dom.DSIG, "Signature");
    }

    private static String braced(String name) {
        return name.startsWith("{") ? name : "{}" + name;
    }
}
