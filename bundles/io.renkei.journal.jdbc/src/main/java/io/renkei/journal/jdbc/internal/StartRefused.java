package io.renkei.journal.jdbc.internal;

/** The journal must not start like this; the sentence says what the operator does about it. */
final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartRefused(String sentence) {
        super(sentence);
    }

    StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
