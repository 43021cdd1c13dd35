package io.renkei.connector.egov.internal;

import io.renkei.api.spi.Lane;
import io.renkei.api.spi.MinistryConnector.Health;
import io.renkei.api.spi.Sealer;
import io.renkei.api.spi.TlsContexts;
import io.renkei.api.spi.TokenVault;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.RoutesBuilder;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.io.CloseMode;

/** One destination: its clients, and what is done with them. */
final class EgovInstance implements AutoCloseable {

    private static final Duration PROBE_CONNECT = Duration.ofMillis(400);
    private static final Duration PROBE_RESPONSE = Duration.ofMillis(500);
    private static final int INQUIRIES_AT_ONCE = 8;

    private final EgovSettings settings;
    private final TokenVault vault;
    private final Sealer sealer;
    private final Clock clock;
    private final EgovHttp http;
    private final EgovHttp.Client calls;
    private final EgovHttp.Client probes;
    private final EgovApi api;
    private final EgovInquiries inquiries;

    /** @throws IllegalArgumentException with a sentence that says which TLS file is wrong */
    EgovInstance(EgovSettings settings, TlsContexts tls, TokenVault vault, Sealer sealer, Clock clock) {
        this.settings = settings;
        this.vault = vault;
        this.sealer = sealer;
        this.clock = clock;
        this.http = new EgovHttp(
                settings.trust().map(trust -> tls.client(trust, settings.identity())),
                Math.max(INQUIRIES_AT_ONCE, settings.lane().concurrency()));
        this.calls = http.client(settings.connect(), settings.response());
        this.probes = http.client(PROBE_CONNECT, PROBE_RESPONSE);
        this.api = new EgovApi(calls.http(), settings, vault, clock);
        this.inquiries = new EgovInquiries(settings, api, clock);
    }

    EgovSettings settings() {
        return settings;
    }

    EgovInquiries inquiries() {
        return inquiries;
    }

    /** The routes get a client of their own, which ends with their endpoint. */
    RoutesBuilder routes(Lane lane) {
        DispatchSteps steps =
                new DispatchSteps(settings, new EgovPackage(settings.tables(), sealer), api.tokens(), clock);
        return new EgovDispatchRoute(lane, settings, steps, http.client(settings.connect(), settings.response()));
    }

    /** Any answer below 500, without a token: e-Gov is there. */
    Health probe() {
        try {
            int status = probes.http()
                    .execute(new HttpGet(settings.endpoint() + "/apply/lists"), response -> response.getCode());
            return status < 500 ? Health.UP : Health.down(EgovCode.BUSY.code());
        } catch (IOException e) {
            return Health.down(EgovCode.UNREACHABLE.code());
        }
    }

    @Override
    public void close() {
        calls.http().close(CloseMode.IMMEDIATE);
        probes.http().close(CloseMode.IMMEDIATE);
        http.close();
    }
}
