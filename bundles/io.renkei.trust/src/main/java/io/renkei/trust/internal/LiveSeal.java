package io.renkei.trust.internal;

import io.renkei.ports.config.SettledFiles;
import io.renkei.ports.health.Expiry;
import io.renkei.ports.health.Finding;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The seal of now. It follows its directory and the age of its key; what cannot be used changes nothing, and the key of
 * before goes on sealing. Safe for use by several threads, but for {@link #look}.
 */
final class LiveSeal {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSeal.class);
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(1);

    private final Path directory;
    private final Duration life;
    private final Clock clock;
    private final SettledFiles files;
    private SealKeys keys;
    private Instant notBefore = Instant.MIN;
    private volatile GatewaySeal seal;
    private volatile Optional<String> fault = Optional.empty();

    /** @throws SealUnavailable as {@link SealKeys#open} */
    LiveSeal(Path directory, Duration life, Clock clock) {
        this.directory = directory;
        this.life = life;
        this.clock = clock;
        this.keys = SealKeys.open(directory, life, clock);
        // After the opening, which may have made files. Nobody else changes them in between but another node's
        // rotation,
        // which the next change or the key's age brings here.
        this.files = new SettledFiles(() -> SealKeys.inside(directory));
        this.seal = new GatewaySeal(keys);
    }

    GatewaySeal now() {
        return seal;
    }

    /** Takes what changed and settled, and replaces a key that is old enough. */
    void look() {
        Instant now = clock.instant();
        boolean due = keys.due(life, now) && !now.isBefore(notBefore);
        if (!files.changed() && !due) {
            return;
        }
        notBefore = now.plus(AGAIN_AFTER);
        try {
            keys.requireAllThere();
            SealKeys next = SealKeys.open(directory, life, clock);
            seal = new GatewaySeal(next);
            keys = next;
            fault = Optional.empty();
        } catch (SealUnavailable e) {
            if (!fault.equals(Optional.of(e.getMessage()))) {
                LOG.warn("TRUST-065: The key of before goes on sealing: {}", e.getMessage());
            }
            fault = Optional.of(e.getMessage());
        }
    }

    List<Finding> findings(Duration warning) {
        List<Finding> found = new ArrayList<>();
        fault.ifPresent(
                sentence -> found.add(Finding.warning("seal", "The key of before goes on sealing: " + sentence)));
        Expiry.of(directory.toString(), seal.certificate(), clock.instant(), warning)
                .ifPresent(found::add);
        if (found.isEmpty()) {
            found.add(Finding.ok("seal", seal.certificates().size() + " public keys are published; the newest seals."));
        }
        return found;
    }
}
