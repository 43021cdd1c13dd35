package io.renkei.api.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A named value of self-information, or a group of them. It prints its code alone: names and values are a person's data.
 *
 * @param code the source's code of it; 1 to 64 characters
 * @param name what a person reads, in Japanese
 * @param value as the source wrote it; empty for a group
 */
public record AttributeNode(String code, String name, Optional<String> value, List<AttributeNode> children) {

    public AttributeNode {
        if (code.isEmpty() || code.length() > 64) {
            throw new IllegalArgumentException("the code of a value has 1 to 64 characters");
        }
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        children = List.copyOf(children);
    }

    @Override
    public String toString() {
        return code;
    }
}
