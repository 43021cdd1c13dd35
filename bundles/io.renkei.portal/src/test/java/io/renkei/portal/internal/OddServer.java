package io.renkei.portal.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A server that reads a request and then misbehaves on the socket, for one connection after the other. */
final class OddServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Manners manners;
    private final Thread thread = new Thread(this::run, "odd-server");
    /** Bytes of answers that went out. */
    final AtomicLong written = new AtomicLong();
    /** Counted down when the other side ended a connection. */
    final CountDownLatch cut = new CountDownLatch(1);

    interface Manners {
        void answer(OddServer server, OutputStream out) throws IOException, InterruptedException;
    }

    OddServer(Manners manners) throws IOException {
        this.manners = manners;
        thread.start();
    }

    /** Says nothing. */
    static Manners silent() {
        return (server, out) -> server.closed.await();
    }

    /** One byte every 20 ms, after a beginning. */
    static Manners drip(String beginning) {
        return (server, out) -> {
            server.write(out, beginning);
            while (!server.closed.await(20, TimeUnit.MILLISECONDS)) {
                server.write(out, "x");
            }
        };
    }

    /** As many bytes as the other side takes, after a beginning. */
    static Manners flood(String beginning) {
        return (server, out) -> {
            server.write(out, beginning);
            while (server.closed.getCount() > 0) {
                server.write(out, "x".repeat(1024));
            }
        };
    }

    private void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        written.addAndGet(text.length());
    }

    private void run() {
        while (closed.getCount() > 0) {
            try (Socket connection = socket.accept()) {
                readRequest(connection);
                manners.answer(this, connection.getOutputStream());
            } catch (IOException e) {
                if (closed.getCount() > 0) {
                    cut.countDown();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void readRequest(Socket connection) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        for (int i = 0; i < length; i++) {
            in.read();
        }
    }

    URI address() {
        return URI.create("http://localhost:" + socket.getLocalPort() + "/events");
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
    }
}
