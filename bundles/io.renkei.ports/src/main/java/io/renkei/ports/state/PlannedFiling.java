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
 */
public record PlannedFiling(FilingKey key, ProcedureId procedure, DestinationId destination) {

    public PlannedFiling {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(procedure, "procedure");
        Objects.requireNonNull(destination, "destination");
    }
}
