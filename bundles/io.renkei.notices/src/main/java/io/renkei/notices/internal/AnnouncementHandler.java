package io.renkei.notices.internal;

import io.renkei.ports.announcements.AnnouncementId;
import io.renkei.ports.announcements.AnnouncementStore;
import io.renkei.ports.announcements.AnnouncementStore.Work;
import io.renkei.ports.announcements.InboxId;
import io.renkei.ports.bus.Bus;
import io.renkei.ports.bus.Pointer;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.state.Patience;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Brings an announcement into its inboxes, a thousand at a time, each with the mark of how far it came: after a kill it
 * goes on there, and two nodes at once do the work once.
 */
final class AnnouncementHandler implements Bus.Handler {

    private static final Logger LOG = LoggerFactory.getLogger(AnnouncementHandler.class);
    private static final int BATCH = 1_000;

    private final AnnouncementStore announcements;
    private final ContentStore contents;
    private final Clock clock;
    private final Patience patience =
            new Patience(outage -> LOG.warn("Announcing waits and goes on by itself: {}", outage.getMessage()));
    private volatile boolean closing;

    AnnouncementHandler(AnnouncementStore announcements, ContentStore contents, Clock clock) {
        this.announcements = announcements;
        this.contents = contents;
        this.clock = clock;
    }

    @Override
    public void handle(Pointer pointer) throws Exception {
        AnnouncementId id = new AnnouncementId(UUID.fromString(pointer.key()));
        try (var ignored = MDC.putCloseable("announcement", pointer.key())) {
            Optional<Work> work = patience.whenThere(() -> announcements.work(id));
            while (work.isPresent()) {
                deliver(id, work.get());
                work = patience.whenThere(() -> announcements.work(id));
            }
        }
    }

    /** From the mark to the end, or until another node moved the mark. */
    private void deliver(AnnouncementId id, Work work) throws Exception {
        try (BufferedReader names =
                new BufferedReader(new InputStreamReader(contents.open(work.inboxes()), StandardCharsets.US_ASCII))) {
            skip(names, work.done());
            long done = work.done();
            for (List<InboxId> batch = next(names); !batch.isEmpty(); batch = next(names)) {
                if (closing) {
                    throw new InterruptedException("the gateway stops; the rest follows after its start");
                }
                long before = done;
                List<InboxId> inboxes = batch;
                if (!patience.whenThere(() -> announcements.deliver(id, before, inboxes, clock.instant()))) {
                    return;
                }
                done += batch.size();
            }
            LOG.info("Announcement {} lies in its inboxes: {} lines.", id, done);
        }
    }

    private static void skip(BufferedReader names, long lines) throws IOException {
        for (long i = 0; i < lines; i++) {
            if (names.readLine() == null) {
                throw new IOException("the list of inboxes is shorter than its mark");
            }
        }
    }

    private static List<InboxId> next(BufferedReader names) throws IOException {
        List<InboxId> batch = new ArrayList<>(BATCH);
        for (String name = names.readLine(); name != null; name = names.readLine()) {
            batch.add(new InboxId(name));
            if (batch.size() == BATCH) {
                return batch;
            }
        }
        return batch;
    }

    /** What is under way gives its pointer back. */
    void closing() {
        closing = true;
        patience.end();
    }
}
