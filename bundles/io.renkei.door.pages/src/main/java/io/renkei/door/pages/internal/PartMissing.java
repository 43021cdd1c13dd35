package io.renkei.door.pages.internal;

/** A service is not there at the moment. */
final class PartMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PartMissing(Class<?> type) {
        super(type.getName());
    }
}
