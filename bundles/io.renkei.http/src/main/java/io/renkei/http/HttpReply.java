package io.renkei.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * An answer that has come whole.
 *
 * @param status of HTTP; 0 if there is none
 * @param retryAfter the header {@value RetryAfter#HEADER}, where there is one; for {@link RetryAfter#of}
 * @param body without bytes if there is none; not copied
 */
public record HttpReply(int status, Optional<String> retryAfter, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public HttpReply {
        Objects.requireNonNull(retryAfter, "retryAfter");
        Objects.requireNonNull(body, "body");
    }

    /**
     * Reads an answer to its end, as a {@code HttpClientResponseHandler}.
     *
     * @throws IOException if it did not come whole; for a call with an effect, that is unknown then
     */
    public static HttpReply read(ClassicHttpResponse response) throws IOException {
        Optional<String> retryAfter =
                Optional.ofNullable(response.getFirstHeader(RetryAfter.HEADER)).map(Header::getValue);
        byte[] body = response.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(response.getEntity());
        return new HttpReply(response.getCode(), retryAfter, body);
    }

    /** What the body says, read anew with each call; missing where its bytes are no JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory cannot fail", e);
        }
    }

    /** The status only: the body may hold anything. */
    @Override
    public String toString() {
        return "HttpReply[" + status + "]";
    }
}
