package io.renkei.api.spi;

import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import java.time.Instant;
import java.util.Objects;

/**
 * A correction or withdrawal whose outcome is unknown.
 *
 * @param key under which it was sent
 * @param earlier the filing that it is about
 * @param sender the partner in whose name it was sent
 * @param attempted when the attempt began: the destination's settling time counts from there
 */
public record FollowUpQuestion(FilingKey key, EarlierFiling earlier, PartnerId sender, Instant attempted) {

    public FollowUpQuestion {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(earlier, "earlier");
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(attempted, "attempted");
    }
}
