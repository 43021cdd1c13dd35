package io.renkei.portal.internal;

/** The portal did not say that it took a batch: its events wait. The sentence repeats nothing that the portal said. */
final class NotTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotTaken(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
