package io.renkei.ports.notices;

import io.renkei.ports.state.StateUnavailable;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** A notice with all that proves what happened to it, in one sealed container. Safe for use by several threads. */
@ProviderType
public interface NoticeEvidence {

    /**
     * To be closed by the caller; the document is opened when its turn comes.
     *
     * @param kind what the bytes of the document are; empty where it is not handed out any more
     * @throws StateUnavailable if the database cannot be had
     */
    InputStream of(NoticeView notice, Optional<DocumentKind> kind, Instant at);
}
