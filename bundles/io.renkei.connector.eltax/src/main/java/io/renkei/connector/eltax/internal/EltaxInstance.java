package io.renkei.connector.eltax.internal;

import io.renkei.api.spi.Lane;
import io.renkei.api.spi.MinistryConnector.Health;
import io.renkei.api.spi.Sealer;
import io.renkei.api.spi.TlsContexts;
import io.renkei.http.ConnectorHttp;
import io.renkei.http.Probe;
import java.net.URI;
import java.time.Clock;
import org.apache.camel.RoutesBuilder;

/** One destination: its clients, and what is done with them. */
final class EltaxInstance implements AutoCloseable {

    private static final int INQUIRIES_AT_ONCE = 4;
    private static final int MOST_ANSWER_BYTES = 1024 * 1024;

    private final EltaxSettings settings;
    private final Sealer sealer;
    private final Clock clock;
    private final ConnectorHttp http;
    private final ConnectorHttp.Client calls;
    private final Probe probe;
    private final EltaxInquiries inquiries;

    /** @throws IllegalArgumentException with a sentence that says which TLS file is wrong */
    EltaxInstance(EltaxSettings settings, TlsContexts tls, Sealer sealer, Clock clock) {
        this.settings = settings;
        this.sealer = sealer;
        this.clock = clock;
        this.http = new ConnectorHttp(
                "eltax-deadline",
                settings.http().tls(tls),
                Math.max(INQUIRIES_AT_ONCE, settings.lane().concurrency()),
                MOST_ANSWER_BYTES);
        this.calls = http.client(settings.http().connect(), settings.http().response());
        this.probe = new Probe(http, URI.create(settings.http().endpoint() + EltaxApi.APPLICATIONS));
        this.inquiries = new EltaxInquiries(settings, new EltaxApi(calls.http(), settings), clock);
    }

    EltaxSettings settings() {
        return settings;
    }

    EltaxInquiries inquiries() {
        return inquiries;
    }

    /** The routes get a client of their own, which ends with them. */
    RoutesBuilder routes(Lane lane) {
        return new EltaxDispatchRoute(
                lane,
                settings,
                new DispatchSteps(settings, sealer, clock),
                http.client(settings.http().connect(), settings.http().response()));
    }

    /** Any answer below 500: it is there. */
    Health probe() {
        return probe.ask(EltaxCode.BUSY.code(), EltaxCode.UNREACHABLE.code());
    }

    /** All clients go, once no route posts by them any more. */
    @Override
    public void close() {
        http.close();
    }
}
