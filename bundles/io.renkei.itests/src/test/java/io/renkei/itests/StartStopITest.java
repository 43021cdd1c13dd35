package io.renkei.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The commands that the README names, as a person runs them, on an instance of their own. */
public class StartStopITest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Ports ports = Ports.drawn();

    @After
    public void stopWhatRuns() throws Exception {
        renkei("stop");
    }

    @Test
    public void startsAnswersTheClientAndStops() throws Exception {
        assertEquals("not running before", 3, renkei("status").exit());

        Run start = renkei("start");
        assertEquals(start.output(), 0, start.exit());
        assertTrue(start.output(), start.output().contains("https://127.0.0.1:" + ports.https()));

        Run status = renkei("status");
        assertEquals(status.output(), 0, status.exit());
        assertTrue(status.output(), status.output().startsWith("running"));

        Run client = renkei("client", "bundle:list --no-format io.renkei.api");
        assertTrue(client.output(), client.output().contains("Active"));
        assertFalse(
                "an unknown command fails",
                renkei("client", "renkei:no-such-command").exit() == 0);

        assertEquals("nothing listens but on loopback", List.of(), Sockets.listeningElsewhere(pid()));
        assertEquals(
                "the doors and the shell, no more", 2, Sockets.listening(pid()).size());
        assertTrue("no plain HTTP", speaksTls(Integer.parseInt(ports.https())));
        String log = Files.readString(folder.getRoot().toPath().resolve("gateway/data/log/karaf.log"));
        assertFalse("at no moment anything was bound to all addresses", log.contains("0.0.0.0"));
        assertFalse(
                "what started is not started again in the midst of an installation", log.contains("Stopping bundles"));
        assertEquals("nothing that an operator would have to mend", List.of(), errors(log));
        Path key = folder.getRoot().toPath().resolve("gateway/etc/operator.key");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));

        Run stop = renkei("stop");
        assertEquals(stop.output(), 0, stop.exit());
        assertEquals("not running after", 3, renkei("status").exit());
    }

    private static List<String> errors(String log) {
        return log.lines().filter(line -> line.contains("| ERROR |")).toList();
    }

    @Test
    public void namesATakenPortAndTheSettingThatMovesIt() throws Exception {
        try (ServerSocket taken =
                new ServerSocket(Integer.parseInt(ports.https()), 1, InetAddress.getLoopbackAddress())) {
            Run start = renkei("start");
            assertEquals(start.output(), 1, start.exit());
            assertTrue(start.output(), start.output().contains("Port " + taken.getLocalPort() + " is taken"));
            assertTrue(start.output(), start.output().contains("org.osgi.service.http.port.secure"));
        }
    }

    /** A plain request gets no plain answer: the port speaks TLS alone. */
    private static boolean speaksTls(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write("GET /v1/health HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readNBytes(5), StandardCharsets.ISO_8859_1);
            return !answer.equals("HTTP/");
        } catch (SocketException cut) {
            return true;
        }
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readString(folder.getRoot().toPath().resolve("gateway/gateway.pid"))
                .trim());
    }

    private Run renkei(String... arguments) throws Exception {
        Map<String, String> environment = new HashMap<>(ports.environment());
        environment.put("RENKEI_PROFILE", "none");
        return Run.renkei(folder.getRoot().toPath(), environment, arguments);
    }
}
