package io.renkei.trust.internal;

import io.renkei.ports.health.Finding;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The seal, or why there is none. One that could not be opened is tried again from time to time, since an owner or a mode that
 * is put right shows in no file. Safe for use by several threads, but for {@link #look}.
 */
final class SealKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(SealKeeper.class);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(5);

    private final Path directory;
    private final Duration life;
    private final Clock clock;
    private volatile Optional<LiveSeal> seal = Optional.empty();
    private volatile String fault = "";
    private Instant next;

    /** Tries once. */
    SealKeeper(Path directory, Duration life, Clock clock) {
        this.directory = directory;
        this.life = life;
        this.clock = clock;
        open();
    }

    Optional<LiveSeal> seal() {
        return seal;
    }

    /** @return whether the seal came with this look */
    boolean look() {
        if (seal.isPresent()) {
            seal.get().look();
            return false;
        }
        if (clock.instant().isBefore(next)) {
            return false;
        }
        open();
        seal.ifPresent(opened -> LOG.info("Receipts can be sealed now."));
        return seal.isPresent();
    }

    private void open() {
        next = clock.instant().plus(AGAIN_AFTER);
        try {
            seal = Optional.of(new LiveSeal(directory, life, clock));
        } catch (SealUnavailable e) {
            if (!fault.equals(e.getMessage())) {
                LOG.error("Nothing can be sealed, and so nothing is accepted: {}", e.getMessage());
            }
            fault = e.getMessage();
        }
    }

    List<Finding> findings(Duration warning) {
        return seal.map(opened -> opened.findings(warning))
                .orElseGet(() -> List.of(Finding.critical(
                        "seal",
                        "Nothing can be sealed, and so nothing is accepted: " + fault + ". In " + directory
                                + "; it is tried again every " + AGAIN_AFTER.toSeconds() + " seconds.")));
    }
}
