package io.renkei.sandbox.internal;

import io.renkei.sandbox.internal.Faults.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * A timestamp authority (RFC 3161 over HTTP) at {@code /timestamp}; its faults have the destination {@code timestamp}. Its key
 * is {@code timestamp.pem} in the directory of the keys.
 */
final class TimestampSimulator implements Simulator {

    static final String DESTINATION = "timestamp";

    private static final String QUERY = "application/timestamp-query";
    private static final String REPLY = "application/timestamp-reply";

    private final Faults faults;
    private final Path identity;
    private final Clock clock;
    private TimestampIssuer issuer;

    TimestampSimulator(Faults faults, Path pki, Clock clock) {
        this.faults = faults;
        this.identity = pki.resolve("timestamp.pem");
        this.clock = clock;
    }

    @Override
    public String path() {
        return "/timestamp";
    }

    @Override
    public void handle(Call call) {
        if (faults.isDown(DESTINATION)) {
            call.drop();
            return;
        }
        if (!call.method().equals("POST")
                || !call.header("Content-Type").orElse("").equals(QUERY)) {
            throw new Refusal(400, "Timestamps are asked for by POST with " + QUERY + ".");
        }
        Fault fault = faults.next(DESTINATION);
        if (fault.mode().refuses()) {
            faults.refuse(call, fault);
            return;
        }
        faults.deliver(DESTINATION, call, Answer.of(200, REPLY, issuer().answer(call.body(), clock.instant())), fault);
    }

    /** Made with the first timestamp: who asks for none needs no key for them. */
    private synchronized TimestampIssuer issuer() {
        if (issuer == null) {
            if (!Files.exists(identity)) {
                throw new Refusal(404, "This sandbox has no key for timestamps.");
            }
            issuer = new TimestampIssuer(Pem.identity(identity));
        }
        return issuer;
    }
}
