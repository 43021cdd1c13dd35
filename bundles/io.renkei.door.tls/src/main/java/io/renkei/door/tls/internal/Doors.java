package io.renkei.door.tls.internal;

import io.renkei.ports.config.SettledFiles;
import io.renkei.ports.health.Expiry;
import io.renkei.ports.health.Finding;
import io.renkei.ports.health.HealthSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a running server the stores as they are now. New connections use them; one of before is closed with its next
 * answer. Stores that cannot be used change nothing. {@link #look} is for one thread, the rest for several.
 */
final class Doors implements HealthSource {

    private static final Logger LOG = LoggerFactory.getLogger(Doors.class);

    private final StoreFile own;
    private final StoreFile callers;
    private final Duration warning;
    private final Clock clock;
    private final SettledFiles files;
    private final Retirement retirement;
    private volatile Optional<Server> server = Optional.empty();
    private volatile Optional<Stores> stores = Optional.empty();
    private volatile Optional<String> fault = Optional.empty();

    Doors(StoreFile own, StoreFile callers, Duration warning, Clock clock) {
        this.own = own;
        this.callers = callers;
        this.warning = warning;
        this.clock = clock;
        this.retirement = new Retirement();
        this.files = new SettledFiles(List.of(own.file(), callers.file()));
        read();
    }

    /** From now on the changes go there. */
    void serve(Server started) {
        server = Optional.of(started);
    }

    void look() {
        if (!files.changed()) {
            return;
        }
        read().ifPresent(read -> server.ifPresent(running -> {
            try {
                give(running, read);
                LOG.info("The doors use what {} and {} hold now", own, callers);
            } catch (Exception e) {
                fail("The doors could not take " + own + "; check that its key is EC or RSA of 2048 bits or more.", e);
            }
        }));
    }

    private Optional<Stores> read() {
        try {
            Stores read = Stores.read(own, callers, clock.instant());
            fault = Optional.empty();
            stores = Optional.of(read);
            return stores;
        } catch (IllegalArgumentException e) {
            fail(e.getMessage(), e);
            return Optional.empty();
        }
    }

    private void fail(String sentence, Exception cause) {
        fault = Optional.of(sentence);
        LOG.warn(
                "DOORTLS-001: {} What was read before stays in use ({}).",
                sentence,
                cause.getClass().getSimpleName());
    }

    private void give(Server running, Stores read) throws Exception {
        // A factory whose reload fails has neither the old nor the new: so another one tries first.
        SslContextFactory.Server trial = new SslContextFactory.Server();
        set(trial, read);
        trial.start();
        trial.stop();
        for (Connector connector : running.getConnectors()) {
            SslConnectionFactory tls = connector.getConnectionFactory(SslConnectionFactory.class);
            if (tls != null && !(connector instanceof PeopleConnector)) {
                tls.getSslContextFactory().reload(factory -> set(factory, read));
                retirement.now(connector, clock);
            }
        }
    }

    private void set(SslContextFactory factory, Stores read) {
        factory.setKeyStore(read.keys());
        factory.setKeyStorePassword(own.password());
        factory.setTrustStore(read.trust());
    }

    @Override
    public List<Finding> findings() {
        List<Finding> found = new ArrayList<>();
        fault.ifPresent(
                sentence -> found.add(Finding.warning(Expiry.PART, sentence + " What was read before stays in use.")));
        stores.ifPresent(now -> {
            now.own()
                    .forEach(each -> Expiry.of(own.toString(), each, clock.instant(), warning)
                            .ifPresent(found::add));
            now.authorities()
                    .forEach(each -> Expiry.of(callers.toString(), each, clock.instant(), warning)
                            .ifPresent(found::add));
        });
        if (found.isEmpty()) {
            found.add(Finding.ok(
                    Expiry.PART, "Those of the doors are valid for more than " + warning.toDays() + " days."));
        }
        return found;
    }
}
