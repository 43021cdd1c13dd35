package io.renkei.trust.internal;

import io.renkei.ports.config.SettledFiles;
import io.renkei.ports.health.Expiry;
import io.renkei.ports.health.Finding;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyManagementException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One pair of files, of which any number of contexts live. A successor that cannot be used changes nothing: what was read
 * before stays in use. Safe for use by several threads.
 */
final class TlsFiles {

    private static final Logger LOG = LoggerFactory.getLogger(TlsFiles.class);

    /** So many are kept for handshakes that began before a change. */
    private static final int GENERATIONS = 4;

    /** Many times what the steps of a handshake may take. */
    private static final Duration HANDSHAKES_END = Duration.ofMinutes(30);

    private final Path trusted;
    private final Optional<Path> identity;
    private final Clock clock;
    private final SettledFiles files;
    private final Map<Long, TlsMaterial> generations = new ConcurrentHashMap<>();

    /** Weak: they live as long as somebody connects with them. */
    private final Set<SSLSessionContext> sessions =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private volatile long generation;
    private volatile Instant since = Instant.MIN;
    private volatile Optional<String> fault = Optional.empty();

    /** @throws IllegalArgumentException with a sentence that says which file is wrong and what to do */
    TlsFiles(Path trusted, Optional<Path> identity, Clock clock) {
        this.trusted = trusted;
        this.identity = identity;
        this.clock = clock;
        this.files = new SettledFiles(
                Stream.concat(Stream.of(trusted), identity.stream()).toList());
        this.generations.put(0L, TlsMaterial.read(trusted, identity));
    }

    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    identity.isPresent() ? new KeyManager[] {new LiveKeys(this)} : new KeyManager[0],
                    new TrustManager[] {new LiveTrust(this)},
                    null);
            sessions.add(context.getClientSessionContext());
            return context;
        } catch (KeyManagementException e) {
            throw new IllegalArgumentException("TLS cannot be set up from " + trusted + "; check the files.", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has no TLS; use the supported JDK", e);
        }
    }

    boolean used() {
        return !sessions.isEmpty();
    }

    long generation() {
        return generation;
    }

    /** The present one, where that one is long gone. */
    TlsMaterial generation(long number) {
        TlsMaterial found = generations.get(number);
        return found == null ? generations.get(generation) : found;
    }

    /** Takes what changed on disk and settled. For one thread. */
    void look() {
        if (files.changed()) {
            take();
        }
        forget();
    }

    private void take() {
        try {
            TlsMaterial read = TlsMaterial.read(trusted, identity).requireValid(clock.instant());
            generations.put(generation + 1, read);
            generation = generation + 1;
            generations.remove(generation - GENERATIONS);
            since = clock.instant();
            fault = Optional.empty();
            LOG.info("New connections use what {} and {} hold now", name(), trusted);
        } catch (IllegalArgumentException e) {
            fault = Optional.of(e.getMessage());
            LOG.warn("TRUST-064: {} What was read before stays in use.", e.getMessage());
        }
    }

    /** A handshake that began with the identity of before may end after the change: so this is done at many looks. */
    private void forget() {
        if (clock.instant().isAfter(since.plus(HANDSHAKES_END))) {
            return;
        }
        for (SSLSessionContext context : List.copyOf(sessions)) {
            for (byte[] id : Collections.list(context.getIds())) {
                SSLSession session = context.getSession(id);
                if (session != null
                        && !Instant.ofEpochMilli(session.getCreationTime()).isAfter(since)) {
                    session.invalidate();
                }
            }
        }
    }

    private String name() {
        return identity.map(Path::toString).orElse("no identity");
    }

    List<Finding> findings(Duration warning) {
        List<Finding> found = new ArrayList<>();
        fault.ifPresent(
                sentence -> found.add(Finding.warning(Expiry.PART, sentence + " What was read before stays in use.")));
        TlsMaterial now = generation(generation);
        now.chain()
                .forEach(each ->
                        Expiry.of(name(), each, clock.instant(), warning).ifPresent(found::add));
        now.authorities()
                .forEach(each -> Expiry.of(trusted.toString(), each, clock.instant(), warning)
                        .ifPresent(found::add));
        return found;
    }
}
