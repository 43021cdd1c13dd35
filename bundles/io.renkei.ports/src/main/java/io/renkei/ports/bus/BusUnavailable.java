package io.renkei.ports.bus;

/** The broker cannot be had at the moment. What was not confirmed is sent again under the same id. */
public final class BusUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BusUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
