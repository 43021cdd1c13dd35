package io.renkei.connector.sftp.internal;

import io.renkei.api.spi.MinistryConnector.Health;
import io.renkei.api.spi.NoticeFolder.Visit;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TransientFailure;
import io.renkei.api.spi.Troubles.Trouble;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One folder on one server. Safe for use by several threads. */
final class SftpFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SftpFolder.class);
    private static final Duration PROBE = Duration.ofMillis(900);

    private final SftpSettings settings;
    private final Looks looks;
    private final Set<SftpConnection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Set<SftpCode>> oddities = new AtomicReference<>(Set.of());
    private volatile List<SftpCode> troubles = List.of();
    private volatile boolean isClosed;

    /** @param nanos of a clock that only goes on */
    SftpFolder(SftpSettings settings, LongSupplier nanos) {
        this.settings = settings;
        this.looks = new Looks(settings.settle(), nanos);
    }

    SftpSettings settings() {
        return settings;
    }

    /** @throws PermanentFailure as {@link #troubles} tells until a visit is possible again */
    Visit visit() throws TransientFailure, PermanentFailure {
        SftpConnection connection = new SftpConnection(settings);
        connections.add(connection);
        try {
            if (isClosed) {
                throw new TransientFailure(SftpCode.UNREACHABLE.code(), null);
            }
            Visit visit = visit(connection);
            troubles = List.of();
            return visit;
        } catch (PermanentFailure e) {
            mustNotBeUsed(SftpCode.of(e.getMessage()));
            end(connection);
            throw e;
        } catch (TransientFailure e) {
            end(connection);
            throw e;
        }
    }

    private void mustNotBeUsed(SftpCode code) {
        if (!troubles.contains(code)) {
            LOG.error("Destination {}: {} {}", settings.destination(), code, code.sentence());
        }
        troubles = List.of(code);
    }

    private Visit visit(SftpConnection connection) throws TransientFailure, PermanentFailure {
        SftpClient sftp = connection.logIn();
        Shelf shelf = new Shelf(sftp, settings.folder());
        try {
            shelf.prepare();
        } catch (SftpException e) {
            throw new PermanentFailure(SftpCode.NO_FOLDER.code(), e);
        } catch (IOException e) {
            throw new TransientFailure(SftpCode.UNREACHABLE.code(), e);
        }
        return new SftpVisit(settings, sftp, shelf, looks, this::noticed, () -> end(connection));
    }

    /** Tells what is odd once when it begins. */
    private void noticed(Set<SftpCode> now) {
        Set<SftpCode> before = oddities.getAndSet(Set.copyOf(now));
        now.stream()
                .filter(code -> !before.contains(code))
                .forEach(code -> LOG.warn("Destination {}: {} {}", settings.destination(), code, code.sentence()));
    }

    private void end(SftpConnection connection) {
        connections.remove(connection);
        connection.close();
    }

    Health probe() {
        SftpConnection connection = new SftpConnection(settings);
        try (connection) {
            return connection.answersWithin(PROBE) ? Health.UP : Health.down(SftpCode.UNREACHABLE.code());
        }
    }

    /** Why the folder must not be used, until a person has acted. */
    List<Trouble> troubles() {
        String where = "The SFTP folder of " + settings.destination();
        return troubles.stream()
                .map(code -> new Trouble(where, false, List.of(code + ": " + code.sentence())))
                .toList();
    }

    /** Cuts the visits that are under way; what they did not settle is found by the next one. */
    @Override
    public void close() {
        isClosed = true;
        connections.forEach(this::end);
    }
}
