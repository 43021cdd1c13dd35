package io.renkei.routes.internal;

/** A connector cannot be used. */
final class ConnectorRefused extends Exception {

    private static final long serialVersionUID = 1L;

    ConnectorRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
