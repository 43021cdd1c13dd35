package io.renkei.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.spi.NoticeFolder;
import io.renkei.api.spi.NoticeFolder.Left;
import io.renkei.api.spi.NoticeFolder.Receipt;
import io.renkei.api.spi.NoticeFolder.Visit;
import io.renkei.api.spi.TransientFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The promises of {@link NoticeFolder}, for one connector that takes documents over a connection of TCP. A subclass hands
 * over a server and the connector. {@code docs/integrators/connector-contract.md} says which test holds which promise, and
 * why the gateway needs it.
 */
@ConsumerType
@Timeout(60)
public abstract class NoticeFolderContract {

    private static final byte[] DOCUMENT = "<公文書>決定</公文書>".getBytes(StandardCharsets.UTF_8);
    private static final Receipt TAKEN = new Receipt("5f0c1f0e-0000-4000-8000-000000000001", Optional.empty());
    private static final Receipt REFUSED =
            new Receipt("5f0c1f0e-0000-4000-8000-000000000002", Optional.of("NOTICES-003"));

    private final List<NoticeFolder> connected = new ArrayList<>();
    private FolderServer server;

    /** A destination's server, fresh for each test. */
    @ConsumerType
    public interface FolderServer extends AutoCloseable {

        /** The port at which it listens on this machine. */
        int port();

        /** A document is left there, complete. Its name is letters, digits and a dot. */
        void leave(String name, byte[] document) throws Exception;

        /** Whether it still waits there under this name. */
        boolean waits(String name) throws Exception;

        @Override
        void close() throws Exception;
    }

    protected abstract FolderServer server() throws Exception;

    /**
     * The connector as it is deployed, with an instance that reaches its server at the given port of this machine. Each of
     * its timeouts is a few seconds at most, so that the tests are quick.
     */
    protected abstract NoticeFolder folder(int port) throws Exception;

    /** What the component runtime does when the instance goes. */
    protected abstract void disconnect(NoticeFolder folder) throws Exception;

    /**
     * How long a test waits for what has to happen, and for a call that has to give up: the timeouts of the connector, on a
     * machine under load. Ten seconds unless a subclass says otherwise.
     */
    protected Duration patience() {
        return Duration.ofSeconds(10);
    }

    @BeforeEach
    final void startServer() throws Exception {
        server = server();
    }

    @AfterEach
    final void stopAll() throws Exception {
        for (NoticeFolder folder : connected) {
            disconnect(folder);
        }
        server.close();
    }

    private NoticeFolder connect(int port) throws Exception {
        NoticeFolder folder = folder(port);
        connected.add(folder);
        return folder;
    }

    /** Visits until the list is good; a document may be looked at several times before it counts as complete. */
    private Visit visitUntil(NoticeFolder folder, Predicate<List<Left>> good) throws Exception {
        long end = System.nanoTime() + patience().toNanos();
        while (true) {
            Visit visit = folder.visit();
            List<Left> left = visit.left();
            if (good.test(left)) {
                return visit;
            }
            visit.close();
            assertTrue(System.nanoTime() - end < 0, () -> "not within " + patience() + "; listed last: " + left);
        }
    }

    private static Left only(Visit visit) throws TransientFailure {
        List<Left> left = visit.left();
        assertEquals(1, left.size());
        return left.get(0);
    }

    private static byte[] read(Visit visit, Left document) throws IOException {
        try (InputStream in = visit.read(document)) {
            return in.readAllBytes();
        }
    }

    @Test
    void whatIsLeftIsListedAndReadByteForByte() throws Exception {
        server.leave("decision.xml", DOCUMENT);
        try (Visit visit = visitUntil(connect(server.port()), left -> left.size() == 1)) {
            Left document = only(visit);
            assertEquals("decision.xml", document.name());
            assertArrayEquals(DOCUMENT, read(visit, document));
        }
        assertTrue(server.waits("decision.xml"), "reading moves nothing");
    }

    @Test
    void aDocumentComesAgainUntilItIsAcknowledged() throws Exception {
        server.leave("decision.xml", DOCUMENT);
        NoticeFolder first = connect(server.port());
        try (Visit visit = visitUntil(first, left -> left.size() == 1)) {
            read(visit, only(visit));
        }
        NoticeFolder afterAKill = connect(server.port());
        try (Visit visit = visitUntil(afterAKill, left -> left.size() == 1)) {
            visit.acknowledge(only(visit), TAKEN);
        }
        assertFalse(server.waits("decision.xml"));
        try (Visit visit = afterAKill.visit()) {
            assertEquals(List.of(), visit.left());
        }
    }

    @Test
    void anAcknowledgementThatComesAgainDoesNoHarm() throws Exception {
        server.leave("decision.xml", DOCUMENT);
        try (Visit visit = visitUntil(connect(server.port()), left -> left.size() == 1)) {
            Left document = only(visit);
            visit.acknowledge(document, TAKEN);
            visit.acknowledge(document, TAKEN);
        }
        assertFalse(server.waits("decision.xml"));
    }

    @Test
    void aRefusedDocumentIsNotListedAgain() throws Exception {
        server.leave("forged.xml", DOCUMENT);
        NoticeFolder folder = connect(server.port());
        try (Visit visit = visitUntil(folder, left -> left.size() == 1)) {
            visit.acknowledge(only(visit), REFUSED);
        }
        try (Visit visit = folder.visit()) {
            assertEquals(List.of(), visit.left());
        }
    }

    @Test
    void aChangedDocumentIsAnotherVersion() throws Exception {
        server.leave("decision.xml", DOCUMENT);
        NoticeFolder folder = connect(server.port());
        Left before;
        try (Visit visit = visitUntil(folder, left -> left.size() == 1)) {
            before = only(visit);
        }
        server.leave("decision.xml", "<公文書>別の決定</公文書>".getBytes(StandardCharsets.UTF_8));
        try (Visit visit =
                visitUntil(folder, left -> left.size() == 1 && !left.get(0).equals(before))) {
            assertNotEquals(before, only(visit));
        }
    }

    @Test
    void nobodyThereIsATransientFailure() throws Exception {
        NoticeFolder folder = connect(Checks.freePort());
        Checks.assertCode(assertThrows(TransientFailure.class, folder::visit));
    }

    @Test
    void aSilentServerIsATransientFailureWithinTheTimeouts() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            NoticeFolder folder = connect(silent.getLocalPort());
            long began = System.nanoTime();
            Checks.assertCode(assertThrows(TransientFailure.class, folder::visit));
            Checks.assertWithin(patience(), began);
        }
    }

    @Test
    void theFolderIsProbedWithinASecondAndWithoutEffect() throws Exception {
        server.leave("decision.xml", DOCUMENT);
        NoticeFolder folder = connect(server.port());
        folder.probe();
        Checks.assertUp(folder::probe);
        assertTrue(server.waits("decision.xml"));
    }

    @Test
    void aProbeOfASilentServerGivesUpWithinASecond() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            NoticeFolder folder = connect(silent.getLocalPort());
            folder.probe();
            Checks.assertGivesUp(folder::probe);
        }
    }

    @Test
    void destinationAndVisitingStayTheSame() throws Exception {
        NoticeFolder folder = connect(server.port());
        assertEquals(folder.destination(), folder.destination());
        assertEquals(folder.visiting(), folder.visiting());
    }

    @Test
    void foldersThatCameAndWentLeaveNoThread() throws Throwable {
        Checks.assertLeaveNoThread(this::server, own -> {
            NoticeFolder folder = folder(own.port());
            folder.visit().left();
            disconnect(folder);
        });
    }
}
