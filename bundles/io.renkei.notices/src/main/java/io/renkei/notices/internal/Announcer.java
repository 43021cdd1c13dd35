package io.renkei.notices.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.announcements.Announce;
import io.renkei.ports.announcements.Announcement;
import io.renkei.ports.announcements.AnnouncementStore;
import io.renkei.ports.announcements.InboxId;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.content.StagedContent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Iterator;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps announcements; {@link AnnouncementHandler} brings them into the inboxes. */
final class Announcer implements Announce {

    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
    private static final int LONGEST_LINE = 65;

    private final AnnouncementStore announcements;
    private final ContentStore contents;
    private final LongSupplier mostInboxes;
    private final Clock clock;

    Announcer(AnnouncementStore announcements, ContentStore contents, LongSupplier mostInboxes, Clock clock) {
        this.announcements = announcements;
        this.contents = contents;
        this.mostInboxes = mostInboxes;
        this.clock = clock;
    }

    @Override
    public Taken announce(
            DestinationId from, SenderNumber number, Announcement what, PartnerId portal, Iterator<InboxId> inboxes)
            throws IOException {
        InboxLines lines = new InboxLines(new Bounded(inboxes, mostInboxes.getAsLong()));
        StagedContent staged = contents.stage(lines, mostInboxes.getAsLong() * LONGEST_LINE);
        if (lines.count() == 0) {
            throw new IllegalArgumentException("an announcement names at least one inbox");
        }
        Taken taken = announcements.keep(
                from,
                number,
                digest(what, staged.ref().digest()),
                what,
                portal,
                staged,
                lines.count(),
                clock.instant());
        if (taken instanceof Taken.Kept kept && !kept.repeated()) {
            LOG.info("Announcement {} of {} goes to {} inboxes of {}.", kept.id(), from, kept.lines(), portal);
        }
        return taken;
    }

    /** Each text with its length before it, so that no two announcements have the same bytes. */
    private static Sha256 digest(Announcement what, Sha256 inboxes) {
        StringBuilder all = new StringBuilder(inboxes.hex());
        String until = what.until().map(Object::toString).orElse("");
        for (String text :
                new String[] {what.title(), what.titleEn(), what.text(), what.textEn(), what.link(), until}) {
            all.append(text.length()).append(':').append(text);
        }
        return Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Ends with a sentence for the sender where there are more than are taken. */
    private static final class Bounded implements Iterator<InboxId> {

        private final Iterator<InboxId> inboxes;
        private final long most;
        private long left;

        Bounded(Iterator<InboxId> inboxes, long most) {
            this.inboxes = inboxes;
            this.most = most;
            this.left = most;
        }

        @Override
        public boolean hasNext() {
            return inboxes.hasNext();
        }

        @Override
        public InboxId next() {
            if (left == 0) {
                throw new IllegalArgumentException("an announcement names at most " + most + " inboxes");
            }
            left--;
            return inboxes.next();
        }
    }
}
