package io.renkei.api.spi;

/**
 * Nothing was sent. May be thrown only before the first byte of the request leaves; later, no answer is {@link
 * io.renkei.api.model.DispatchOutcome.Unknown}. The filing is tried again within its destination's retry budget.
 */
public final class TransientFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param code of the connector; no remote text and no personal data */
    public TransientFailure(String code, Throwable cause) {
        super(code, cause);
    }
}
