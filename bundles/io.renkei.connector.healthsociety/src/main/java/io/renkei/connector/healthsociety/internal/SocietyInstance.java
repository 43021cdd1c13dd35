package io.renkei.connector.healthsociety.internal;

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
final class SocietyInstance implements AutoCloseable {

    private static final int INQUIRIES_AT_ONCE = 4;
    private static final int MOST_ANSWER_BYTES = 1024 * 1024;

    private final SocietySettings settings;
    private final Sealer sealer;
    private final Clock clock;
    private final ConnectorHttp http;
    private final ConnectorHttp.Client calls;
    private final Probe probe;
    private final SocietyInquiries inquiries;
    private final SocietyFollowUps followUps;

    /** @throws IllegalArgumentException with a sentence that says which TLS file is wrong */
    SocietyInstance(SocietySettings settings, TlsContexts tls, Sealer sealer, Clock clock) {
        this.settings = settings;
        this.sealer = sealer;
        this.clock = clock;
        this.http = new ConnectorHttp(
                "society-deadline",
                settings.http().tls(tls),
                Math.max(INQUIRIES_AT_ONCE, settings.lane().concurrency()),
                MOST_ANSWER_BYTES);
        this.calls = http.client(settings.http().connect(), settings.http().response());
        this.probe = new Probe(http, URI.create(settings.http().endpoint() + SocietyApi.APPLICATIONS));
        this.inquiries = new SocietyInquiries(settings, new SocietyApi(calls.http(), settings), clock);
        this.followUps = new SocietyFollowUps(settings, sealer, calls.http(), clock);
    }

    SocietySettings settings() {
        return settings;
    }

    SocietyInquiries inquiries() {
        return inquiries;
    }

    SocietyFollowUps followUps() {
        return followUps;
    }

    /** The routes get a client of their own, which ends with them. */
    RoutesBuilder routes(Lane lane) {
        return new SocietyDispatchRoute(
                lane,
                settings,
                new DispatchSteps(settings, sealer, clock),
                http.client(settings.http().connect(), settings.http().response()));
    }

    /** Any answer below 500: it is there. */
    Health probe() {
        return probe.ask(SocietyCode.BUSY.code(), SocietyCode.UNREACHABLE.code());
    }

    /** All clients go, once no route posts by them any more. */
    @Override
    public void close() {
        http.close();
    }
}
