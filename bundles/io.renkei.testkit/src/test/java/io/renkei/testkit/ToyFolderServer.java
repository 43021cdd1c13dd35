package io.renkei.testkit;

import io.renkei.api.model.Sha256;
import io.renkei.testkit.NoticeFolderContract.FolderServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** One line is a question, and the answer ends with the connection: LIST, GET name, SETTLE name version. */
final class ToyFolderServer implements FolderServer {

    private final Map<String, byte[]> documents = new ConcurrentHashMap<>();
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    ToyFolderServer() throws IOException {
        Thread thread = new Thread(this::serve, "toy-folder");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept();
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8))) {
                caller.getOutputStream().write(answer(in.readLine().split(" ")));
            } catch (IOException e) {
                // The caller went, or the server ends.
            }
        }
    }

    private byte[] answer(String[] question) {
        if (question[0].equals("GET")) {
            return documents.getOrDefault(question[1], new byte[0]);
        }
        if (question[0].equals("SETTLE")) {
            documents.computeIfPresent(
                    question[1], (name, bytes) -> version(bytes).equals(question[2]) ? null : bytes);
        }
        return documents.entrySet().stream()
                .map(each -> each.getKey() + " " + version(each.getValue()) + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String version(byte[] bytes) {
        return Sha256.of(bytes).hex();
    }

    @Override
    public int port() {
        return socket.getLocalPort();
    }

    @Override
    public void leave(String name, byte[] document) {
        documents.put(name, document);
    }

    @Override
    public boolean waits(String name) {
        return documents.containsKey(name);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
