package io.renkei.ports.holdings;

import io.renkei.ports.sites.SiteId;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing that a service holds.
 *
 * @param service the linked site that it is
 * @param id the service's own; 1 to 64 letters, digits, dots, hyphens and underscores
 */
public record HoldingRef(SiteId service, String id) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public HoldingRef {
        Objects.requireNonNull(service, "service");
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "the id of a holding has 1 to 64 letters, digits, dots, hyphens, underscores");
        }
    }

    /** Empty if the text is not the one that {@link #toString} writes. */
    public static Optional<HoldingRef> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !ID.matcher(text.substring(slash + 1)).matches()) {
            return Optional.empty();
        }
        return SiteId.parse(text.substring(0, slash))
                .map(service -> new HoldingRef(service, text.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return service + "/" + id;
    }
}
