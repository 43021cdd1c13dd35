package io.renkei.door.soap.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

/** Callers as plain as they come: they send all of a large body before they look for an answer. */
class LargeRefusedTest extends DoorTest {

    private static final int PIECE = 64 * 1024;
    private static final long LARGE = 50L << 20;
    private static final int LARGE_TIMES = 8;
    private static final long SMALL = 2L << 20;
    private static final int SMALL_TIMES = 60;

    @Test
    void anUnknownPartnerReadsWhyItsLargeBodyIsNotTaken() throws IOException {
        for (int i = 0; i < LARGE_TIMES; i++) {
            assertAnswer(send("stranger", LARGE, false, ""), "HTTP/1.1 401 ", "SOAP-002");
        }
        for (int i = 0; i < SMALL_TIMES; i++) {
            assertAnswer(send("stranger", SMALL, false, ""), "HTTP/1.1 401 ", "SOAP-002");
        }
        assertEquals(0, door.kernel.intake.bodies.get(), "nothing of it was read by the kernel");
    }

    @Test
    void aBodyOverTheBoundIsAnsweredWhetherItsLengthWasAnnouncedOrNot() throws IOException {
        for (int i = 0; i < LARGE_TIMES / 2; i++) {
            assertAnswer(send("acme", LARGE, false, ""), "HTTP/1.1 413 ", "SOAP-008");
            assertAnswer(send("acme", LARGE, true, ""), "HTTP/1.1 413 ", "SOAP-008");
        }
        for (int i = 0; i < SMALL_TIMES / 2; i++) {
            assertAnswer(send("acme", SMALL, false, ""), "HTTP/1.1 413 ", "SOAP-008");
            assertAnswer(send("acme", SMALL, true, ""), "HTTP/1.1 413 ", "SOAP-008");
        }
    }

    /** The door does not wait for a body that it did not ask for, and does not ask for one that it refuses. */
    @Test
    void whoAsksFirstIsRefusedAtOnce() throws IOException {
        try (SSLSocket socket = open("acme")) {
            socket.getOutputStream().write(head(LARGE, false, "Expect: 100-continue\r\n"));
            assertAnswer(read(socket), "HTTP/1.1 413 ", "SOAP-008");
        }
    }

    private static void assertAnswer(String answer, String status, String code) {
        assertTrue(answer.startsWith(status) && answer.contains(code), answer);
    }

    private String send(String who, long length, boolean isChunked, String more) throws IOException {
        try (SSLSocket socket = open(who)) {
            OutputStream out = socket.getOutputStream();
            out.write(head(length, isChunked, more));
            byte[] piece = " ".repeat(PIECE).getBytes(StandardCharsets.US_ASCII);
            for (long sent = 0; sent < length; sent += PIECE) {
                if (isChunked) {
                    out.write((Integer.toHexString(PIECE) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                }
                out.write(piece);
                if (isChunked) {
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            }
            if (isChunked) {
                out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.flush();
            return read(socket);
        }
    }

    private SSLSocket open(String who) throws IOException {
        return (SSLSocket) Door.tls(who).getSocketFactory().createSocket("127.0.0.1", door.port);
    }

    private static byte[] head(long length, boolean isChunked, String more) {
        String head = "POST /soap/applications HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: text/xml; charset=utf-8\r\n" + more
                + (isChunked ? "Transfer-Encoding: chunked" : "Content-Length: " + length) + "\r\n\r\n";
        return head.getBytes(StandardCharsets.US_ASCII);
    }

    private static String read(SSLSocket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
