package io.renkei.portal.internal;

import io.renkei.api.spi.Sealer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/** Posts a sealed batch to one address. */
final class Webhook implements Consumer<byte[]> {

    /** Where the detached JWS (RFC 7515, appendix F) over the body stands. */
    static final String SEAL = "Renkei-Signature";

    private static final String BATCH = "application/cloudevents-batch+json";
    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final HttpClient http;
    private final URI address;
    private final Duration patience;
    private final Sealer sealer;

    Webhook(URI address, SSLContext tls, Duration patience, Sealer sealer) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .sslContext(tls)
                .build();
        this.address = address;
        this.patience = patience;
        this.sealer = sealer;
    }

    /** @throws NotTaken unless the portal answered that it took the batch */
    @Override
    public void accept(byte[] batch) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", BATCH)
                .header(SEAL, sealer.sealDetached("renkei-event+jws", batch))
                .POST(HttpRequest.BodyPublishers.ofByteArray(batch))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status < 200 || status > 299) {
                throw new NotTaken("it answered " + status, null);
            }
        } catch (IOException e) {
            throw new NotTaken("it did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotTaken("the gateway stops", e);
        }
    }

    /** The portal did not take a batch; its events wait. */
    static final class NotTaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotTaken(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }
}
