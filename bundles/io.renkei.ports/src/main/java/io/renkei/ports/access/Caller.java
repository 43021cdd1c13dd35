package io.renkei.ports.access;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import java.util.Objects;
import java.util.Set;

/**
 * An authenticated caller.
 *
 * @param partner who it is, by configuration
 * @param roles what it may do
 * @param destinations for which destinations a ministry may deliver; an id without instance stands for all of its
 *     instances
 */
public record Caller(PartnerId partner, Set<Role> roles, Set<DestinationId> destinations) {

    public Caller {
        Objects.requireNonNull(partner, "partner");
        roles = Set.copyOf(roles);
        destinations = Set.copyOf(destinations);
    }

    public boolean may(Role role) {
        return roles.contains(role);
    }

    /** Whether it may deliver for the destination. */
    public boolean speaksFor(DestinationId destination) {
        return may(Role.MINISTRY)
                && (destinations.contains(destination) || destinations.contains(new DestinationId(destination.kind())));
    }
}
