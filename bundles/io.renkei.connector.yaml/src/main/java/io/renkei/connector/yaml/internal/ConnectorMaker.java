package io.renkei.connector.yaml.internal;

import io.renkei.api.spi.TlsContexts;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes connectors of files, as far as the list of what is allowed goes. */
final class ConnectorMaker {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectorMaker.class);

    private final AllowList allowed;
    private final UnaryOperator<String> fill;
    private final TlsContexts tls;
    private final Clock clock;

    /** @param fill puts the gateway's own values in the place of their names */
    ConnectorMaker(AllowList allowed, UnaryOperator<String> fill, TlsContexts tls, Clock clock) {
        this.allowed = allowed;
        this.fill = fill;
        this.tls = tls;
        this.clock = clock;
    }

    /**
     * A connector whose route Camel has started once; it has connected nowhere.
     *
     * @throws FileRefused with all that is wrong
     */
    FileConnector make(String name, LiveFile.Source source) throws FileRefused {
        ConnectorFile file = ConnectorFile.read(name, source.text(), source.templates(), allowed, fill);
        FileInstance instance;
        try {
            instance = new FileInstance(file, tls, clock);
        } catch (IllegalArgumentException e) {
            throw new FileRefused(List.of(name + ": " + e.getMessage()), 0);
        }
        FileConnector connector = FileConnector.of(instance);
        try {
            Trial.start(connector);
        } catch (IllegalStateException e) {
            instance.close();
            LOG.error("Camel does not start the route of {}", name, e);
            throw new FileRefused(List.of(name + ", route: Camel does not start it; the log says why."), 0);
        }
        return connector;
    }
}
