package io.renkei.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A server that does what it is told with each request of a connection, byte by byte. */
final class StubServer implements AutoCloseable {

    /** What it does with a request that it has read; the connection goes on after it. */
    interface Manner {
        void treat(String request, OutputStream out, CountDownLatch closed) throws IOException, InterruptedException;
    }

    static final Manner SILENT = (request, out, closed) -> closed.await();
    static final Manner CUTS = (request, out, closed) -> {
        throw new IOException("cut");
    };

    private final ServerSocket socket;
    private final Manner manner;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** Requests that were read to their end. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    /** Connections, one line each when it has ended. */
    final List<String> ended = new CopyOnWriteArrayList<>();

    StubServer(Manner manner) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.manner = manner;
        threads.execute(this::accept);
    }

    static Manner answers(String head, String body) {
        return (request, out, closed) -> write(out, head + "\r\n\r\n" + body);
    }

    static Manner ok(String body) {
        return answers("HTTP/1.1 200 OK\r\nContent-Length: " + body.length(), body);
    }

    /** Writes the beginning, then one part again and again, for 20 seconds or until the other side or the test ends it. */
    static Manner drips(String beginning, String part) {
        return (request, out, closed) -> {
            write(out, beginning);
            for (int times = 0; times < 1_000 && !closed.await(20, TimeUnit.MILLISECONDS); times++) {
                write(out, part);
            }
        };
    }

    URI url() {
        return URI.create("http://localhost:" + socket.getLocalPort() + "/");
    }

    int connections() {
        return open.size();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                open.add(connection);
                threads.execute(() -> serve(connection));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            for (String request = read(connection.getInputStream());
                    !request.isEmpty();
                    request = read(connection.getInputStream())) {
                requests.add(request);
                manner.treat(request, connection.getOutputStream(), closed);
            }
        } catch (IOException e) {
            // The other side, or the manner, has cut it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.add("ended");
        }
    }

    /** Head and body; empty at the end of the connection. */
    private static String read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        int length = 0;
        for (String line : new ArrayList<>(List.of(head.toString().split("\r\n")))) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
        threads.shutdownNow();
    }
}
