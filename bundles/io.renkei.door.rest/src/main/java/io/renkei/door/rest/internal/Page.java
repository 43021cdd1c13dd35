package io.renkei.door.rest.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which page of a list is asked for.
 *
 * @param cursor where to go on, or empty to begin
 * @param limit 1 to 100
 */
record Page(Optional<String> cursor, int limit) {

    private static final int MAX = 100;
    private static final int MAX_QUERY_CHARS = 128;
    private static final Pattern PART = Pattern.compile("(limit)=([0-9]{1,3})|(cursor)=([A-Za-z0-9_-]+)");

    /**
     * Reads the query as sent; nothing of it is decoded, for nothing in it needs an escape.
     *
     * @throws RefusedCall if anything else stands in it
     */
    static Page of(String query) throws RefusedCall {
        if (query == null || query.isEmpty()) {
            return new Page(Optional.empty(), MAX);
        }
        Optional<String> cursor = Optional.empty();
        int limit = 0;
        for (String part : query.length() > MAX_QUERY_CHARS ? new String[] {""} : query.split("&", -1)) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches() || (matcher.group(1) != null ? limit != 0 : cursor.isPresent())) {
                throw new RefusedCall(RestCode.QUERY, "query");
            }
            if (matcher.group(1) == null) {
                cursor = Optional.of(matcher.group(4));
            } else {
                limit = Integer.parseInt(matcher.group(2));
                if (limit < 1 || limit > MAX) {
                    throw new RefusedCall(RestCode.QUERY, "query limit");
                }
            }
        }
        return new Page(cursor, limit == 0 ? MAX : limit);
    }
}
