package io.renkei.ports.intake;

/** An operator paused the taking of new applications. Nothing was read and nothing was taken. */
public final class IntakePaused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int retryAfterSeconds;

    /** @param retryAfterSeconds when it is worth trying again, at least 1 */
    public IntakePaused(int retryAfterSeconds) {
        super("new applications are not taken now", null, false, false);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
