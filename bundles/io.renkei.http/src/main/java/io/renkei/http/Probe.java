package io.renkei.http;

import io.renkei.api.spi.MinistryConnector.Health;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** Asks a destination whether it is there, with a GET that has no effect. Safe for use by several threads. */
public final class Probe implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofMillis(400);
    private static final Duration RESPONSE = Duration.ofMillis(500);

    private final ConnectorHttp.Client client;
    private final URI url;

    /** @param url that answers a GET without effect; any status below 500 will do */
    public Probe(ConnectorHttp http, URI url) {
        this.client = http.client(CONNECT, RESPONSE);
        this.url = url;
    }

    /**
     * Asks, and gives up after 900 milliseconds. Never throws for what the destination does.
     *
     * @param busy the connector's code for an answer of 500 and above
     * @param unreachable the connector's code for no whole answer in time
     */
    public Health ask(String busy, String unreachable) {
        try {
            return client.status(url) < 500 ? Health.UP : Health.down(busy);
        } catch (IOException e) {
            return Health.down(unreachable);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
