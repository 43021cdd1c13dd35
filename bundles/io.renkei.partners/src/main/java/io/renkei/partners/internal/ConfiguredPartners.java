package io.renkei.partners.internal;

import io.renkei.api.model.PartnerId;
import io.renkei.api.model.Sha256;
import io.renkei.ports.access.Caller;
import io.renkei.ports.access.Partners;
import io.renkei.ports.access.Role;
import io.renkei.ports.health.Expiry;
import io.renkei.ports.health.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Partners by configuration. Certificate files are looked at when somebody calls, once a second at most; a change of a
 * partner's settings is seen at once.
 */
final class ConfiguredPartners implements Partners {

    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredPartners.class);
    private static final long LOOK_AFTER_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int RETRY_SECONDS = 1;

    private final LongSupplier nanos;
    private final Bounds bounds;
    private final Map<Object, PartnerSettings> sources = new LinkedHashMap<>();
    private final Map<Object, CertificateFile> files = new LinkedHashMap<>();
    private volatile Directory directory = Directory.EMPTY;
    private volatile long lookedAt;

    /** @param nanos the monotonic clock */
    ConfiguredPartners(GatewayLimits limits, LongSupplier nanos) {
        this.nanos = nanos;
        this.bounds = new Bounds(limits, nanos);
        this.lookedAt = nanos.getAsLong();
    }

    void limit(GatewayLimits limits) {
        bounds.limit(limits);
    }

    /** Adds a partner, or replaces what the same source said before. */
    synchronized void put(Object source, PartnerSettings settings) {
        PartnerSettings before = sources.put(source, settings);
        if (before == null || !before.certificate().equals(settings.certificate())) {
            files.put(source, new CertificateFile(settings.certificate()));
        }
        look();
    }

    synchronized void remove(Object source) {
        sources.remove(source);
        files.remove(source);
        look();
    }

    @Override
    public Optional<Caller> identify(X509Certificate certificate) {
        lookIfDue();
        try {
            Sha256 digest = PemCertificates.digest(certificate);
            return directory.find(digest).map(PartnerSettings::caller);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public Entry enter(Caller caller, OptionalLong announcedBytes) {
        PartnerSettings partner = directory.byId().get(caller.partner());
        return partner == null ? new Entry.Full(RETRY_SECONDS, true) : bounds.enter(partner, announcedBytes);
    }

    @Override
    public Optional<PartnerId> portal(Optional<PartnerId> named) {
        List<PartnerId> portals = directory.byId().values().stream()
                .map(PartnerSettings::caller)
                .filter(caller -> caller.may(Role.PORTAL))
                .map(Caller::partner)
                .filter(portal -> named.isEmpty() || named.get().equals(portal))
                .toList();
        return portals.size() == 1 ? Optional.of(portals.get(0)) : Optional.empty();
    }

    /** What health says of client certificates that end soon. */
    synchronized List<Finding> findings(Instant now, Duration warning) {
        look();
        List<Finding> found = new ArrayList<>();
        sources.forEach((source, settings) -> {
            CertificateFile file = files.get(source);
            file.end()
                    .filter(end -> !end.isAfter(now.plus(warning)))
                    .map(end -> finding(settings.id(), file.path(), end, now))
                    .ifPresent(found::add);
        });
        return found;
    }

    private static Finding finding(PartnerId partner, Path file, Instant end, Instant now) {
        String what = "The client certificate of partner " + partner + " in " + file;
        String act = "Get its successor from the partner and put it into the file, too; it is taken without a restart.";
        return end.isAfter(now)
                ? Finding.warning(
                        Expiry.PART,
                        what + " expires on " + end.atZone(ZoneOffset.UTC).toLocalDate() + ". " + act)
                : Finding.critical(
                        Expiry.PART,
                        what + " expired at " + end + ", so that it cannot call. " + act
                                + " Remove the configuration of a partner that calls no more.");
    }

    private void lookIfDue() {
        if (nanos.getAsLong() - lookedAt < LOOK_AFTER_NANOS) {
            return;
        }
        synchronized (this) {
            if (nanos.getAsLong() - lookedAt >= LOOK_AFTER_NANOS) {
                look();
            }
        }
    }

    private void look() {
        List<Known> known = new ArrayList<>();
        sources.forEach((source, settings) ->
                known.add(new Known(settings, files.get(source).look(settings))));
        Directory next = Directory.of(known);
        next.faults().stream()
                .filter(fault -> !directory.faults().contains(fault))
                .forEach(LOG::error);
        directory = next;
        bounds.keep(next.byId().keySet());
        lookedAt = nanos.getAsLong();
    }
}
