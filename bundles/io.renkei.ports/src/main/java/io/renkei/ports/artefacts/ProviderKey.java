package io.renkei.ports.artefacts;

import java.time.Instant;
import java.util.Objects;

/**
 * A signing key of the provider. It prints its generation alone.
 *
 * @param generation counts the keys, from 1
 * @param jwk the private key (RFC 7517)
 * @param signsFrom published before, it signs from this moment until the next one does
 */
public record ProviderKey(int generation, String jwk, Instant signsFrom) {

    public ProviderKey {
        if (generation < 1) {
            throw new IllegalArgumentException("generations count from 1");
        }
        Objects.requireNonNull(jwk, "jwk");
        Objects.requireNonNull(signsFrom, "signsFrom");
    }

    @Override
    public String toString() {
        return "generation " + generation;
    }
}
