package io.renkei.door.rest.internal;

import java.io.IOException;

/** Reading the body stops here. */
final class BodyRefused extends IOException {

    private static final long serialVersionUID = 1L;

    BodyRefused(RestCode code) {
        super(code.code());
    }
}
