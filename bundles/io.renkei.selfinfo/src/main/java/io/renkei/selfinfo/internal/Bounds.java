package io.renkei.selfinfo.internal;

import io.renkei.api.model.AttributeNode;
import java.util.List;

/** How much an agency may say of one item. What is more was no answer of an agency. */
final class Bounds {

    static final int MOST_NODES = 10_000;
    static final int MOST_LEVELS = 16;
    static final int MOST_CHARACTERS = 1_000_000;

    private int nodes;
    private int characters;

    private Bounds() {}

    static boolean keep(List<AttributeNode> values) {
        return !values.isEmpty() && new Bounds().keep(values, 1);
    }

    private boolean keep(List<AttributeNode> values, int level) {
        if (!values.isEmpty() && level > MOST_LEVELS) {
            return false;
        }
        for (AttributeNode node : values) {
            nodes++;
            characters += node.name().length() + node.value().orElse("").length();
            if (nodes > MOST_NODES || characters > MOST_CHARACTERS || !keep(node.children(), level + 1)) {
                return false;
            }
        }
        return true;
    }
}
