package io.renkei.connector.egov.internal;

import io.renkei.api.spi.Lane;
import io.renkei.api.spi.MinistryConnector.Health;
import io.renkei.api.spi.Sealer;
import io.renkei.api.spi.TlsContexts;
import io.renkei.api.spi.TokenVault;
import io.renkei.http.ConnectorHttp;
import io.renkei.http.Probe;
import java.net.URI;
import java.time.Clock;
import org.apache.camel.RoutesBuilder;

/** One destination: its clients, and what is done with them. */
final class EgovInstance implements AutoCloseable {

    private static final int INQUIRIES_AT_ONCE = 8;
    private static final int MOST_ANSWER_BYTES = 64 * 1024 * 1024;

    private final EgovSettings settings;
    private final TokenVault vault;
    private final Sealer sealer;
    private final Clock clock;
    private final ConnectorHttp http;
    private final ConnectorHttp.Client calls;
    private final Probe probe;
    private final EgovApi api;
    private final EgovInquiries inquiries;
    private final EgovFollowUps followUps;

    /** @throws IllegalArgumentException with a sentence that says which TLS file is wrong */
    EgovInstance(EgovSettings settings, TlsContexts tls, TokenVault vault, Sealer sealer, Clock clock) {
        this.settings = settings;
        this.vault = vault;
        this.sealer = sealer;
        this.clock = clock;
        this.http = new ConnectorHttp(
                "egov-deadline",
                settings.http().tls(tls),
                Math.max(INQUIRIES_AT_ONCE, settings.lane().concurrency()),
                MOST_ANSWER_BYTES);
        this.calls = http.client(settings.http().connect(), settings.http().response());
        this.probe = new Probe(http, URI.create(settings.http().endpoint() + "/apply/lists"));
        this.api = new EgovApi(calls.http(), settings, vault, clock);
        this.inquiries = new EgovInquiries(settings, api, clock);
        this.followUps = new EgovFollowUps(
                settings, new EgovPackage(settings.tables(), sealer), api.tokens(), calls.http(), clock);
    }

    EgovSettings settings() {
        return settings;
    }

    EgovInquiries inquiries() {
        return inquiries;
    }

    EgovFollowUps followUps() {
        return followUps;
    }

    /** The routes get a client of their own, which ends with them. */
    RoutesBuilder routes(Lane lane) {
        DispatchSteps steps =
                new DispatchSteps(settings, new EgovPackage(settings.tables(), sealer), api.tokens(), clock);
        return new EgovDispatchRoute(
                lane,
                settings,
                steps,
                http.client(settings.http().connect(), settings.http().response()));
    }

    /** Any answer below 500, without a token: e-Gov is there. */
    Health probe() {
        return probe.ask(EgovCode.BUSY.code(), EgovCode.UNREACHABLE.code());
    }

    /** All clients go, once no route posts by them any more. */
    @Override
    public void close() {
        http.close();
    }
}
