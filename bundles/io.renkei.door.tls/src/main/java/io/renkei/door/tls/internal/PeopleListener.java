package io.renkei.door.tls.internal;

import io.renkei.ports.config.SettledFiles;
import io.renkei.ports.health.Expiry;
import io.renkei.ports.health.Finding;
import io.renkei.ports.health.HealthSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A listener whose certificate is replaced while it serves. A key store that cannot be used changes nothing. {@link #look} is for one
 * thread, the rest for several.
 */
final class PeopleListener implements ConnectorFactory, HealthSource {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleListener.class);
    private static final String PART = "listener for people";

    private final ListenerSettings settings;
    private final Clock clock;
    private final SettledFiles file;
    private final Retirement retirement = new Retirement();
    private volatile Stores stores;
    private volatile Optional<PeopleConnector> connector = Optional.empty();
    private volatile Optional<String> fault = Optional.empty();

    /** @throws IllegalArgumentException if its key store cannot be used */
    PeopleListener(ListenerSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.file = new SettledFiles(List.of(settings.own().file()));
        this.stores = Stores.own(settings.own(), clock.instant());
    }

    @Override
    public Connector createConnector(Server server) {
        PeopleConnector made = new PeopleConnector(server, settings, stores);
        connector = Optional.of(made);
        return made;
    }

    void look() {
        if (!file.changed()) {
            return;
        }
        try {
            Stores read = Stores.own(settings.own(), clock.instant());
            if (connector.isPresent()) {
                give(connector.get(), read);
            }
            stores = read;
            fault = Optional.empty();
            LOG.info("{} uses what {} holds now", settings, settings.own());
        } catch (IllegalArgumentException e) {
            fail(e.getMessage(), e);
        } catch (Exception e) {
            fail(settings.own() + " could not be taken; check that its key is EC or RSA of 2048 bits or more.", e);
        }
    }

    private void give(PeopleConnector running, Stores read) throws Exception {
        SslContextFactory.Server trial = new SslContextFactory.Server();
        PeopleConnector.set(trial, settings, read);
        trial.start();
        trial.stop();
        running.getConnectionFactory(SslConnectionFactory.class)
                .getSslContextFactory()
                .reload(factory -> PeopleConnector.set(factory, settings, read));
        retirement.now(running, clock);
    }

    private void fail(String sentence, Exception cause) {
        fault = Optional.of(sentence);
        LOG.warn(
                "DOORTLS-001: {} What was read before stays in use ({}).",
                sentence,
                cause.getClass().getSimpleName());
    }

    @Override
    public List<Finding> findings() {
        List<Finding> found = new ArrayList<>();
        fault.ifPresent(sentence -> found.add(Finding.warning(PART, sentence + " What was read before stays in use.")));
        if (connector.filter(PeopleConnector::isStarted).isEmpty()) {
            found.add(Finding.critical(
                    PART, settings + " does not listen; check that nothing else uses its port, and the log."));
        }
        stores.own()
                .forEach(each -> Expiry.of(settings.own().toString(), each, clock.instant(), settings.warning())
                        .ifPresent(found::add));
        if (found.isEmpty()) {
            found.add(Finding.ok(PART, settings + " listens."));
        }
        return found;
    }
}
