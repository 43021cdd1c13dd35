package io.renkei.ports.notices;

import io.renkei.api.model.DestinationId;
import io.renkei.ports.notices.ReceiveNotice.Taken;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes messages that carry no seal from destinations for which the operator allows it, and from no other. They are polled
 * over an authenticated channel: no door takes them. Safe for use by several threads.
 */
@ProviderType
public interface ReceiveMessage {

    /** Whether messages without a seal of this destination are taken; by default none are. */
    boolean isAllowed(DestinationId from);

    /**
     * Stores the message in its inbox, in one transaction, as {@link NoticeVerdict#UNSEALED}. Only when this returns may it be
     * acknowledged. One with the same name from the same destination answers with the first id and stores nothing.
     *
     * @param from the polled destination
     * @return empty if the destination is not allowed: nothing was taken
     * @throws io.renkei.ports.content.ContentTooLarge if it has more bytes than are taken
     * @throws io.renkei.ports.state.StateUnavailable if the database cannot be had: nothing was taken
     */
    Optional<Taken> receive(DestinationId from, UnsealedMessage message, InputStream body) throws IOException;
}
