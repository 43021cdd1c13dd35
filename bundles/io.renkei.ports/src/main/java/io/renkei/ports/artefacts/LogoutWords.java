package io.renkei.ports.artefacts;

import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Word to sites, told at least once. Safe for use by several threads and several nodes; time is that of the database. Every method
 * throws {@link io.renkei.ports.state.StateUnavailable} if the database cannot be had.
 */
@ProviderType
public interface LogoutWords {

    /** @return false if there is one with this key already, told or not */
    boolean put(LogoutWord word);

    /** Some that are due; nobody else gets them before the lease is over. */
    List<LogoutWord> claim(int most, Duration lease);

    /** The site took it, or will never take it. */
    void done(String key);

    /** The site did not take it; it is due again after the pause. */
    void later(String key, Duration pause);
}
