package io.renkei.ports.outgoing;

import io.renkei.api.spi.Sealer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** Posts a sealed batch to one address and to no other. The answer is its status. */
public final class Webhook implements EventReceiver {

    /** Where the detached JWS (RFC 7515, appendix F) over the body stands. */
    public static final String SEAL = "Renkei-Signature";

    private static final String BATCH = "application/cloudevents-batch+json";
    private static final String SEAL_TYPE = "renkei-event+jws";

    private final URI address;
    private final HttpsCaller caller;
    private final Sealer sealer;

    /** @param patience the longest one call takes */
    public Webhook(URI address, SSLContext tls, Duration patience, Sealer sealer) {
        this.address = address;
        this.caller = new HttpsCaller(tls, patience);
        this.sealer = sealer;
    }

    @Override
    public void take(byte[] batch) {
        HttpsCaller.Answer answer = caller.call(HttpRequest.newBuilder(address)
                .header("Content-Type", BATCH)
                .header(SEAL, sealer.sealDetached(SEAL_TYPE, batch))
                .POST(HttpRequest.BodyPublishers.ofByteArray(batch)));
        Throwable failure = answer.failure().orElse(null);
        if (answer.status() == 0) {
            throw new NotTaken("there was no answer (" + failure.getClass().getSimpleName() + ")", failure);
        }
        if (!answer.isGood()) {
            throw new NotTaken("the answer was " + answer.status(), failure);
        }
    }

    @Override
    public void giveUp() {
        caller.giveUp();
    }
}
