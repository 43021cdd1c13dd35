package io.renkei.connector.eltax.internal;

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
final class EltaxInstance implements AutoCloseable {

    private static final Duration PROBE_CONNECT = Duration.ofMillis(400);
    private static final Duration PROBE_RESPONSE = Duration.ofMillis(500);
    private static final int INQUIRIES_AT_ONCE = 4;

    private final EltaxSettings settings;
    private final Sealer sealer;
    private final Clock clock;
    private final EltaxHttp http;
    private final EltaxHttp.Client calls;
    private final EltaxHttp.Client probes;
    private final EltaxInquiries inquiries;

    /** @throws IllegalArgumentException with a sentence that says which TLS file is wrong */
    EltaxInstance(EltaxSettings settings, TlsContexts tls, Sealer sealer, Clock clock) {
        this.settings = settings;
        this.sealer = sealer;
        this.clock = clock;
        this.http = new EltaxHttp(
                settings.trust().map(trust -> tls.client(trust, settings.identity())),
                Math.max(INQUIRIES_AT_ONCE, settings.lane().concurrency()));
        this.calls = http.client(settings.connect(), settings.response());
        this.probes = http.client(PROBE_CONNECT, PROBE_RESPONSE);
        this.inquiries = new EltaxInquiries(settings, new EltaxApi(calls.http(), settings), clock);
    }

    EltaxSettings settings() {
        return settings;
    }

    EltaxInquiries inquiries() {
        return inquiries;
    }

    /** The routes get a client of their own, which ends with their endpoint. */
    RoutesBuilder routes(Lane lane) {
        return new EltaxDispatchRoute(
                lane,
                settings,
                new DispatchSteps(settings, sealer, clock),
                http.client(settings.connect(), settings.response()));
    }

    /** Any answer below 500: it is there. */
    Health probe() {
        try {
            int status = probes.http()
                    .execute(new HttpGet(settings.endpoint() + EltaxApi.APPLICATIONS), response -> response.getCode());
            return status < 500 ? Health.UP : Health.down(EltaxCode.BUSY.code());
        } catch (IOException e) {
            return Health.down(EltaxCode.UNREACHABLE.code());
        }
    }

    @Override
    public void close() {
        calls.http().close(CloseMode.IMMEDIATE);
        probes.http().close(CloseMode.IMMEDIATE);
        http.close();
    }
}
