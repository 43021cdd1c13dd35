package io.renkei.routes.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.spi.NoticeFolder;
import io.renkei.api.spi.NoticeFolder.Visiting;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TransientFailure;
import io.renkei.ports.health.Finding;
import io.renkei.ports.lanes.LaneRoute;
import io.renkei.ports.state.StateUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folders that destinations leave documents in, each visited by itself, as polls are: a bounded number at once, and one
 * that is slow holds up no other. An operator who holds the news of a destination holds its folders too. Safe for use by
 * several threads.
 */
final class NoticeFolders {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeFolders.class);
    private static final String PART = "notices";

    /** The judge needs moments; a slow one is not asked all the time. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private static final Duration HOT = Duration.ofSeconds(30);

    private final Shared shared;
    private final Map<NoticeFolder, Folder> folders = Collections.synchronizedMap(new IdentityHashMap<>());

    NoticeFolders(Shared shared) {
        this.shared = shared;
    }

    /** A folder appeared. One that cannot be used is refused alone. */
    void add(NoticeFolder folder, ConnectorSource source) {
        try {
            Folder added = new Folder(folder, source);
            folders.put(folder, added);
            LOG.info(
                    "Documents of destination {} are taken from a folder by {} ({}).",
                    added.destination,
                    source.connectorId(),
                    source.bundle());
        } catch (RuntimeException | LinkageError e) {
            LOG.error(
                    "{}: {} {} {}",
                    source.bundle(),
                    RoutesCode.CONNECTOR,
                    RoutesCode.CONNECTOR.sentence(),
                    Traces.of(e));
        }
    }

    /** A folder goes. Waits for nobody: a visit that is cut short loses nothing. */
    void remove(NoticeFolder folder) {
        Folder gone = folders.remove(folder);
        if (gone != null) {
            gone.isGone = true;
            gone.job.end();
            LOG.info("Documents of destination {} are no longer taken from this folder.", gone.destination);
        }
    }

    void offer(Threads threads) {
        all().forEach(folder -> threads.offer(folder.job));
    }

    /** No visit begins any more; the end of their threads cuts those under way. */
    void end() {
        all().forEach(folder -> folder.job.end());
    }

    /** Folders that could not be visited last time; those that must not be used tell it themselves. */
    List<Finding> findings() {
        List<Folder> all = all();
        if (!all.isEmpty() && all.stream().allMatch(folder -> folder.isGood)) {
            return List.of(Finding.ok(PART, "Folders of documents: all " + all.size() + " answer."));
        }
        List<Finding> findings = new ArrayList<>();
        for (Folder folder : all) {
            if (!folder.trouble.isEmpty()) {
                findings.add(Finding.warning(
                        PART,
                        "The folder of " + folder.destination + " waits and goes on by itself: " + folder.trouble
                                + ". Look at its server if it lasts."));
            }
        }
        return findings;
    }

    private List<Folder> all() {
        synchronized (folders) {
            return List.copyOf(folders.values());
        }
    }

    /** One folder, as its connector named it when it came. */
    private final class Folder {

        private final DestinationId destination;
        private final ConnectorLoader loader;
        private final FolderVisit visit;
        private final Steady state;
        private final Job job;
        private final Map<String, String> context;
        private volatile String trouble = "";
        private volatile boolean isGood;
        private volatile boolean isGone;

        private Folder(NoticeFolder folder, ConnectorSource source) {
            destination = folder.destination();
            loader = new ConnectorLoader(source.loader());
            visit = new FolderVisit(destination, folder, shared.kernel());
            state = new Steady(LOG, "The folder of destination " + destination);
            context = Map.of("connector", source.connectorId());
            Visiting visiting = folder.visiting();
            Duration soon = SOON.compareTo(visiting.pause()) < 0 ? SOON : visiting.pause();
            job = new Job(this::visitIfNotHeld, () -> new Job.Rhythm(soon, visiting.pause(), HOT, visiting.longest()));
        }

        private boolean visitIfNotHeld() {
            return shared.stops().stop(destination, LaneRoute.NEWS).isEmpty()
                    && Mdc.with(context, () -> loader.with(this::visitOnce));
        }

        private boolean visitOnce() {
            try {
                FolderVisit.Result result = visit.visit();
                tell(result.trouble());
                return result.open();
            } catch (TransientFailure e) {
                tell(Ending.code(e.getMessage()));
            } catch (PermanentFailure e) {
                state.bad(Ending.code(e.getMessage()));
                trouble = "";
                isGood = false;
            } catch (StateUnavailable e) {
                tell(e.getMessage());
            } catch (RuntimeException | LinkageError e) {
                tell(RoutesCode.THROWN + " " + Traces.of(e));
            }
            return false;
        }

        /** @param why it does not go on, or empty text */
        private void tell(String why) {
            trouble = why;
            isGood = why.isEmpty();
            if (isGood) {
                state.good();
            } else if (!isGone) {
                state.bad(why);
            }
        }
    }
}
