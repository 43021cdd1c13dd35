package io.renkei.trust.internal;

/** The gateway cannot seal; the message has a code and says what the operator does. */
final class SealUnavailable extends RuntimeException {

    enum Code {
        READABLE_BY_OTHERS(60),
        BROKEN(61),
        DIRECTORY(62);

        private final String code;

        Code(int number) {
            this.code = String.format("TRUST-%03d", number);
        }
    }

    private final Code code;

    SealUnavailable(Code code, String sentence, Throwable cause) {
        super(code.code + ": " + sentence, cause);
        this.code = code;
    }

    Code code() {
        return code;
    }
}
