package io.renkei.notices.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.content.StagedContent;
import io.renkei.ports.notices.DeliveryNote;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.ReceiveNotice;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores what came, unread. */
final class NoticeReceiver implements ReceiveNotice {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeReceiver.class);

    private final NoticeStore notices;
    private final ContentStore contents;
    private final LongSupplier maxBytes;
    private final Clock clock;

    NoticeReceiver(NoticeStore notices, ContentStore contents, LongSupplier maxBytes, Clock clock) {
        this.notices = notices;
        this.contents = contents;
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    @Override
    public Taken receive(DestinationId from, String channel, String remoteId, DeliveryNote note, InputStream body)
            throws IOException {
        StagedContent staged = contents.stage(body, maxBytes.getAsLong());
        Taken taken = notices.keep(from, channel, remoteId, note, staged, clock.instant());
        if (!taken.repeated()) {
            LOG.info("Notice {} came from {} by {}.", taken.id(), from, channel);
        }
        return taken;
    }
}
