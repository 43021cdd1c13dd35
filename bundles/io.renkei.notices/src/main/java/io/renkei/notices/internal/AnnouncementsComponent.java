package io.renkei.notices.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.ports.announcements.Announce;
import io.renkei.ports.announcements.Announcement;
import io.renkei.ports.announcements.AnnouncementStore;
import io.renkei.ports.announcements.InboxId;
import io.renkei.ports.bus.Bus;
import io.renkei.ports.bus.Lane;
import io.renkei.ports.content.ContentStore;
import java.io.IOException;
import java.time.Clock;
import java.util.Iterator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes announcements and brings them into inboxes while state, content and bus are there. */
@Component(service = Announce.class, immediate = true, configurationPid = AnnouncementsConfig.PID)
@Designate(ocd = AnnouncementsConfig.class)
public final class AnnouncementsComponent implements Announce {

    private static final Logger LOG = LoggerFactory.getLogger(AnnouncementsComponent.class);

    /** A long one holds up the next no longer than until the other reader is free. */
    private static final int READERS = 2;

    private static final int MOST = 1_000_000;

    private final Announcer announcer;
    private final AnnouncementHandler handler;
    private final Bus bus;
    private volatile int mostInboxes;
    private Bus.Subscription lane;

    @Activate
    public AnnouncementsComponent(
            AnnouncementsConfig config,
            @Reference AnnouncementStore announcements,
            @Reference ContentStore contents,
            @Reference Bus bus) {
        Clock clock = Clock.systemUTC();
        this.bus = bus;
        this.mostInboxes = mostInboxes(config);
        this.announcer = new Announcer(announcements, contents, () -> mostInboxes, clock);
        this.handler = new AnnouncementHandler(announcements, contents, clock);
    }

    /** @throws IllegalArgumentException with a sentence in the terms of the file */
    static int mostInboxes(AnnouncementsConfig config) {
        if (config.inboxes_max() < 1 || config.inboxes_max() > MOST) {
            throw new IllegalArgumentException(
                    AnnouncementsConfig.PID + ".cfg: inboxes.max lies between 1 and " + MOST + ".");
        }
        return config.inboxes_max();
    }

    @Activate
    void start() {
        lane = bus.subscribe(Lane.ANNOUNCEMENTS, READERS, handler);
    }

    @Modified
    void configure(AnnouncementsConfig config) {
        try {
            mostInboxes = mostInboxes(config);
        } catch (IllegalArgumentException e) {
            LOG.error("The settings of before stay in use; correct the file: {}", e.getMessage());
        }
    }

    @Deactivate
    void stop() {
        handler.closing();
        lane.close();
    }

    @Override
    public Taken announce(
            DestinationId from, SenderNumber number, Announcement what, PartnerId portal, Iterator<InboxId> inboxes)
            throws IOException {
        return announcer.announce(from, number, what, portal, inboxes);
    }
}
