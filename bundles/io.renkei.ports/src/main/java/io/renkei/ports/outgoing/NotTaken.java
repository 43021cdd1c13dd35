package io.renkei.ports.outgoing;

/** A receiver did not say that it took a batch: its events wait. The sentence repeats nothing that the receiver said. */
public final class NotTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotTaken(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
