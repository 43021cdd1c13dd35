package io.renkei.connector.privatedelivery.internal;

import io.renkei.api.spi.HoldingsSource.Page;
import io.renkei.api.spi.HoldingsSource.Sender;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TransientFailure;
import io.renkei.http.HttpReply;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPut;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** The calls; each may be repeated. Safe for use by several threads. */
final class ServiceApi {

    static final String SENDERS = "/senders";
    static final String HOLDINGS = "/holdings";
    static final String SUBJECT = "Renkei-Subject";

    private static final Pattern SUBJECT_FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Pattern ID_FORM = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,64}");

    private final CloseableHttpClient http;
    private final String endpoint;

    ServiceApi(CloseableHttpClient http, PrivateDeliverySettings settings) {
        this.http = http;
        this.endpoint = settings.http().endpoint().toString();
    }

    List<Sender> senders(String subject) throws TransientFailure, PermanentFailure {
        return ServiceAnswers.senders(ask(new HttpGet(endpoint + SENDERS), subject));
    }

    boolean pick(String subject, String sender, boolean picked) throws TransientFailure, PermanentFailure {
        return isId(sender)
                && ServiceAnswers.done(
                        put(SENDERS + "/" + sender, "{\"picked\":" + picked + "}", subject),
                        ServiceAnswers.UNKNOWN_SENDER);
    }

    Page holdings(String subject, Optional<String> cursor) throws TransientFailure, PermanentFailure {
        String page = cursor.map(at -> "?cursor=" + URLEncoder.encode(at, StandardCharsets.UTF_8))
                .orElse("");
        return ServiceAnswers.page(ask(new HttpGet(endpoint + HOLDINGS + page), subject));
    }

    boolean markRead(String subject, String holding, Instant opened) throws TransientFailure, PermanentFailure {
        return isId(holding)
                && ServiceAnswers.done(
                        put(HOLDINGS + "/" + holding + "/read", "{\"openedAt\":\"" + opened + "\"}", subject),
                        ServiceAnswers.UNKNOWN_HOLDING);
    }

    /** The answer stays open for who reads the document; any other is read and closed here. */
    Optional<InputStream> fetch(String subject, String holding) throws TransientFailure, PermanentFailure {
        if (!isId(holding)) {
            return Optional.empty();
        }
        HttpGet get = new HttpGet(endpoint + HOLDINGS + "/" + holding);
        prepare(get, subject);
        get.setHeader("Accept", "application/xml");
        try {
            ClassicHttpResponse response = http.executeOpen(RoutingSupport.determineHost(get), get, null);
            if (response.getCode() == 200 && response.getEntity() != null) {
                return Optional.of(response.getEntity().getContent());
            }
            try (response) {
                HttpReply reply = HttpReply.read(response);
                ServiceAnswers.done(reply, ServiceAnswers.UNKNOWN_HOLDING);
                return Optional.empty();
            }
        } catch (IOException | HttpException e) {
            throw new TransientFailure(PrivateDeliveryCode.UNREACHABLE.code(), e);
        }
    }

    private HttpReply put(String path, String json, String subject) throws TransientFailure {
        HttpPut put = new HttpPut(endpoint + path);
        put.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
        return ask(put, subject);
    }

    private HttpReply ask(HttpUriRequestBase request, String subject) throws TransientFailure {
        prepare(request, subject);
        request.setHeader("Accept", "application/json");
        try {
            return http.execute(request, HttpReply::read);
        } catch (IOException e) {
            throw new TransientFailure(PrivateDeliveryCode.UNREACHABLE.code(), e);
        }
    }

    private static void prepare(HttpUriRequestBase request, String subject) {
        if (!SUBJECT_FORM.matcher(subject).matches()) {
            throw new IllegalArgumentException("a subject has 1 to 255 printable ASCII characters");
        }
        request.setHeader(SUBJECT, subject);
    }

    private static boolean isId(String text) {
        return ID_FORM.matcher(text).matches();
    }
}
