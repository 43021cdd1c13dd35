package io.renkei.connector.etax.internal;

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

/** The clients of the destination, and what is done with them. */
final class EtaxInstance implements AutoCloseable {

    private static final Duration PROBE_CONNECT = Duration.ofMillis(400);
    private static final Duration PROBE_RESPONSE = Duration.ofMillis(500);
    private static final int INQUIRIES_AT_ONCE = 4;

    private final EtaxSettings settings;
    private final Sealer sealer;
    private final Clock clock;
    private final EtaxHttp http;
    private final EtaxHttp.Client calls;
    private final EtaxHttp.Client probes;
    private final EtaxInquiries inquiries;

    /** @throws IllegalArgumentException with a sentence that says which TLS file is wrong */
    EtaxInstance(EtaxSettings settings, TlsContexts tls, Sealer sealer, Clock clock) {
        this.settings = settings;
        this.sealer = sealer;
        this.clock = clock;
        this.http = new EtaxHttp(
                settings.trust().map(trust -> tls.client(trust, settings.identity())),
                Math.max(INQUIRIES_AT_ONCE, settings.lane().concurrency()));
        this.calls = http.client(settings.connect(), settings.response());
        this.probes = http.client(PROBE_CONNECT, PROBE_RESPONSE);
        this.inquiries = new EtaxInquiries(settings, new EtaxApi(calls.http(), settings.endpoint()), clock);
    }

    EtaxSettings settings() {
        return settings;
    }

    EtaxInquiries inquiries() {
        return inquiries;
    }

    /** The routes get a client of their own, which ends with their endpoint. */
    RoutesBuilder routes(Lane lane) {
        DispatchSteps steps = new DispatchSteps(new XtxMapper(settings.form()), sealer, clock);
        return new EtaxDispatchRoute(
                lane, settings.endpoint(), steps, http.client(settings.connect(), settings.response()));
    }

    /** Asks for the contract; any answer below 500 says that the reception is there. */
    Health probe() {
        try {
            int status =
                    probes.http().execute(new HttpGet(settings.endpoint() + "?wsdl"), response -> response.getCode());
            return status < 500 ? Health.UP : Health.down(EtaxCode.BUSY.code());
        } catch (IOException e) {
            return Health.down(EtaxCode.UNREACHABLE.code());
        }
    }

    @Override
    public void close() {
        calls.http().close(CloseMode.IMMEDIATE);
        probes.http().close(CloseMode.IMMEDIATE);
        http.close();
    }
}
