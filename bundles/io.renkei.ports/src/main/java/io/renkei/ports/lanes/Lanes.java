package io.renkei.ports.lanes;

import io.renkei.api.model.DestinationId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The lanes of this node. They are steered by {@link Holds}. Safe for use by several threads. */
@ProviderType
public interface Lanes {

    /** Every lane with a connector, every one that is held, and every connector that was refused, by destination. */
    List<LaneView> lanes();

    /** What the destination's connector can do; empty while none is installed at this node. */
    Optional<Set<Ability>> abilities(DestinationId destination);
}
