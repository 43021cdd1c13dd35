package io.renkei.tools.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * One mutual-TLS connection that is kept from call to call (HTTP/1.1), with as little work per call as can be, so that a
 * measurement shows the other side. It is opened on the first call and again after a failure. For use by one thread.
 */
public final class KeptConnection implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 60_000;
    private static final int LONGEST_LINE = 16_384;

    private final URI base;
    private final SSLContext tls;
    private Optional<SSLSocket> socket = Optional.empty();
    private InputStream in = InputStream.nullInputStream();

    public KeptConnection(URI base, SSLContext tls) {
        this.base = base;
        this.tls = tls;
    }

    /** An answer, whatever its status; header names in lower case. */
    public record Reply(int status, Map<String, String> headers, byte[] body) {

        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    /** Opens the connection if it is not open. */
    public void open() throws IOException {
        if (socket.isPresent()) {
            return;
        }
        Socket plain = new Socket();
        plain.connect(new InetSocketAddress(base.getHost(), base.getPort()), CONNECT_MILLIS);
        plain.setTcpNoDelay(true);
        plain.setSoTimeout(ANSWER_MILLIS);
        SSLSocket secure = (SSLSocket) tls.getSocketFactory().createSocket(plain, base.getHost(), base.getPort(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        socket = Optional.of(secure);
        in = new BufferedInputStream(secure.getInputStream(), LONGEST_LINE);
    }

    /**
     * One exchange.
     *
     * @param headers names and values in turn
     * @throws IOException if it failed; whether the other side took the request is then not known
     */
    public Reply send(String method, String path, byte[] body, String... headers) throws IOException {
        open();
        try {
            socket.orElseThrow().getOutputStream().write(request(method, path, body, headers));
            Reply reply = reply();
            if (reply.header("connection").filter("close"::equalsIgnoreCase).isPresent()) {
                close();
            }
            return reply;
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        if (socket.isPresent()) {
            SSLSocket open = socket.get();
            socket = Optional.empty();
            open.close();
        }
    }

    private byte[] request(String method, String path, byte[] body, String... headers) throws IOException {
        StringBuilder head = new StringBuilder(256)
                .append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(base.getAuthority())
                .append("\r\nContent-Length: ")
                .append(body.length)
                .append("\r\n");
        for (int i = 0; i < headers.length; i += 2) {
            head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        byte[] first = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream all = new ByteArrayOutputStream(first.length + body.length);
        all.write(first);
        all.write(body);
        return all.toByteArray();
    }

    private Reply reply() throws IOException {
        String[] status = line().split(" ", 3);
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int code = Integer.parseInt(status[1]);
        return new Reply(code, headers, code == 204 || code == 304 ? new byte[0] : body(headers));
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (!"chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            whole.write(in.readNBytes(size));
            line();
        }
        line();
        return whole.toByteArray();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.length() > LONGEST_LINE) {
                throw new IOException("the connection ended within an answer");
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }
}
