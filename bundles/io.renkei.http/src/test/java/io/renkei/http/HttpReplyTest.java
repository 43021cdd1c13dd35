package io.renkei.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpReplyTest {

    @Test
    void anAnswerIsReadToItsEnd() throws IOException {
        BasicClassicHttpResponse response = new BasicClassicHttpResponse(503);
        response.setHeader("retry-after", "7");
        response.setEntity(new StringEntity("{\"code\":\"混雑\"}", ContentType.APPLICATION_JSON));
        HttpReply reply = HttpReply.read(response);
        assertEquals(503, reply.status());
        assertEquals(Optional.of("7"), reply.retryAfter());
        assertEquals("混雑", reply.json().path("code").asText());
        assertEquals("HttpReply[503]", reply.toString());
    }

    @Test
    void anAnswerWithoutABodyHasNoBytes() throws IOException {
        HttpReply reply = HttpReply.read(new BasicClassicHttpResponse(204));
        assertArrayEquals(new byte[0], reply.body());
        assertEquals(Optional.empty(), reply.retryAfter());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "<html>", "{\"number\":", "\u0000"})
    void whatIsNoJsonSaysNothing(String body) {
        HttpReply reply = new HttpReply(200, Optional.empty(), body.getBytes(StandardCharsets.UTF_8));
        assertTrue(reply.json().isMissingNode());
        assertTrue(reply.json().path("number").isMissingNode());
    }
}
