package io.renkei.ports.lanes;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The lanes of this node. They are steered by {@link Holds}. Safe for use by several threads. */
@ProviderType
public interface Lanes {

    /** Every lane with a connector, every one that is held, and every connector that was refused, by destination. */
    List<LaneView> lanes();
}
