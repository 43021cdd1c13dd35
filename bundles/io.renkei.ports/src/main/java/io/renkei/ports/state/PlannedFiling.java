package io.renkei.ports.state;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.ProcedureId;
import java.util.Objects;

/**
 * One filing of an application as planned from the catalogue.
 *
 * @param key its name for ever
 * @param procedure what is filed
 * @param destination where it goes
 * @param body what it says, written by {@link io.renkei.ports.filing.FilingBodies}; the store encrypts it under the key
 *     of the case
 */
public record PlannedFiling(FilingKey key, ProcedureId procedure, DestinationId destination, byte[] body) {

    /** The largest body, in bytes. */
    public static final int MAX_BODY = 1024 * 1024;

    /** @throws IllegalArgumentException if the body is larger than {@value #MAX_BODY} bytes */
    public PlannedFiling {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(procedure, "procedure");
        Objects.requireNonNull(destination, "destination");
        if (body.length > MAX_BODY) {
            throw new IllegalArgumentException("the items of one filing have at most " + MAX_BODY + " bytes");
        }
    }

    @Override
    public String toString() {
        return "PlannedFiling[" + key + "]";
    }
}
