package io.renkei.trust.internal;

import io.renkei.ports.trust.TrustFault;

/** A signature is refused before anything is computed. */
final class SignatureRefused extends Exception {

    private final transient TrustFault fault;

    SignatureRefused(TrustCode code, String place) {
        super(code.code());
        this.fault = code.at(place);
    }

    TrustFault fault() {
        return fault;
    }
}
