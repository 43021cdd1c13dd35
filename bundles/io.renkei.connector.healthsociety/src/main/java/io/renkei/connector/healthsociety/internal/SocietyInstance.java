package io.renkei.connector.healthsociety.internal;

import io.renkei.api.spi.Lane;
import io.renkei.api.spi.MinistryConnector.Health;
import io.renkei.api.spi.Sealer;
import io.renkei.api.spi.TlsContexts;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.RoutesBuilder;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.io.CloseMode;

/** One destination: its clients, and what is done with them. */
final class SocietyInstance implements AutoCloseable {

    private static final Duration PROBE_CONNECT = Duration.ofMillis(400);
    private static final Duration PROBE_RESPONSE = Duration.ofMillis(500);
    private static final int INQUIRIES_AT_ONCE = 4;

    private final SocietySettings settings;
    private final Sealer sealer;
    private final Clock clock;
    private final SocietyHttp http;
    private final SocietyHttp.Client calls;
    private final SocietyHttp.Client probes;
    private final SocietyInquiries inquiries;

    /** @throws IllegalArgumentException with a sentence that says which TLS file is wrong */
    SocietyInstance(SocietySettings settings, TlsContexts tls, Sealer sealer, Clock clock) {
        this.settings = settings;
        this.sealer = sealer;
        this.clock = clock;
        this.http = new SocietyHttp(
                settings.trust().map(trust -> tls.client(trust, settings.identity())),
                Math.max(INQUIRIES_AT_ONCE, settings.lane().concurrency()));
        this.calls = http.client(settings.connect(), settings.response());
        this.probes = http.client(PROBE_CONNECT, PROBE_RESPONSE);
        this.inquiries = new SocietyInquiries(settings, new SocietyApi(calls.http(), settings), clock);
    }

    SocietySettings settings() {
        return settings;
    }

    SocietyInquiries inquiries() {
        return inquiries;
    }

    /** The routes get a client of their own, which ends with their endpoint. */
    RoutesBuilder routes(Lane lane) {
        return new SocietyDispatchRoute(
                lane,
                settings,
                new DispatchSteps(settings, sealer, clock),
                http.client(settings.connect(), settings.response()));
    }

    /** Any answer below 500: it is there. */
    Health probe() {
        try {
            int status = probes.http()
                    .execute(
                            new HttpGet(settings.endpoint() + SocietyApi.APPLICATIONS), response -> response.getCode());
            return status < 500 ? Health.UP : Health.down(SocietyCode.BUSY.code());
        } catch (IOException e) {
            return Health.down(SocietyCode.UNREACHABLE.code());
        }
    }

    @Override
    public void close() {
        calls.http().close(CloseMode.IMMEDIATE);
        probes.http().close(CloseMode.IMMEDIATE);
        http.close();
    }
}
