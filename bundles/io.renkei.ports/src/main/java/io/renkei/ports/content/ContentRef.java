package io.renkei.ports.content;

import io.renkei.api.model.Sha256;
import java.util.Objects;
import java.util.UUID;

/**
 * Where a body stands, under a name of ours and never the sender's.
 *
 * @param id the stored name
 * @param size of the plain bytes
 * @param digest over the plain bytes
 */
public record ContentRef(UUID id, long size, Sha256 digest) {

    public ContentRef {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(digest, "digest");
        if (size < 0) {
            throw new IllegalArgumentException("a body has no negative size");
        }
    }
}
