package io.renkei.partners.internal;

import io.renkei.api.model.PartnerId;
import io.renkei.ports.access.Partners.Entry;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Requests and body bytes under way, of each partner and of all. Counts stay right when limits change: only the next
 * request sees the new ones. Safe for use by several threads.
 */
final class Bounds {

    private static final int RETRY_SECONDS = 1;

    private final LongSupplier nanos;
    private final Map<PartnerId, Meter> meters = new HashMap<>();
    private final Meter all = new Meter();
    private GatewayLimits gateway;

    /** @param nanos the monotonic clock */
    Bounds(GatewayLimits gateway, LongSupplier nanos) {
        this.gateway = gateway;
        this.nanos = nanos;
    }

    synchronized void limit(GatewayLimits limits) {
        this.gateway = limits;
    }

    /** Forgets partners that are gone and have nothing under way. */
    synchronized void keep(Set<PartnerId> partners) {
        meters.entrySet()
                .removeIf(e -> !partners.contains(e.getKey()) && e.getValue().requests() == 0);
    }

    synchronized Entry enter(PartnerSettings partner, OptionalLong announced) {
        Limits limits = partner.limits();
        long largest = Math.min(limits.bytesAtOnce(), gateway.bytesInFlight());
        if (announced.orElse(0) > largest) {
            return new Entry.TooLarge(largest);
        }
        long body = announced.orElse(Math.min(gateway.bytesUnannounced(), largest));
        Meter own = meters.computeIfAbsent(partner.id(), id -> new Meter());
        if (!own.hasRoom(limits.requestsAtOnce()) || !own.hasRoom(body, limits.bytesAtOnce())) {
            return new Entry.Full(RETRY_SECONDS, true);
        }
        if (!all.hasRoom(gateway.requestsAtOnce()) || !all.hasRoom(body, gateway.bytesInFlight())) {
            return new Entry.Full(RETRY_SECONDS, false);
        }
        if (!own.begin(limits.requestsPerSecond(), nanos.getAsLong())) {
            return new Entry.Full(RETRY_SECONDS, true);
        }
        own.enter(body);
        all.enter(body);
        return new HeldPlace(own, limits, body);
    }

    private final class HeldPlace implements Entry.Place {

        private final Meter own;
        private final Limits limits;
        private long held;
        private boolean closed;

        HeldPlace(Meter own, Limits limits, long held) {
            this.own = own;
            this.limits = limits;
            this.held = held;
        }

        @Override
        public boolean roomFor(long bodyBytes) {
            synchronized (Bounds.this) {
                long more = bodyBytes - held;
                if (more <= 0) {
                    return true;
                }
                if (closed || !own.hasRoom(more, limits.bytesAtOnce()) || !all.hasRoom(more, gateway.bytesInFlight())) {
                    return false;
                }
                own.grow(more);
                all.grow(more);
                held = bodyBytes;
                return true;
            }
        }

        @Override
        public void close() {
            synchronized (Bounds.this) {
                if (!closed) {
                    closed = true;
                    own.leave(held);
                    all.leave(held);
                }
            }
        }
    }
}
