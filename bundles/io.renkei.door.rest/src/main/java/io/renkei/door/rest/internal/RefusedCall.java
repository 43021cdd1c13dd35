package io.renkei.door.rest.internal;

/** The door refuses a call; ends its handling early. */
final class RefusedCall extends Exception {

    private static final long serialVersionUID = 1L;

    private final RestCode code;
    private final String place;
    private final int retryAfterSeconds;

    RefusedCall(RestCode code) {
        this(code, "");
    }

    /** @param place header, query or path part, never its value */
    RefusedCall(RestCode code, String place) {
        this(code, place, 0);
    }

    /** @param retryAfterSeconds 0 for none */
    RefusedCall(RestCode code, String place, int retryAfterSeconds) {
        super(code.code(), null, false, false);
        this.code = code;
        this.place = place;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    RestCode code() {
        return code;
    }

    String place() {
        return place;
    }

    int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
