package io.renkei.journal.jdbc.internal;

import io.renkei.ports.state.StateUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps room on the disk of the database file for what was accepted already: below a bound nothing new is taken in, while
 * outcomes are still written. It looks once a second at most. Safe for use by several threads.
 */
final class FreeSpace {

    private static final Logger LOG = LoggerFactory.getLogger(FreeSpace.class);
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Path folder;
    private final long least;
    private final AtomicLong nextLook = new AtomicLong(System.nanoTime());
    private volatile boolean tooLittle;

    /** @param least bytes; 0 for no bound */
    FreeSpace(Path folder, long least) {
        this.folder = folder;
        this.least = least;
    }

    /** For a database whose disk is looked after elsewhere. */
    static FreeSpace unbounded() {
        return new FreeSpace(Path.of("."), 0);
    }

    /** @throws StateUnavailable while there is too little */
    void require() {
        if (least > 0 && isTimeToLook()) {
            look();
        }
        if (tooLittle) {
            throw new StateUnavailable("JOURNAL-015: the disk of the database is nearly full; try again later", null);
        }
    }

    private boolean isTimeToLook() {
        long now = System.nanoTime();
        long planned = nextLook.get();
        return now - planned >= 0 && nextLook.compareAndSet(planned, now + LOOK_NANOS);
    }

    private void look() {
        long free;
        try {
            free = Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            LOG.warn("the free space of the database's disk cannot be told ({})", e.toString());
            return;
        }
        boolean before = tooLittle;
        tooLittle = free < least;
        if (tooLittle && !before) {
            LOG.error(
                    "JOURNAL-015: the disk of the database has {} MB free and nothing new is accepted; free some, or"
                            + " lower disk.free.min.bytes",
                    free >> 20);
        } else if (before && !tooLittle) {
            LOG.info("the disk of the database has room again: new applications are accepted");
        }
    }
}
