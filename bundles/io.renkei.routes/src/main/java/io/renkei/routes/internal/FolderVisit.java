package io.renkei.routes.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.spi.NoticeFolder;
import io.renkei.api.spi.NoticeFolder.Left;
import io.renkei.api.spi.NoticeFolder.Receipt;
import io.renkei.api.spi.NoticeFolder.Visit;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TransientFailure;
import io.renkei.ports.content.ContentTooLarge;
import io.renkei.ports.notices.DeliveryNote;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.notices.ReceiveNotice;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Visits one folder: stores what was left, and acknowledges it once it is judged. Between the two nothing is remembered
 * that has to last: after a kill the document is read once more, and stored once. Used by one thread at a time.
 */
final class FolderVisit {

    private static final Logger LOG = LoggerFactory.getLogger(FolderVisit.class);
    private static final int REMEMBERED = 1_000;

    private final DestinationId destination;
    private final NoticeFolder folder;
    private final Kernel kernel;
    private final Map<Left, NoticeId> stored = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Left, NoticeId> eldest) {
            return size() > REMEMBERED;
        }
    };

    FolderVisit(DestinationId destination, NoticeFolder folder, Kernel kernel) {
        this.destination = destination;
        this.folder = folder;
        this.kernel = kernel;
    }

    /**
     * What a visit came to.
     *
     * @param open whether something that is stored was not judged yet, so that the next visit should come soon
     * @param trouble what could not be done and is tried again, or empty text
     */
    record Result(boolean open, String trouble) {}

    /** Visits once. One document that cannot be taken holds up no other; nothing further is begun after half of the time. */
    Result visit() throws TransientFailure, PermanentFailure {
        Optional<ReceiveNotice> receive = kernel.receiveNotice().get();
        Optional<NoticeStore> notices = kernel.notices().get();
        if (receive.isEmpty() || notices.isEmpty()) {
            return new Result(false, "notices cannot be stored; see why io.renkei.notices does not run");
        }
        long end = System.nanoTime() + folder.visiting().longest().toNanos() / 2;
        try (Visit visit = folder.visit()) {
            boolean open = false;
            String trouble = "";
            for (Left document : visit.left()) {
                if (System.nanoTime() - end >= 0) {
                    return new Result(true, trouble);
                }
                try {
                    open |= !take(visit, document, receive.get(), notices.get());
                } catch (IOException e) {
                    LOG.debug("A document of destination {} was not read: {}", destination, Traces.of(e));
                    trouble = "a document could not be read";
                } catch (TransientFailure e) {
                    trouble = Ending.code(e.getMessage());
                }
            }
            return new Result(open, trouble);
        }
    }

    /** Whether it is settled. */
    private boolean take(Visit visit, Left document, ReceiveNotice receive, NoticeStore notices)
            throws TransientFailure, IOException {
        Optional<NoticeView> notice;
        try {
            notice = notices.find(stored(visit, document, receive));
        } catch (ContentTooLarge e) {
            LOG.warn("Destination {}: {} {}", destination, RoutesCode.TOO_LARGE, RoutesCode.TOO_LARGE.sentence());
            visit.acknowledge(document, new Receipt("", Optional.of(RoutesCode.TOO_LARGE.code())));
            return true;
        }
        if (notice.isEmpty() || notice.get().verdict() == NoticeVerdict.RECEIVED) {
            return false;
        }
        visit.acknowledge(document, receipt(notice.get()));
        stored.remove(document);
        return true;
    }

    private NoticeId stored(Visit visit, Left document, ReceiveNotice receive) throws IOException {
        NoticeId known = stored.get(document);
        if (known != null) {
            return known;
        }
        DeliveryNote note = new DeliveryNote(document.filing(), Optional.empty());
        try (InputStream body = visit.read(document)) {
            NoticeId id = receive.receive(destination, "poll", "", note, body).id();
            stored.put(document, id);
            return id;
        }
    }

    private static Receipt receipt(NoticeView notice) {
        boolean refused = notice.verdict() == NoticeVerdict.FORGED;
        return new Receipt(notice.id().toString(), refused ? Optional.of(notice.code()) : Optional.empty());
    }
}
