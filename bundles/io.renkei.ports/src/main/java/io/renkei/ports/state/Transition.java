package io.renkei.ports.state;

import java.util.Optional;

/** What a change did. */
public sealed interface Transition {

    /** All events were legal and are written. */
    record Made(FilingView after) implements Transition {}

    /** Another change came first: nothing was written; read again and decide anew. */
    record Stale(FilingView now) implements Transition {}

    /** At least one event is no legal transition: the whole was journaled as late and changed nothing. */
    record Late(FilingView now) implements Transition {}

    /** There is no such filing. */
    record NoSuchFiling() implements Transition {}

    /** The filing as it is now, unless there is none. */
    default Optional<FilingView> filing() {
        if (this instanceof Made made) {
            return Optional.of(made.after());
        }
        if (this instanceof Stale stale) {
            return Optional.of(stale.now());
        }
        return this instanceof Late late ? Optional.of(late.now()) : Optional.empty();
    }
}
