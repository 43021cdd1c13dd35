package io.renkei.journal.jdbc.internal;

import io.renkei.ports.content.ContentStore;
import io.renkei.ports.health.Finding;
import io.renkei.ports.state.StateUnavailable;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what nothing came to refer to, a batch a transaction; several nodes at once share the work. */
final class OrphanSweep {

    /** The part that its finding is about. */
    static final String PART = "content";

    private static final Logger LOG = LoggerFactory.getLogger(OrphanSweep.class);
    private static final int BATCH = 100;
    private static final int MOST_BATCHES = 100;

    private final ContentStore contents;
    private volatile boolean closing;
    private volatile boolean troubled;
    private volatile long removed;

    OrphanSweep(ContentStore contents) {
        this.contents = contents;
    }

    /** Nothing further is begun. */
    void closing() {
        closing = true;
    }

    /** Is not called by several threads at once. */
    void look() {
        int all = 0;
        try {
            int swept = BATCH;
            for (int i = 0; i < MOST_BATCHES && swept == BATCH && !closing; i++) {
                swept = contents.sweepOrphans(BATCH);
                all += swept;
            }
            troubled = false;
        } catch (StateUnavailable e) {
            // Who opens connections tells it; the next look comes for the rest.
            troubled = true;
        } catch (IllegalStateException e) {
            if (!troubled) {
                LOG.error("JOURNAL-031: bodies that nothing refers to cannot be removed, and the disk fills slowly", e);
            }
            troubled = true;
        } finally {
            removed += all;
            if (all > 0) {
                LOG.info("{} bodies that nothing came to refer to were removed.", all);
            }
        }
    }

    List<Finding> findings() {
        return List.of(
                troubled
                        ? Finding.warning(
                                PART,
                                "JOURNAL-031: Bodies that nothing refers to could not be removed at the last look. The"
                                        + " disk fills slowly; see the log, and look to the database.")
                        : Finding.ok(
                                PART, "Bodies that nothing refers to are removed; " + removed + " since the start."));
    }
}
