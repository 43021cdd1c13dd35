package io.renkei.door.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.ports.access.Partners.Entry.Place;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

class BodyTest extends DoorTest {

    private static final Place PLACE = () -> {};

    @Test
    void anOversizeBodyIsRefusedBeforeAByteOfItIsRead() throws IOException {
        String answer = talk(door, "Content-Length: 100001\r\n\r\n", "");
        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        assertTrue(answer.contains("REST-010"), answer);
    }

    @Test
    void anOversizeBodyOfUnknownLengthIsRefusedWhereItPassesTheBound() {
        byte[] body = "あ".repeat(40_000).getBytes(StandardCharsets.UTF_8);
        var answer = door.send(
                "acme",
                "POST",
                "/v1/applications",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                "Content-Type",
                XML);
        assertEquals("REST-010", code(answer));
        assertEquals(0, door.kernel.intake.bodies.get());
    }

    @Test
    void aBodyThatGrowsPastItsPlaceIsAskedToComeAgain() {
        door.kernel.partners.room = 5;
        var answer = submit("acme", "A-1", PACKAGE);
        assertEquals("REST-013", code(answer));
        assertEquals("1", header(answer, "Retry-After"));
    }

    @Test
    void aSilentSenderIsEndedByTheIdleTimeout() throws Exception {
        try (Door impatient = new Door(Duration.ofMillis(500))) {
            String answer = talk(impatient, "Content-Length: 1000\r\n\r\n", "<application>");
            assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
            assertTrue(answer.contains("REST-016"), answer);
            assertEquals(0, impatient.kernel.intake.bodies.get());
        }
    }

    @Test
    void aDrippingSenderIsEndedByTheDeadline() throws IOException {
        AtomicLong nanos = new AtomicLong();
        BoundedBody body = new BoundedBody(
                new ByteArrayInputStream(new byte[10]),
                new RestSettings(100, Duration.ofSeconds(3), 4096),
                PLACE,
                () -> nanos.getAndAdd(Duration.ofSeconds(1).toNanos()));

        body.read();
        body.read();
        body.read();
        assertThrows(IOException.class, body::read);
        assertEquals(Optional.of(RestCode.BODY_SLOW), body.fault());
        assertThrows(IOException.class, body::readAllBytes, "it stays stopped");
    }

    @Test
    void theReasonIsKeptWhateverTheReaderMakesOfIt() {
        BoundedBody body = new BoundedBody(
                new ByteArrayInputStream(new byte[10]),
                new RestSettings(5, Duration.ofSeconds(3), 4096),
                PLACE,
                System::nanoTime);
        assertThrows(IOException.class, body::readAllBytes);
        assertEquals(
                RestCode.BODY_TOO_LARGE,
                Failures.refusal(new IllegalStateException("wrapped"), body).code());
    }

    /** Sends what no client library would, and reads the problem document of the answer. */
    private static String talk(Door door, String headers, String body) throws IOException {
        try (SSLSocket socket = (SSLSocket) Door.tls("acme").getSocketFactory().createSocket("127.0.0.1", door.port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/applications HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/xml\r\n"
                            + headers
                            + body)
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            for (int b = 0; b >= 0 && b != '}'; ) {
                b = socket.getInputStream().read();
                answer.write(b);
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }
}
