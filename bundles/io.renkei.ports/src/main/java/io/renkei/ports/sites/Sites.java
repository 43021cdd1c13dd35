package io.renkei.ports.sites;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The sites in use; a change of a file counts within a second. Safe for use by several threads. */
@ProviderType
public interface Sites {

    /** By name in Japanese. */
    List<Site> all();

    Optional<Site> find(SiteId id);

    /** Whether the site can be used now. */
    Opening opening(SiteId site, Use use, Instant now);

    /** Whether the site's operator is a professional association that may vouch for representatives. */
    default boolean vouches(SiteId site) {
        return false;
    }

    /** What a service window is for: a first link may be possible at fewer hours than a sign-on. */
    enum Use {
        FIRST_LINK,
        SIGN_ON,
        HANDOVER
    }

    /**
     * Whether it is open.
     *
     * @param next the next change; empty where there is none within two weeks
     * @param hours the window in words; empty texts where it is always open
     */
    record Opening(boolean open, Optional<Instant> next, Words hours) {}
}
