package io.renkei.ports.state;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.Sha256;
import java.time.Instant;
import java.util.UUID;

/**
 * All that a connector needs of a filing and its application; no view shows it.
 *
 * @param sender the partner in whose name the application came
 * @param packageDigest over the package as received
 * @param packageContent the stored name of the package, for its files
 * @param body the plain body, as {@link io.renkei.ports.filing.FilingBodies} reads it
 */
public record FilingMatter(
        ProcedureId procedure,
        DestinationId destination,
        PartnerId sender,
        Instant arrived,
        Sha256 packageDigest,
        UUID packageContent,
        byte[] body) {

    @Override
    public String toString() {
        return "FilingMatter[" + procedure + " to " + destination + "]";
    }
}
