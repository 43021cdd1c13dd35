package io.renkei.door.rest.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.ports.state.StateUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What the gateway says of itself: its contract, its public keys, its health. */
final class About {

    private static final int RETRY_SECONDS = 5;

    /** Well-formed, of no application: a look-up by key is the cheapest question. */
    private static final ArrivalNumber NONE = new ArrivalNumber("200001010000000004");

    private final Ports ports;
    private final byte[] contract;

    About(Ports ports) {
        this.ports = ports;
        try (InputStream in = About.class.getResourceAsStream("/openapi.yaml")) {
            this.contract = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer contract(Call call) {
        return Answer.bytes(200, MediaTypes.YAML, contract);
    }

    Answer keys(Call call) {
        return Answer.bytes(200, MediaTypes.JWKS, ports.sealer().jwks().getBytes(StandardCharsets.UTF_8));
    }

    Answer health(Call call) {
        try {
            ports.applications().find(call.partner(), NONE);
            ports.intake();
            return Answer.json(200, Json.object().with("status", "ok"));
        } catch (StateUnavailable | PartMissing e) {
            return Answer.json(503, Json.object().with("status", "degraded"))
                    .with("Retry-After", Integer.toString(RETRY_SECONDS));
        }
    }
}
