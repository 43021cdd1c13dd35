package io.renkei.http.internal;

/** Counts who still needs a thing, so that it ends once it shall end and nobody does. Safe for use by several threads. */
public final class Users {

    private final Runnable end;
    private int count;
    private boolean shallEnd;
    private boolean ended;

    /** @param end called once */
    public Users(Runnable end) {
        this.end = end;
    }

    /** One more, until it is closed; closing it again has no effect. */
    public User add() {
        synchronized (this) {
            count++;
        }
        return new User();
    }

    /** Nobody new is expected: it ends now or with the last that is there. */
    public void end() {
        synchronized (this) {
            shallEnd = true;
        }
        endIfUnused();
    }

    private void endIfUnused() {
        synchronized (this) {
            if (ended || !shallEnd || count > 0) {
                return;
            }
            ended = true;
        }
        end.run();
    }

    /** One that needs it. */
    public final class User implements AutoCloseable {

        private boolean gone;

        private User() {}

        @Override
        public void close() {
            synchronized (Users.this) {
                if (gone) {
                    return;
                }
                gone = true;
                count--;
            }
            endIfUnused();
        }
    }
}
