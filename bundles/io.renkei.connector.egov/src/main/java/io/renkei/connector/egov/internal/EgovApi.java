package io.renkei.connector.egov.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.renkei.api.model.PartnerId;
import io.renkei.api.spi.TokenVault;
import io.renkei.api.spi.TransientFailure;
import io.renkei.http.HttpReply;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicNameValuePair;

/** The calls that have no effect or may be repeated: token, lists, cases, documents. Safe for use by several threads. */
final class EgovApi implements EgovTokens.Endpoint {

    static final String TRIAL = "X-eGovAPI-Trial";
    static final ObjectMapper JSON = new ObjectMapper();

    private final CloseableHttpClient http;
    private final EgovSettings settings;
    private final EgovTokens tokens;

    EgovApi(CloseableHttpClient http, EgovSettings settings, TokenVault vault, java.time.Clock clock) {
        this.http = http;
        this.settings = settings;
        this.tokens = new EgovTokens(vault, settings.destination(), this, clock, settings.tokenMargin());
    }

    EgovTokens tokens() {
        return tokens;
    }

    /**
     * The body of a good answer.
     *
     * @param path below the endpoint, with its query
     * @return empty if e-Gov knows no such thing (404)
     * @throws TransientFailure if there is no good answer, or the sender has to consent again
     */
    Optional<JsonNode> get(PartnerId sender, String path) throws TransientFailure {
        return call(sender, () -> new HttpGet(settings.http().endpoint() + path));
    }

    /** As {@link #get}, with a body that may be sent again. */
    Optional<JsonNode> post(PartnerId sender, String path, JsonNode body) throws TransientFailure {
        return call(sender, () -> {
            HttpPost post = new HttpPost(settings.http().endpoint() + path);
            post.setEntity(new ByteArrayEntity(
                    body.toString().getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON));
            return post;
        });
    }

    @Override
    public HttpReply refresh(String refreshToken) throws IOException {
        HttpPost post = new HttpPost(URI.create(settings.auth() + "/token"));
        post.setEntity(new UrlEncodedFormEntity(
                List.of(
                        new BasicNameValuePair("grant_type", "refresh_token"),
                        new BasicNameValuePair("client_id", settings.clientId()),
                        new BasicNameValuePair("refresh_token", refreshToken)),
                StandardCharsets.UTF_8));
        return send(post);
    }

    private Optional<JsonNode> call(PartnerId sender, java.util.function.Supplier<HttpUriRequestBase> request)
            throws TransientFailure {
        TokenVault.Tokens token = consented(tokens.usable(sender));
        HttpReply reply = send(request.get(), token);
        if (reply.status() == 401) {
            reply = send(request.get(), consented(tokens.renewed(sender, token.version())));
        }
        if (reply.status() == 404) {
            return Optional.empty();
        }
        if (reply.status() == 401) {
            throw new TransientFailure(EgovCode.TOKEN_REJECTED.code(), null);
        }
        JsonNode json = reply.json();
        if (reply.status() != 200 || !json.path("results").isObject()) {
            throw new TransientFailure(EgovCode.UNREACHABLE.code(), null);
        }
        return Optional.of(json);
    }

    private HttpReply send(HttpUriRequestBase request, TokenVault.Tokens token) throws TransientFailure {
        request.setHeader("Authorization", "Bearer " + token.accessToken());
        try {
            return send(request);
        } catch (IOException e) {
            throw new TransientFailure(EgovCode.UNREACHABLE.code(), e);
        }
    }

    private HttpReply send(HttpUriRequestBase request) throws IOException {
        if (settings.trial()) {
            request.setHeader(TRIAL, "true");
        }
        request.setHeader("Accept", "application/json");
        return http.execute(request, HttpReply::read);
    }

    private static TokenVault.Tokens consented(Optional<TokenVault.Tokens> tokens) throws TransientFailure {
        if (tokens.isEmpty()) {
            throw new TransientFailure(EgovCode.CONSENT_NEEDED.code(), null);
        }
        return tokens.get();
    }
}
