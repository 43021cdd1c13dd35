package io.renkei.connector.eltax.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.renkei.api.model.FilingKey;
import io.renkei.api.spi.TransientFailure;
import io.renkei.http.HttpReply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** The calls that have no effect or may be repeated. Safe for use by several threads. */
final class EltaxApi {

    static final String APPLICATIONS = "/applications";
    static final String READ_RECEIPTS = "/read-receipts";

    /** The word of a 404 that says that a filing is not known; a 404 without it comes from somebody else. */
    static final String UNKNOWN_FILING = "UNKNOWN-FILING";

    static final ObjectMapper JSON = new ObjectMapper();

    private final CloseableHttpClient http;
    private final String endpoint;

    EltaxApi(CloseableHttpClient http, EltaxSettings settings) {
        this.http = http;
        this.endpoint = settings.http().endpoint().toString();
    }

    /**
     * What is known of a filing.
     *
     * @return empty if it says, of this very filing, that it is not known
     * @throws TransientFailure if there is no answer that can be believed
     */
    Optional<JsonNode> filing(FilingKey filing) throws TransientFailure {
        HttpReply reply = send(new HttpGet(endpoint + APPLICATIONS + "/" + filing));
        JsonNode json = reply.json();
        boolean same = json.path("filing").asText("").equals(filing.toString());
        if (reply.status() == 404 && same && json.path("code").asText("").equals(UNKNOWN_FILING)) {
            return Optional.empty();
        }
        if (reply.status() != 200 || !same) {
            throw new TransientFailure(EltaxCode.NO_GOOD_ANSWER.code(), null);
        }
        return Optional.of(json);
    }

    /** @throws TransientFailure if it was not taken for certain; it may be sent again */
    void readReceipt(JsonNode receipt) throws TransientFailure {
        HttpPost post = new HttpPost(endpoint + READ_RECEIPTS);
        post.setEntity(
                new ByteArrayEntity(receipt.toString().getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON));
        if (send(post).status() / 100 != 2) {
            throw new TransientFailure(EltaxCode.NO_GOOD_ANSWER.code(), null);
        }
    }

    private HttpReply send(HttpUriRequestBase request) throws TransientFailure {
        request.setHeader(EltaxHeaders.ACCEPT, "application/json");
        try {
            return http.execute(request, HttpReply::read);
        } catch (IOException e) {
            throw new TransientFailure(EltaxCode.UNREACHABLE.code(), e);
        }
    }
}
