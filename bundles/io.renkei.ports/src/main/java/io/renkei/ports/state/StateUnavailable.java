package io.renkei.ports.state;

/** The database cannot be had at the moment. Whether the last transaction took effect must be asked, not assumed. */
public final class StateUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StateUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
