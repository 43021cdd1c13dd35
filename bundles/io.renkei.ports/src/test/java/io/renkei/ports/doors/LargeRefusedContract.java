package io.renkei.ports.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

/** Callers as plain as they come: they send all of a large body before they look for an answer. */
public abstract class LargeRefusedContract {

    private static final int PIECE = 64 * 1024;
    private static final long LARGE = 50L << 20;
    private static final int LARGE_TIMES = 8;
    private static final long SMALL = 2L << 20;
    private static final int SMALL_TIMES = 60;

    private final String path;
    private final String contentType;
    private final String unknown;
    private final String tooLarge;

    /**
     * @param path that takes applications
     * @param unknown the code for an unknown partner
     * @param tooLarge the code for a body over the bound, which is less than 2 MiB
     */
    protected LargeRefusedContract(String path, String contentType, String unknown, String tooLarge) {
        this.path = path;
        this.contentType = contentType;
        this.unknown = unknown;
        this.tooLarge = tooLarge;
    }

    /** A connection to the door. */
    protected abstract SSLSocket open(String who) throws IOException;

    /** How many bodies the kernel read. */
    protected abstract int bodies();

    @Test
    void anUnknownPartnerReadsWhyItsLargeBodyIsNotTaken() throws IOException {
        for (int i = 0; i < LARGE_TIMES; i++) {
            assertAnswer(send("stranger", LARGE, false, ""), "HTTP/1.1 401 ", unknown);
        }
        for (int i = 0; i < SMALL_TIMES; i++) {
            assertAnswer(send("stranger", SMALL, false, ""), "HTTP/1.1 401 ", unknown);
        }
        assertEquals(0, bodies(), "nothing of it was read by the kernel");
    }

    @Test
    void aBodyOverTheBoundIsAnsweredWhetherItsLengthWasAnnouncedOrNot() throws IOException {
        for (int i = 0; i < LARGE_TIMES / 2; i++) {
            assertAnswer(send("acme", LARGE, false, ""), "HTTP/1.1 413 ", tooLarge);
            assertAnswer(send("acme", LARGE, true, ""), "HTTP/1.1 413 ", tooLarge);
        }
        for (int i = 0; i < SMALL_TIMES / 2; i++) {
            assertAnswer(send("acme", SMALL, false, ""), "HTTP/1.1 413 ", tooLarge);
            assertAnswer(send("acme", SMALL, true, ""), "HTTP/1.1 413 ", tooLarge);
        }
    }

    /** The door does not wait for a body that it did not ask for, and does not ask for one that it refuses. */
    @Test
    void whoAsksFirstIsRefusedAtOnce() throws IOException {
        try (SSLSocket socket = open("acme")) {
            socket.getOutputStream().write(head(LARGE, false, "Expect: 100-continue\r\n"));
            assertAnswer(read(socket), "HTTP/1.1 413 ", tooLarge);
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

    private byte[] head(long length, boolean isChunked, String more) {
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: " + contentType + "\r\n" + more
                + (isChunked ? "Transfer-Encoding: chunked" : "Content-Length: " + length) + "\r\n\r\n";
        return head.getBytes(StandardCharsets.US_ASCII);
    }

    private static String read(SSLSocket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
