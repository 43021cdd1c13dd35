package io.renkei.connector.yaml.internal;

import io.renkei.http.ConnectorHttp;
import io.renkei.http.HttpReply;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** Calls below one endpoint. Safe for use by several threads. */
final class Calls {

    /** Carries the filing key, which no file can leave out. */
    static final String FILING = "Renkei-Filing";

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final ConnectorHttp.Client client;
    private final String endpoint;

    /** @param endpoint without a slash at its end */
    Calls(ConnectorHttp.Client client, String endpoint) {
        this.client = client;
        this.endpoint = endpoint;
    }

    /**
     * Sends a body.
     *
     * @throws io.renkei.http.NotSent if no byte of the request left
     * @throws IOException if there was no whole answer in time
     */
    Answer send(String method, String path, byte[] body, String mediaType, Map<String, String> headers)
            throws IOException {
        HttpUriRequestBase request = request(method, path);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, ContentType.parse(mediaType)));
        return Answer.of(client.http().execute(request, HttpReply::read));
    }

    /** Asks, without effect. */
    Answer get(String path) throws IOException {
        return Answer.of(client.http().execute(request("get", path), HttpReply::read));
    }

    private HttpUriRequestBase request(String method, String path) {
        HttpUriRequestBase request =
                new HttpUriRequestBase(method.toUpperCase(Locale.ROOT), URI.create(endpoint + path));
        request.setHeader("Accept", "application/json");
        return request;
    }
}
