package io.renkei.door.soap.internal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** An opaque cursor: the last id of a page, in base64url. */
final class Cursor {

    private Cursor() {}

    static String of(Object lastId) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(lastId.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws Refusal if it is none of ours */
    static String id(String cursor) {
        try {
            String id = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            if (of(id).equals(cursor)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // answered below, like every other cursor that is not ours
        }
        throw refused();
    }

    static Refusal refused() {
        return Refusal.of(SoapCode.CURSOR, "element cursor");
    }
}
