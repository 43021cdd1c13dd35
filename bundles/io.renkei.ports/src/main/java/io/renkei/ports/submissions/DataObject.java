package io.renkei.ports.submissions;

import io.renkei.api.model.Sha256;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One object in the company's own store, as the company recorded it. Its number is its place in the record, from 1.
 *
 * @param name what the company calls it, 1 to 200 characters; it may name a person
 * @param items which items of the catalogue it holds, 100 at most; it may be none
 * @param mediaType such as {@code application/pdf}
 * @param size in bytes, from 1
 * @param digest over its bytes
 * @param path where it lies below the store's address: segments of letters, digits, {@code . _ -}, none of which begins
 *     with a dot; 200 characters at most
 */
public record DataObject(String name, List<String> items, String mediaType, long size, Sha256 digest, String path) {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_ITEMS = 100;
    private static final Pattern ITEM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,63}");

    /** RFC 9110, 8.3.1, without parameters. */
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,62}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,62}");

    /** Nothing that would have to be decoded, and no way out: such a path reads the same for everybody. */
    private static final Pattern PATH =
            Pattern.compile("(?=.{1,200}$)[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    /** @throws IllegalArgumentException if one of them has another form */
    public DataObject {
        Objects.requireNonNull(digest, "digest");
        items = List.copyOf(items);
        require(
                !name.isBlank()
                        && name.length() <= LONGEST_NAME
                        && name.chars().noneMatch(Character::isISOControl)
                        && name.equals(name.strip()),
                "a name is 1 to 200 characters without control characters");
        require(
                items.size() <= MOST_ITEMS
                        && items.stream().allMatch(item -> ITEM.matcher(item).matches()),
                "items are at most 100 ids of the catalogue");
        require(MEDIA_TYPE.matcher(mediaType).matches(), "a media type is a type and a subtype");
        require(size >= 1, "an object has one byte at least");
        require(PATH.matcher(path).matches(), "a path is 1 to 200 letters, digits and . _ - in segments");
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    @Override
    public String toString() {
        return "DataObject[" + size + " bytes]";
    }
}
