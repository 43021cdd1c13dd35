package io.renkei.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.spi.HoldingsSource;
import io.renkei.api.spi.HoldingsSource.Holding;
import io.renkei.api.spi.HoldingsSource.Page;
import io.renkei.api.spi.HoldingsSource.Sender;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TransientFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The promises of {@link HoldingsSource}, for one connector over HTTP. A subclass hands over a service and the connector. {@code
 * docs/integrators/connector-contract.md} says which test holds which promise, and why the gateway needs it.
 */
@ConsumerType
@Timeout(60)
public abstract class HoldingsSourceContract {

    /** The timeouts of a few seconds, on a machine under load. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final int MANY = 130;
    private static final String ME = "subject-Me_1";
    private static final String OTHER = "subject-Other_2";
    private static final Instant OPENED = Instant.parse("2026-11-02T01:02:03Z");
    private static final byte[] DOCUMENT = "<証明書>\r\n 48,000円 </証明書>".getBytes(StandardCharsets.UTF_8);

    private final List<HoldingsSource> connected = new ArrayList<>();
    private Service service;

    /** A private delivery service, fresh for each test. It knows every subject but those that it is told to forget. */
    @ConsumerType
    public interface Service extends AutoCloseable {

        /** Where it answers, without a slash at the end. */
        String url();

        /** Something lies there for the subject, from one of the senders that the service has. */
        void put(String subject, String id, String kind, int year, byte[] document) throws Exception;

        /** From now on it does not know the subject. */
        void forget(String subject) throws Exception;

        /** What was opened, and when, as the service was told. */
        Map<String, Instant> opened(String subject) throws Exception;

        @Override
        void close() throws Exception;
    }

    protected abstract Service service() throws Exception;

    /**
     * The connector as it is deployed, with an instance that reaches its service at the given URL. Each of its timeouts is a few
     * seconds at most, so that the tests are quick.
     */
    protected abstract HoldingsSource source(String url) throws Exception;

    /** What the component runtime does when the instance goes. */
    protected abstract void disconnect(HoldingsSource source) throws Exception;

    @BeforeEach
    final void startService() throws Exception {
        service = service();
    }

    @AfterEach
    final void stopAll() throws Exception {
        for (HoldingsSource source : connected) {
            disconnect(source);
        }
        service.close();
    }

    private HoldingsSource connect(String url) throws Exception {
        HoldingsSource source = source(url);
        connected.add(source);
        return source;
    }

    @Test
    void aSenderIsPickedAndPickedNoMore() throws Exception {
        HoldingsSource source = connect(service.url());
        Sender sender = source.senders(ME).get(0);
        for (boolean picked : new boolean[] {!sender.picked(), sender.picked()}) {
            assertTrue(source.pick(ME, sender.id(), picked));
            assertTrue(source.pick(ME, sender.id(), picked), "once more changes nothing");
            assertTrue(source.senders(ME).contains(new Sender(sender.id(), sender.name(), picked)));
        }
        assertFalse(source.pick(ME, "no-such-sender", true));
    }

    @Test
    void pickingIsForOneSubject() throws Exception {
        HoldingsSource source = connect(service.url());
        List<Sender> before = source.senders(OTHER);
        Sender sender = source.senders(ME).get(0);
        source.pick(ME, sender.id(), !sender.picked());
        assertEquals(before, source.senders(OTHER));
    }

