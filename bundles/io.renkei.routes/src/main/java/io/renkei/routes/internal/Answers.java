package io.renkei.routes.internal;

import io.renkei.ports.state.Change;
import io.renkei.ports.state.FilingStore;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.Transition;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what a destination answered. What came second is dropped here: the filing is asked about again. */
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private final FilingStore filings;

    Answers(FilingStore filings) {
        this.filings = filings;
    }

    /** The filing as it is then, if this answer changed it. */
    Optional<FilingView> write(Change change) {
        String key = change.filing().toString();
        return Mdc.with(Map.of("filing", key), () -> {
            if (filings.apply(change) instanceof Transition.Made made) {
                LOG.info(
                        "Filing {}: {}{}.",
                        key,
                        made.after().state(),
                        change.cause().map(cause -> " (" + cause + ")").orElse(""));
                return Optional.of(made.after());
            }
            return Optional.empty();
        });
    }
}
