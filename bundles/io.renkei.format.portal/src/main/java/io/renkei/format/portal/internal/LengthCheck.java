package io.renkei.format.portal.internal;

import java.util.Set;
import org.w3c.dom.CharacterData;
import org.w3c.dom.Comment;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Bounds every text before the schema sees it: the validator tries a pattern before it looks at a length, and a pattern
 * over a text of a million characters takes minutes. The tree itself is bounded in depth by the verifier.
 */
final class LengthCheck {

    /** Above every length in the schema, white space around a value included. */
    static final int MAX_CHARACTERS = 4_000;

    private static final int MAX_ATTRIBUTE = 512;

    private final Set<String> known;
    private final Faults faults;

    LengthCheck(Set<String> known, Faults faults) {
        this.known = known;
        this.faults = faults;
    }

    void judge(Element element) {
        long text = 0;
        boolean leaf = true;
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                leaf = false;
                judge(child);
            } else if (node instanceof CharacterData characters && !(node instanceof Comment)) {
                text += characters.getLength();
            }
        }
        if ((leaf && text > MAX_CHARACTERS) || longAttribute(element)) {
            faults.add(SchemaFaults.value(element, Places.path(element, known)));
        }
    }

    private static boolean longAttribute(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.item(i).getNodeValue().length() > MAX_ATTRIBUTE) {
                return true;
            }
        }
        return false;
    }
}
