package io.renkei.connector.privatedelivery.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.renkei.api.spi.HoldingsSource.Holding;
import io.renkei.api.spi.HoldingsSource.Page;
import io.renkei.api.spi.HoldingsSource.Sender;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TransientFailure;
import io.renkei.http.HttpReply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The golden files are what docs/partners/private-delivery-holdings.md shows. */
class ServiceAnswersTest {

    @Test
    void readsSendersAsAgreed() throws Exception {
        assertEquals(
                List.of(new Sender("insurer", "試験生命保険株式会社", true), new Sender("bank", "試験銀行株式会社", false)),
                ServiceAnswers.senders(ok(file("senders.json"))));
    }

    @Test
    void readsAPageAsAgreed() throws Exception {
        Holding holding = new Holding(
                "h-2026-1", "insurer", "TEG800", 2026, "生命保険料控除証明書", Instant.parse("2026-10-19T15:00:00Z"), false);
        assertEquals(new Page(List.of(holding), Optional.of("c2")), ServiceAnswers.page(ok(file("holdings.json"))));
        assertEquals(
                new Page(List.of(holding), Optional.empty()),
                ServiceAnswers.page(ok(file("holdings.json").replace("\"c2\"", "null"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"h-2026-1\" -> \"../h\"",
                "\"TEG800\" -> \"teg\"",
                "2026, -> \"x\",",
                "2026-10-20T00:00:00+09:00 -> yesterday",
                "false -> \"no\"",
                "\"c2\" -> 2",
                "\"c2\" -> \"\"",
                "holdings -> letters",
            })
    void whatIsNotAsAgreedIsNotBelieved(String change) throws Exception {
        String[] both = change.split(" -> ");
        String changed = file("holdings.json").replace(both[0], both[1]);
        TransientFailure odd = assertThrows(TransientFailure.class, () -> ServiceAnswers.page(ok(changed)));
        assertEquals("PRIVATEDELIVERY-002", odd.getMessage());
    }

    @Test
    void unknownCountsOnlyWithTheWordForIt() throws Exception {
        assertFalse(ServiceAnswers.done(reply(404, "{\"code\":\"UNKNOWN-SENDER\"}"), ServiceAnswers.UNKNOWN_SENDER));
        assertThrows(
                TransientFailure.class,
                () -> ServiceAnswers.done(reply(404, "{\"code\":\"UNKNOWN-SENDER\"}"), ServiceAnswers.UNKNOWN_HOLDING));
        assertThrows(TransientFailure.class, () -> ServiceAnswers.done(reply(404, "<html>"), "UNKNOWN-SENDER"));
        assertEquals(
                "PRIVATEDELIVERY-004",
                assertThrows(
                                PermanentFailure.class,
                                () -> ServiceAnswers.senders(reply(404, "{\"code\":\"UNKNOWN-SUBJECT\"}")))
                        .getMessage());
    }

    @Test
    void beingBusyOrShutOutIsForTheOperatorToMend() {
        for (int status : new int[] {429, 503}) {
            assertEquals(
                    "PRIVATEDELIVERY-005",
                    assertThrows(TransientFailure.class, () -> ServiceAnswers.senders(reply(status, "")))
                            .getMessage());
        }
        for (int status : new int[] {401, 403}) {
            assertEquals(
                    "PRIVATEDELIVERY-003",
                    assertThrows(TransientFailure.class, () -> ServiceAnswers.senders(reply(status, "")))
                            .getMessage());
        }
    }

    private static HttpReply ok(String json) {
        return reply(200, json);
    }

    private static HttpReply reply(int status, String body) {
        return new HttpReply(status, Optional.empty(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static String file(String name) throws IOException {
        try (InputStream in = ServiceAnswersTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
