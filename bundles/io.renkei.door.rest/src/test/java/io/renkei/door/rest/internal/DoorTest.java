package io.renkei.door.rest.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;

/** A fresh door for each test. */
abstract class DoorTest {

    static final String XML = "application/xml";
    static final String PACKAGE = "<application>株式会社アクメ 山田花子 入社</application>";

    Door door;

    @BeforeEach
    void open() {
        door = Door.shared();
        door.fresh();
    }

    HttpResponse<byte[]> submit(String who, String number, String body) {
        return door.post(who, "/v1/applications", body, "Content-Type", XML, "Idempotency-Key", number);
    }

    static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return Contract.JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String code(HttpResponse<byte[]> response) {
        return json(response).path("code").asText();
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    static String header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
