package io.renkei.ports.notices;

import io.renkei.api.model.DestinationId;
import java.io.IOException;
import java.io.InputStream;
import org.osgi.annotation.versioning.ProviderType;

/** Takes notices from ministries, pushed or polled. Safe for use by several threads. */
@ProviderType
public interface ReceiveNotice {

    /**
     * Stores the raw bytes and an outbox row in one transaction. Only when this returns may the ministry be
     * acknowledged. The same bytes from the same destination again answer with the first id and store nothing.
     *
     * @param from whose notice it is, by the caller's authenticated identity or the polled connector
     * @param channel how it came: {@code soap}, {@code rest} or {@code poll}
     * @param remoteId the issuer's handle for acknowledgement and read receipt, or empty text
     * @throws io.renkei.ports.content.ContentTooLarge if it has more bytes than are taken
     * @throws io.renkei.ports.state.StateUnavailable if the database cannot be had: nothing was taken
     */
    default Taken receive(DestinationId from, String channel, String remoteId, InputStream body) throws IOException {
        return receive(from, channel, remoteId, DeliveryNote.NONE, body);
    }

    /**
     * As above, with what the call says beside the document. A note that comes with bytes that were taken before is kept
     * where none was kept before and the notice still waits.
     *
     * @param note what the caller says
     */
    Taken receive(DestinationId from, String channel, String remoteId, DeliveryNote note, InputStream body)
            throws IOException;

    /**
     * A stored notice.
     *
     * @param repeated whether the same bytes were taken before
     */
    record Taken(NoticeId id, boolean repeated) {}
}
