package io.renkei.portal.internal;

import io.renkei.api.spi.Sealer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/**
 * Posts a sealed batch to one address and to no other: it follows no redirect and uses no proxy. A call ends within its
 * patience, whatever the other side does; the answer is its status. For one thread, but for {@link #giveUp()}.
 */
final class Webhook implements Portal {

    /** Where the detached JWS (RFC 7515, appendix F) over the body stands. */
    static final String SEAL = "Renkei-Signature";

    private static final String BATCH = "application/cloudevents-batch+json";
    private static final String SEAL_TYPE = "renkei-event+jws";
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final SSLContext tls;
    private HttpClient http;
    private long madeNanos;
    private final URI address;
    private final Duration patience;
    private final Sealer sealer;
    private volatile boolean givenUp;
    private volatile Future<?> call;

    Webhook(URI address, SSLContext tls, Duration patience, Sealer sealer) {
        this.tls = tls;
        this.address = address;
        this.patience = patience;
        this.sealer = sealer;
    }

    /** A new one each minute: a kept connection would go on with the keys that it was made with. */
    private HttpClient http() {
        if (http == null || System.nanoTime() - madeNanos > KEPT.toNanos()) {
            madeNanos = System.nanoTime();
            http = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .connectTimeout(CONNECT.compareTo(patience) < 0 ? CONNECT : patience)
                    .sslContext(tls)
                    .build();
        }
        return http;
    }

    @Override
    public void take(byte[] batch) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", BATCH)
                .header(SEAL, sealer.sealDetached(SEAL_TYPE, batch))
                .POST(HttpRequest.BodyPublishers.ofByteArray(batch))
                .build();
        Answer answer = new Answer();
        Throwable failure = failure(request, answer);
        if (answer.status() == 0) {
            throw new NotTaken("there was no answer (" + failure.getClass().getSimpleName() + ")", failure);
        }
        if (answer.status() < 200 || answer.status() > 299) {
            throw new NotTaken("the answer was " + answer.status(), failure);
        }
    }

    /** Why the call did not come to its end; null if it did. A status may be there in both cases. */
    private Throwable failure(HttpRequest request, Answer answer) {
        Future<?> sent = http().sendAsync(request, answer);
        call = sent;
        if (givenUp) {
            sent.cancel(true);
        }
        try {
            sent.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (TimeoutException | CancellationException e) {
            return e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e;
        } finally {
            answer.cut();
            sent.cancel(true);
            call = null;
        }
    }

    @Override
    public void giveUp() {
        givenUp = true;
        Future<?> open = call;
        if (open != null) {
            open.cancel(true);
        }
    }
}
