package io.renkei.connector.yaml.internal;

import io.renkei.api.spi.Lane;
import io.renkei.api.spi.MinistryConnector.Health;
import io.renkei.api.spi.TlsContexts;
import io.renkei.http.ConnectorHttp;
import io.renkei.http.Probe;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.apache.camel.RoutesBuilder;

/** The destination of one file: its clients, and what is done with them. */
final class FileInstance implements AutoCloseable {

    /** Beside the filings under way: questions come one by one, and a connection may be closing. */
    private static final int CONNECTIONS_MORE = 2;

    private static final int MOST_ANSWER_BYTES = 1024 * 1024;

    private final ConnectorFile file;
    private final Clock clock;
    private final ConnectorHttp http;
    private final Calls calls;
    private final Probe probe;

    /** @throws IllegalArgumentException with a sentence that says which TLS file is wrong */
    FileInstance(ConnectorFile file, TlsContexts tls, Clock clock) {
        this.file = file;
        this.clock = clock;
        FileSettings settings = file.settings();
        this.http = new ConnectorHttp(
                "yaml-deadline",
                settings.http().tls(tls),
                settings.lane().concurrency() + CONNECTIONS_MORE,
                MOST_ANSWER_BYTES);
        this.calls = new Calls(
                http.client(settings.http().connect(), settings.http().response()),
                settings.http().endpoint().toString());
        this.probe = new Probe(http, URI.create(settings.http().endpoint() + settings.probePath()));
    }

    FileSettings settings() {
        return file.settings();
    }

    /** The route shares the clients, and keeps them until it is taken out. */
    RoutesBuilder routes(Lane lane) {
        return new FileRoute(lane, file.route(), new DispatchSteps(file, calls, clock), http::untilRouteEnds);
    }

    Optional<Inquiries> inquiries() {
        return file.inquiry().map(inquiry -> new Inquiries(file.settings(), inquiry, calls, clock));
    }

    boolean tellsStates() {
        return file.inquiry().flatMap(Inquiry::state).isPresent();
    }

    /** Any answer below 500: it is there. */
    Health probe() {
        return probe.ask(YamlCode.BUSY.code(), YamlCode.UNREACHABLE.code());
    }

    /** All clients go, once no route calls by them any more. */
    @Override
    public void close() {
        http.close();
    }
}
