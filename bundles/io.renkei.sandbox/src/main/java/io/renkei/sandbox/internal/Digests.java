package io.renkei.sandbox.internal;

import io.renkei.api.model.Sha256;

/** Digests as they stand in the ledger. */
final class Digests {

    private Digests() {}

    static String sha256(byte[] bytes) {
        return Sha256.of(bytes).hex();
    }
}
