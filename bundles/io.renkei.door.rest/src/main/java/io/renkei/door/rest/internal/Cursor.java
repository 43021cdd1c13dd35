package io.renkei.door.rest.internal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

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

    static RefusedCall refused() {
        return new RefusedCall(RestCode.CURSOR, "query cursor");
    }
}