    @Test
    void allThatLiesThereIsListedOnceOverAllPages() throws Exception {
        Set<String> put = new TreeSet<>();
        for (int i = 0; i < MANY; i++) {
            service.put(ME, "h" + i, "TEG800", 2026, DOCUMENT);
            put.add("h" + i);
        }
        service.put(OTHER, "foreign", "TEG800", 2026, DOCUMENT);
        HoldingsSource source = connect(service.url());
        Map<String, Holding> listed = new TreeMap<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page page = source.holdings(ME, cursor);
            page.holdings().forEach(each -> assertFalse(listed.put(each.id(), each) != null, each::id));
            cursor = page.next();
        } while (cursor.isPresent());
        assertTrue(listed.keySet().containsAll(put));
        assertFalse(listed.containsKey("foreign"));
        assertEquals("TEG800", listed.get("h0").kind());
        assertEquals(2026, listed.get("h0").year());
    }

    @Test
    void aDocumentIsFetchedByteForByteAndThatOpensNothing() throws Exception {
        service.put(ME, "h1", "TEG800", 2026, DOCUMENT);
        HoldingsSource source = connect(service.url());
        assertArrayEquals(DOCUMENT, read(source.fetch(ME, "h1").orElseThrow()));
        assertArrayEquals(DOCUMENT, read(source.fetch(ME, "h1").orElseThrow()));
        assertEquals(Map.of(), service.opened(ME));
        assertFalse(find(source, "h1").read());
    }

    @Test
    void whatIsNotThereIsNoFailure() throws Exception {
        service.put(OTHER, "foreign", "TEG800", 2026, DOCUMENT);
        HoldingsSource source = connect(service.url());
        for (String id : new String[] {"nothing", "foreign", "..", "a/b", "a?b", ""}) {
            assertEquals(Optional.empty(), source.fetch(ME, id), id);
            assertFalse(source.markRead(ME, id, OPENED), id);
        }
        assertEquals(Map.of(), service.opened(OTHER));
    }

    @Test
    void aReadReceiptThatComesAgainChangesNothing() throws Exception {
        service.put(ME, "h1", "TEG800", 2026, DOCUMENT);
        HoldingsSource source = connect(service.url());
        assertTrue(source.markRead(ME, "h1", OPENED));
        assertTrue(source.markRead(ME, "h1", OPENED.plusSeconds(60)));
        assertEquals(Map.of("h1", OPENED), service.opened(ME));
        assertTrue(find(source, "h1").read());
    }

    @Test
    void aSubjectThatIsNotKnownIsAPermanentFailure() throws Exception {
        service.put(ME, "h1", "TEG800", 2026, DOCUMENT);
        service.forget(ME);
        HoldingsSource source = connect(service.url());
        for (Executable call : calls(source)) {
            Checks.assertCode(assertThrows(PermanentFailure.class, call));
        }
    }

    @Test
    void nobodyThereIsATransientFailure() throws Exception {
        HoldingsSource source = connect("http://localhost:" + Checks.freePort());
        for (Executable call : calls(source)) {
            Checks.assertCode(assertThrows(TransientFailure.class, call));
        }
    }

    @Test
    void aSilentServiceIsATransientFailureWithinTheTimeouts() throws Exception {
        try (OddServer silent = OddServer.that(OddServer.IS_SILENT)) {
            HoldingsSource source = connect(silent.url());
            for (Executable call : List.of(calls(source).get(1), calls(source).get(2))) {
                long began = System.nanoTime();
                Checks.assertCode(assertThrows(TransientFailure.class, call));
                Checks.assertWithin(SILENCE, began);
            }
        }
    }

    @Test
    void aDocumentThatNeverEndsIsGivenUpWithinTheTimeouts() throws Exception {
        try (OddServer drips = OddServer.that(OddServer.DRIPS)) {
            HoldingsSource source = connect(drips.url());
            long began = System.nanoTime();
            assertThrows(IOException.class, () -> read(source.fetch(ME, "h1").orElseThrow()));
            Checks.assertWithin(SILENCE, began);
        }
    }

    @Test
    void whatIsNoAnswerOfTheServiceIsATransientFailure() throws Exception {
        byte[] page = "<html>ただいま混雑しています</html>".getBytes(StandardCharsets.UTF_8);
        for (OddServer.Manner manner : List.of(
                OddServer.answers(500, "", page),
                OddServer.answers(503, "1", new byte[0]),
                OddServer.answers(404, "", page),
                OddServer.CUTS)) {
            try (OddServer odd = OddServer.that(manner)) {
                HoldingsSource source = connect(odd.url());
                for (Executable call : calls(source)) {
                    Checks.assertCode(assertThrows(TransientFailure.class, call));
                }
            }
        }
        try (OddServer odd = OddServer.that(OddServer.answers(200, "", page))) {
            HoldingsSource source = connect(odd.url());
            Checks.assertCode(assertThrows(TransientFailure.class, () -> source.senders(ME)));
            Checks.assertCode(assertThrows(TransientFailure.class, () -> source.holdings(ME, Optional.empty())));
        }
    }

    @Test
    void aRedirectIsNotFollowedByASource() throws Exception {
        try (OddServer elsewhere = OddServer.that(OddServer.answers(204, "", new byte[0]));
                OddServer redirects = OddServer.that((exchange, closed) -> {
                    exchange.getResponseHeaders().set("Location", elsewhere.url() + "/");
                    exchange.sendResponseHeaders(307, -1);
                })) {
            HoldingsSource source = connect(redirects.url());
            Checks.assertCode(assertThrows(TransientFailure.class, () -> source.markRead(ME, "h1", OPENED)));
            assertEquals(0, elsewhere.requests());
        }
    }

    @Test
    void theServiceIsProbedWithinASecond() throws Exception {
        HoldingsSource source = connect(service.url());
        source.probe();
        Checks.assertUp(source::probe);
    }

    @Test
    void aProbeOfASilentServiceGivesUpWithinASecond() throws Exception {
        try (OddServer silent = OddServer.that(OddServer.IS_SILENT)) {
            HoldingsSource source = connect(silent.url());
            source.probe();
            Checks.assertGivesUp(source::probe);
        }
    }

    @Test
    void destinationAndSiteStayTheSame() throws Exception {
        HoldingsSource source = connect(service.url());
        assertEquals(source.destination(), source.destination());
        assertEquals(source.site(), source.site());
    }

    @Test
    void sourcesThatCameAndWentLeaveNoThread() throws Throwable {
        Checks.assertLeaveNoThread(this::service, own -> {
            HoldingsSource source = source(own.url());
            source.senders(ME);
            disconnect(source);
        });
    }

    private static List<Executable> calls(HoldingsSource source) {
        return List.of(
                () -> source.senders(ME),
                () -> source.holdings(ME, Optional.empty()),
                () -> source.fetch(ME, "h1"),
                () -> source.pick(ME, "sender", true),
                () -> source.markRead(ME, "h1", OPENED));
    }

    private static Holding find(HoldingsSource source, String id) throws Exception {
        return source.holdings(ME, Optional.empty()).holdings().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] read(InputStream document) throws IOException {
        try (document) {
            return document.readAllBytes();
        }
    }
}
