package io.renkei.ops.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.ports.state.FilingStore;
import io.renkei.ports.state.FilingView;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Which parked filings are meant: named ones, or all of a destination, of a cause, or of both.
 *
 * @param limit the most, 1 to {@value #MOST}
 */
public record ReplaySelection(
        List<FilingKey> keys, Optional<DestinationId> destination, Optional<String> cause, int limit) {

    static final int MOST = 1000;
    private static final int PAGE = 100;

    /** The most that is looked through for a cause. */
    private static final int LOOKED_AT = 10_000;

    /** @throws OpsFault if nothing is named, or filings are named beside a destination or a cause */
    public ReplaySelection {
        keys = List.copyOf(new LinkedHashSet<>(keys));
        Names.limit(limit, MOST);
        boolean rule = destination.isPresent() || cause.isPresent();
        if (keys.isEmpty() != rule) {
            throw OpsCode.ARGUMENT.fault("Name filings, or --destination, or --cause; filings with neither of them.");
        }
        if (keys.size() > limit) {
            throw OpsCode.ARGUMENT.fault("These are " + keys.size() + " filings, and --limit is " + limit + ".");
        }
    }

    /**
     * What is meant.
     *
     * @param more whether there may be more than the limit let through
     */
    record Found(List<FilingKey> keys, boolean more) {}

    Found find(FilingStore store) {
        if (!keys.isEmpty()) {
            return new Found(keys, false);
        }
        List<FilingKey> found = new ArrayList<>();
        Optional<FilingKey> after = Optional.empty();
        for (int looked = 0; looked < LOOKED_AT; looked += PAGE) {
            List<FilingView> page = store.list(FilingState.PARKED, destination, after, PAGE);
            for (FilingView filing : page) {
                if (cause.isEmpty() || cause.equals(filing.cause())) {
                    if (found.size() == limit) {
                        return new Found(found, true);
                    }
                    found.add(filing.key());
                }
            }
            if (page.size() < PAGE) {
                return new Found(found, false);
            }
            after = Optional.of(page.get(page.size() - 1).key());
        }
        return new Found(found, true);
    }
}
