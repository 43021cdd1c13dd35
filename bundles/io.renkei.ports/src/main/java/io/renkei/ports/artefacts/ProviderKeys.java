package io.renkei.ports.artefacts;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The provider's keys, the same on every node, encrypted under the master key. Safe for use by several threads and several nodes.
 * Every method throws {@link io.renkei.ports.state.StateUnavailable} if the database cannot be had.
 */
@ProviderType
public interface ProviderKeys {

    /** Oldest first. A key that was changed in the database is left out. */
    List<ProviderKey> all();

    /** @return false if there is one of this generation already: another node was faster */
    boolean add(ProviderKey key);

    /** Destroys one whose signatures nobody has to verify any more. Once more changes nothing. */
    void drop(int generation);
}
