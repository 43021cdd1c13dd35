package io.renkei.connector.etax.internal;

import io.renkei.api.model.Sha256;
import io.renkei.api.spi.MessageReader.Origin;
import io.renkei.api.spi.TransientFailure;
import io.renkei.http.HttpReply;
import io.renkei.http.soap.SoapElement;
import io.renkei.http.soap.SoapField;
import io.renkei.http.soap.SoapFormatException;
import io.renkei.http.soap.SoapRequest;
import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** The calls that have no effect or may be repeated. Safe for use by several threads. */
final class EtaxApi {

    private static final int HTTPS = 443;

    private final CloseableHttpClient http;
    private final URI reception;

    /**
     * An answer as it came.
     *
     * @param origin the server whose certificate was verified for it; empty without TLS
     */
    record Received(SoapElement answer, byte[] bytes, Optional<Origin> origin) {

        @Override
        public String toString() {
            return "Received[" + answer.name() + "]";
        }
    }

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
    SoapElement call(String operation, List<SoapField> fields) throws TransientFailure {
        return receive(operation, fields).answer();
    }

    /** As {@link #call}, with the bytes and who sent them. */
    Received receive(String operation, List<SoapField> fields) throws TransientFailure {
        SoapRequest request = Reception.request(operation, fields);
        HttpPost post = new HttpPost(reception);
        post.setHeader(EtaxHeaders.SOAP_ACTION, request.action());
        post.setEntity(new ByteArrayEntity(request.envelope(), ContentType.parse(EtaxHeaders.CONTENT_TYPE)));
        try {
            HttpClientContext context = HttpClientContext.create();
            HttpReply reply = http.execute(post, context, HttpReply::read);
            SoapElement answer = Reception.ANSWERS.body(reply.body());
            if (reply.status() != 200 || !request.isAnsweredBy(answer)) {
                throw new TransientFailure(EtaxCode.NO_USABLE_ANSWER.code(), null);
            }
            return new Received(answer, reply.body(), origin(context.getSSLSession()));
        } catch (IOException e) {
            throw new TransientFailure(EtaxCode.UNREACHABLE.code(), e);
        } catch (SoapFormatException e) {
            throw new TransientFailure(EtaxCode.NO_USABLE_ANSWER.code(), e);
        }
    }

    /** Of the connection that this call went over. */
    private Optional<Origin> origin(SSLSession session) throws IOException {
        if (session == null) {
            return Optional.empty();
        }
        try {
            int port = reception.getPort() < 0 ? HTTPS : reception.getPort();
            return Optional.of(new Origin(
                    reception.getHost() + ":" + port, Sha256.of(session.getPeerCertificates()[0].getEncoded())));
        } catch (CertificateEncodingException e) {
            throw new IOException(e);
        }
    }
}
