package io.renkei.connector.etax.internal;

import io.renkei.api.spi.TransientFailure;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** The calls that have no effect or may be repeated. Safe for use by several threads. */
final class EtaxApi {

    private final CloseableHttpClient http;
    private final URI reception;

    private record Reply(int status, byte[] body) {}

    EtaxApi(CloseableHttpClient http, URI reception) {
        this.http = http;
        this.reception = reception;
    }

    /**
     * Calls an operation.
     *
     * @return the element {@code <operation>Response}
     * @throws TransientFailure if there is no such answer
     */
    Node call(String operation, List<Soap.Field> fields) throws TransientFailure {
        Soap.Request request = Soap.request(operation, fields);
        HttpPost post = new HttpPost(reception);
        post.setHeader(EtaxHeaders.SOAP_ACTION, request.action());
        post.setEntity(new ByteArrayEntity(request.envelope(), ContentType.parse(EtaxHeaders.CONTENT_TYPE)));
        try {
            Reply reply = http.execute(post, EtaxApi::read);
            Node answer = SoapReader.body(reply.body());
            if (reply.status() != 200 || !answer.is(Soap.RECEPTION, operation + "Response")) {
                throw new TransientFailure(EtaxCode.NO_USABLE_ANSWER.code(), null);
            }
            return answer;
        } catch (IOException e) {
            throw new TransientFailure(EtaxCode.UNREACHABLE.code(), e);
        } catch (SoapFormatException e) {
            throw new TransientFailure(EtaxCode.NO_USABLE_ANSWER.code(), e);
        }
    }

    private static Reply read(ClassicHttpResponse response) throws IOException {
        byte[] body = response.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(response.getEntity());
        return new Reply(response.getCode(), body);
    }
}
