package io.renkei.door.oidc.internal;

import io.renkei.ports.sites.SiteId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** How often a site may call: a bucket per site that fills evenly. There are no more buckets than sites. */
final class Rates {

    private static final double MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

    private final IntSupplier perMinute;
    private final LongSupplier nanos;
    private final Map<SiteId, Bucket> buckets = new ConcurrentHashMap<>();

    private record Bucket(double tokens, long at) {}

    /** @param nanos the monotonic clock */
    Rates(IntSupplier perMinute, LongSupplier nanos) {
        this.perMinute = perMinute;
        this.nanos = nanos;
    }

    /** @throws Refused with 429 past the rate */
    void count(SiteId site) throws Refused {
        if (!take(site)) {
            throw Refused.later(429, Duration.ofSeconds(Math.max(1, 60 / perMinute.getAsInt())));
        }
    }

    /** @return false past the rate */
    boolean take(SiteId site) {
        int most = perMinute.getAsInt();
        long now = nanos.getAsLong();
        Bucket after = buckets.compute(site, (id, before) -> {
            double had = before == null ? most : before.tokens() + (now - before.at()) / MINUTE_NANOS * most;
            return new Bucket(Math.min(most, Math.max(had, 0)) - 1, now);
        });
        return after.tokens() >= 0;
    }
}
