package io.renkei.door.soap.internal;

/** A service that the call needs is not there at the moment. */
final class PartMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PartMissing(Class<?> part) {
        super(part.getSimpleName() + " is not there");
    }
}
