package io.renkei.ports.notices;

import io.renkei.api.model.DestinationId;
import io.renkei.ports.content.StagedContent;
import io.renkei.ports.notices.NoticeStore.Window;
import io.renkei.ports.notices.ReceiveNotice.Taken;
import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Messages that carry no seal, as notices of an inbox. Safe for use by several threads and several nodes. */
@ProviderType
public interface MessageStore {

    /**
     * Keeps a message as {@link NoticeVerdict#UNSEALED} in the inbox of who submitted its filing, else of its owner, with an
     * outbox row of kind {@code NOTICE_AVAILABLE} and, where it has a filing, its rows of the hash chain; in one transaction.
     * No filing changes, no number of an official document is used up, and its issuer is told of no fetching. One with the
     * same name from the same destination, or with the same bytes, is kept once.
     *
     * @param message of a filing that is known, or of none
     * @param window for how long it can be fetched; empty for ever
     */
    Taken keep(DestinationId from, UnsealedMessage message, StagedContent content, Optional<Window> window, Instant at);

    /** Where a message came from; empty for a notice that is none. */
    Optional<NoticeOrigin> origin(NoticeId id);
}
