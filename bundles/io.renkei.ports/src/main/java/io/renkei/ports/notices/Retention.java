package io.renkei.ports.notices;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** How long documents are kept past their end, by the settings in use. Safe for use by several threads; reads nothing remote. */
@ProviderType
public interface Retention {

    /**
     * When the bytes of a notice are destroyed at the earliest, if nobody holds it; empty where that never comes, and for one
     * whose bytes are gone.
     */
    Optional<Instant> erasing(NoticeView notice);
}
