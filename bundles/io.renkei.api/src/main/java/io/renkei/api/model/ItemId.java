package io.renkei.api.model;

import java.util.regex.Pattern;

/**
 * Names one item of a filing, such as {@code employee.name.kana}. Items, their types and which procedure needs which
 * stand in the catalogue.
 *
 * @param value lower-case words joined by dots, 64 characters at most
 */
public record ItemId(String value) implements Comparable<ItemId> {

    private static final Pattern FORM = Pattern.compile("(?=.{1,64}$)[a-z][a-z0-9-]*(\\.[a-z0-9][a-z0-9-]*)*");

    /** @throws IllegalArgumentException if the id has another form */
    public ItemId {
        Names.require(FORM, value, "an item id is lower-case words joined by dots, 64 characters at most");
    }

    @Override
    public int compareTo(ItemId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
