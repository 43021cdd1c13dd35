package io.renkei.connector.etax.internal;

import io.renkei.api.spi.Lane;
import io.renkei.api.spi.MinistryConnector.Health;
import io.renkei.api.spi.Sealer;
import io.renkei.api.spi.TlsContexts;
import io.renkei.http.ConnectorHttp;
import io.renkei.http.Probe;
import java.net.URI;
import java.time.Clock;
import org.apache.camel.RoutesBuilder;

/** The clients of the destination, and what is done with them. */
final class EtaxInstance implements AutoCloseable {

    private static final int INQUIRIES_AT_ONCE = 4;
    private static final int MOST_ANSWER_BYTES = 1024 * 1024;

    private final EtaxSettings settings;
    private final Sealer sealer;
    private final Clock clock;
    private final ConnectorHttp http;
    private final ConnectorHttp.Client calls;
    private final Probe probe;
    private final EtaxInquiries inquiries;
    private final EtaxMessages messages;

    /** @throws IllegalArgumentException with a sentence that says which TLS file is wrong */
    EtaxInstance(EtaxSettings settings, TlsContexts tls, Sealer sealer, Clock clock) {
        this.settings = settings;
        this.sealer = sealer;
        this.clock = clock;
        this.http = new ConnectorHttp(
                "etax-deadline",
                settings.http().tls(tls),
                Math.max(INQUIRIES_AT_ONCE, settings.lane().concurrency()),
                MOST_ANSWER_BYTES);
        this.calls = http.client(settings.http().connect(), settings.http().response());
        this.probe = new Probe(http, URI.create(settings.http().endpoint() + "?wsdl"));
        EtaxApi api = new EtaxApi(calls.http(), settings.http().endpoint());
        this.inquiries = new EtaxInquiries(settings, api, clock);
        this.messages = new EtaxMessages(api, settings.boxes());
    }

    EtaxSettings settings() {
        return settings;
    }

    EtaxInquiries inquiries() {
        return inquiries;
    }

    EtaxMessages messages() {
        return messages;
    }

    /** The routes get a client of their own, which ends with them. */
    RoutesBuilder routes(Lane lane) {
        DispatchSteps steps = new DispatchSteps(new XtxMapper(settings.form()), sealer, clock);
        return new EtaxDispatchRoute(
                lane,
                settings.http().endpoint(),
                steps,
                http.client(settings.http().connect(), settings.http().response()));
    }

    /** Asks for the contract; any answer below 500 says that the reception is there. */
    Health probe() {
        return probe.ask(EtaxCode.BUSY.code(), EtaxCode.UNREACHABLE.code());
    }

    /** All clients go, once no route posts by them any more. */
    @Override
    public void close() {
        http.close();
    }
}
