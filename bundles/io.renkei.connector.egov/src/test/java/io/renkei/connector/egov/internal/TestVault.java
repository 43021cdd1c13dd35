package io.renkei.connector.egov.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.spi.TokenVault;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A vault in memory. */
final class TestVault implements TokenVault {

    private final Map<String, Tokens> kept = new HashMap<>();
    private long version;

    @Override
    public synchronized Optional<Tokens> find(PartnerId sender, DestinationId destination) {
        return Optional.ofNullable(kept.get(sender + " " + destination));
    }

    @Override
    public synchronized boolean replace(PartnerId sender, DestinationId destination, long expected, Fresh fresh) {
        Tokens now = kept.get(sender + " " + destination);
        if (now == null || now.version() != expected) {
            return false;
        }
        put(sender, destination, fresh);
        return true;
    }

    @Override
    public synchronized void revoke(PartnerId sender, DestinationId destination, long expected) {
        kept.computeIfPresent(sender + " " + destination, (key, now) -> now.version() == expected ? null : now);
    }

    @Override
    public synchronized void put(PartnerId sender, DestinationId destination, Fresh fresh) {
        kept.put(
                sender + " " + destination,
                new Tokens(fresh.accessToken(), fresh.accessExpires(), fresh.refreshToken(), ++version));
    }
}
