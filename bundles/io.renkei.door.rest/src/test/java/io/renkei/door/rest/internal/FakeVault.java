package io.renkei.door.rest.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.spi.TokenVault;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens in memory. */
final class FakeVault implements TokenVault {

    final Map<String, Fresh> kept = new ConcurrentHashMap<>();

    @Override
    public void put(PartnerId sender, DestinationId destination, Fresh fresh) {
        kept.put(sender + " " + destination, fresh);
    }

    @Override
    public Optional<Tokens> find(PartnerId sender, DestinationId destination) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean replace(PartnerId sender, DestinationId destination, long expectedVersion, Fresh fresh) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void revoke(PartnerId sender, DestinationId destination, long expectedVersion) {
        throw new UnsupportedOperationException();
    }
}
