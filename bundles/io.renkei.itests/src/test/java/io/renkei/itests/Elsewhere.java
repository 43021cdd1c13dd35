package io.renkei.itests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;

/** A place that the gateway must never connect to, whoever names it. */
final class Elsewhere implements AutoCloseable {

    private final ServerSocket socket;

    Elsewhere() throws IOException {
        socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        socket.setSoTimeout(1);
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/";
    }

    void requireThatNobodyCame() throws IOException {
        try {
            socket.accept().close();
        } catch (SocketTimeoutException nobodyCame) {
            return;
        }
        throw new AssertionError("somebody outside chose where the gateway connects to");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
