package io.renkei.http;

import java.io.IOException;

/** No byte of the request left: it failed before or while a connection was made. It may be sent again without risk. */
public final class NotSent extends IOException {

    private static final long serialVersionUID = 1L;

    public NotSent(Exception cause) {
        super("nothing was sent", cause);
    }

    /** Whether the failure, or one of its causes, proves that nothing was sent. */
    public static boolean isIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotSent) {
                return true;
            }
        }
        return false;
    }
}
