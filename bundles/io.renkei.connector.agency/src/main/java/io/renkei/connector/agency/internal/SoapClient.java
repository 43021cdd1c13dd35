package io.renkei.connector.agency.internal;

import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TransientFailure;
import io.renkei.http.HttpReply;
import io.renkei.http.soap.SoapElement;
import io.renkei.http.soap.SoapFormatException;
import io.renkei.http.soap.SoapReader;
import io.renkei.http.soap.SoapRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Calls one server. Every call may be made again, so whatever is no answer is a {@link TransientFailure}; only that the server refuses
 * the call as such needs a person. No text of the server goes further. Safe for use by several threads.
 */
final class SoapClient {

    private static final String SOAP_ACTION = "SOAPAction";
    private static final ContentType CONTENT_TYPE = ContentType.parse("text/xml; charset=utf-8");
    static final SoapReader ANSWERS = new SoapReader(8, 50_000, 4_096);
    private static final Set<Integer> REFUSED = Set.of(400, 401, 403, 404, 405, 413, 415);

    private final CloseableHttpClient http;
    private final URI url;

    SoapClient(CloseableHttpClient http, URI url) {
        this.http = http;
        this.url = url;
    }

    /** @return the element {@code <operation>Response} */
    SoapElement call(SoapRequest request) throws TransientFailure, PermanentFailure {
        HttpPost post = new HttpPost(url);
        post.setHeader(SOAP_ACTION, request.action());
        post.setEntity(new ByteArrayEntity(request.envelope(), CONTENT_TYPE));
        try {
            return answer(request, http.execute(post, HttpReply::read));
        } catch (IOException e) {
            throw new TransientFailure(AgencyCode.UNREACHABLE.code(), e);
        }
    }

    private static SoapElement answer(SoapRequest request, HttpReply reply) throws TransientFailure, PermanentFailure {
        if (REFUSED.contains(reply.status())) {
            throw new PermanentFailure(AgencyCode.REFUSED.code(), null);
        }
        try {
            SoapElement answer = ANSWERS.body(reply.body());
            if (answer.isClientFault()) {
                throw new PermanentFailure(AgencyCode.REFUSED.code(), null);
            }
            if (reply.status() == 200 && request.isAnsweredBy(answer)) {
                return answer;
            }
        } catch (SoapFormatException e) {
            throw new TransientFailure(notUsable(reply).code(), e);
        }
        throw new TransientFailure(notUsable(reply).code(), null);
    }

    private static AgencyCode notUsable(HttpReply reply) {
        return reply.status() == 429 || reply.status() == 503 ? AgencyCode.BUSY : AgencyCode.NO_USABLE_ANSWER;
    }
}
