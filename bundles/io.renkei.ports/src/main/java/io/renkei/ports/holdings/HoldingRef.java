package io.renkei.ports.holdings;

import io.renkei.ports.sites.SiteId;
import java.util.Objects;

/**
 * One thing that a service holds.
 *
 * @param service the linked site that it is
 * @param id the service's own; 64 characters at most
 */
public record HoldingRef(SiteId service, String id) {

    public HoldingRef {
        Objects.requireNonNull(service, "service");
        if (id.isEmpty() || id.length() > 64) {
            throw new IllegalArgumentException("the id of a holding has 1 to 64 characters");
        }
    }

    @Override
    public String toString() {
        return service + "/" + id;
    }
}
