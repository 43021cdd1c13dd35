package io.renkei.connector.healthsociety.internal;

import java.io.IOException;

/** No byte of the request left: it failed before or while a connection was made. */
final class NotSent extends IOException {

    private static final long serialVersionUID = 1L;

    NotSent(IOException cause) {
        super("nothing was sent", cause);
    }
}
