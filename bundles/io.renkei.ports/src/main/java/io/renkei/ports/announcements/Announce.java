package io.renkei.ports.announcements;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import java.io.IOException;
import java.util.Iterator;
import org.osgi.annotation.versioning.ProviderType;

/** Takes announcements from agencies. Safe for use by several threads. */
@ProviderType
public interface Announce {

    /**
     * Keeps what is said and the inboxes, durably; they get their entries afterwards. The iterator is read as the inboxes
     * are stored, so that a list that is still arriving need not be held. The same number from the same agency with the
     * same content answers with the first id and has no second effect.
     *
     * @param from whose announcement it is, by the caller's authenticated identity
     * @param portal whose inboxes are named
     * @param inboxes at least one; what it throws ends the call, and nothing is kept
     * @throws io.renkei.ports.content.ContentTooLarge if there are more inboxes than are taken
     * @throws io.renkei.ports.state.StateUnavailable if the database cannot be had: nothing was taken
     */
    Taken announce(
            DestinationId from, SenderNumber number, Announcement what, PartnerId portal, Iterator<InboxId> inboxes)
            throws IOException;

    /** What became of it. */
    sealed interface Taken {

        /**
         * It is kept.
         *
         * @param repeated whether it was kept before
         */
        record Kept(AnnouncementId id, long lines, boolean repeated) implements Taken {}

        /** The number was used for another announcement: nothing was taken. */
        record NumberReused() implements Taken {}
    }
}
