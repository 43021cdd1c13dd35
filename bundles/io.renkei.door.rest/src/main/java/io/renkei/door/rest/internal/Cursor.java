package io.renkei.door.rest.internal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** An opaque cursor: the last id of a page, in base64url. */
final class Cursor {

    private static final int MAX_CHARS = 64;

    private Cursor() {}

    static String of(Object lastId) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(lastId.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws RefusedCall if it is none of ours */
    static String id(String cursor) throws RefusedCall {
        try {
            String id = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            if (cursor.length() <= MAX_CHARS && of(id).equals(cursor)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // answered below, like every other cursor that is not ours
        }
        throw refused();
    }

    /**
     * The last one of the page before.
     *
     * @param form empty for what is no id
     * @param known whether the caller may see it
     * @throws RefusedCall if the page asks to go on somewhere else than behind one of the caller's own
     */
    static <T> Optional<T> before(Page page, Function<String, Optional<T>> form, Predicate<T> known)
            throws RefusedCall {
        if (page.cursor().isEmpty()) {
            return Optional.empty();
        }
        Optional<T> last = form.apply(id(page.cursor().get())).filter(known);
        if (last.isEmpty()) {
            throw refused();
        }
        return last;
    }

    private static RefusedCall refused() {
        return new RefusedCall(RestCode.CURSOR, "query cursor");
    }
}
