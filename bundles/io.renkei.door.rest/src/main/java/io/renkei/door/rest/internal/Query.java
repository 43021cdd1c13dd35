package io.renkei.door.rest.internal;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Filters of a list, and which page of it. Read as sent: nothing in it needs an escape, and nothing of a person belongs
 * into an address.
 */
record Query(Map<String, String> filters, Page page) {

    private static final int MAX_CHARS = 512;
    private static final Pattern PART = Pattern.compile("([a-z]+)=([A-Za-z0-9_.-]{1,64})");

    /**
     * @param query as sent, or null
     * @param names the filters of this list
     * @throws RefusedCall if anything else stands in it, or one twice
     */
    static Query of(String query, Set<String> names) throws RefusedCall {
        if (query == null || query.isEmpty()) {
            return new Query(Map.of(), Page.of(null));
        }
        Map<String, String> filters = new HashMap<>();
        List<String> page = new ArrayList<>();
        for (String part : query.length() > MAX_CHARS ? new String[] {""} : query.split("&", -1)) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches()) {
                throw new RefusedCall(RestCode.QUERY, "query");
            }
            if (!names.contains(matcher.group(1))) {
                page.add(part);
            } else if (filters.put(matcher.group(1), matcher.group(2)) != null) {
                throw refused(matcher.group(1));
            }
        }
        return new Query(filters, Page.of(String.join("&", page)));
    }

    /** @param form throws {@link IllegalArgumentException} or {@link DateTimeException} for what has another form */
    <T> Optional<T> read(String name, Function<String, T> form) throws RefusedCall {
        try {
            return Optional.ofNullable(filters.get(name)).map(form);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw refused(name);
        }
    }

    /** For {@link #read}: {@code true} or {@code false}. */
    static boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("true or false");
        }
        return text.equals("true");
    }

    private static RefusedCall refused(String name) {
        return new RefusedCall(RestCode.QUERY, "query " + name);
    }
}
