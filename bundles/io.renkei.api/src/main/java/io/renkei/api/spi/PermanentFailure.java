package io.renkei.api.spi;

/** Nothing was accepted and trying again will not help until a person has acted. The filing is parked. */
public final class PermanentFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param code of the connector, which its README maps to what the operator does; no personal data */
    public PermanentFailure(String code, Throwable cause) {
        super(code, cause);
    }
}
