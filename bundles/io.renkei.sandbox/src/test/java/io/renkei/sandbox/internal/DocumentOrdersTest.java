package io.renkei.sandbox.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes over the wire when documents are ordered; a plain server stands where the gateway's door is. */
class DocumentOrdersTest {

    private static final ArrivalNumber NUMBER = ArrivalNumber.draw(LocalDate.of(2026, 11, 24), new Random(5));
    private static final String FILING = new FilingKey(NUMBER, 1).toString();
    private static final String RECEIPT = "KP-0000000001";
    private static final String OTHER = new FilingKey(NUMBER, 2).toString();

    @TempDir
    static Path pki;

    @TempDir
    Path directory;

    private final List<byte[]> taken = new CopyOnWriteArrayList<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private HttpServer door;
    private Ledger ledger;
    private DocumentOrders orders;

    @BeforeAll
    static void makeKeys() {
        TestKeys.in(pki);
    }

    @BeforeEach
    void open() throws IOException {
        door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        door.createContext("/", exchange -> {
            taken.add(exchange.getRequestBody().readAllBytes());
            paths.add(exchange.getRequestURI().getPath());
            byte[] answer = "{\"id\":\"n\",\"repeated\":false}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(202, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        door.start();
        ledger = Ledger.open(directory, Clock.systemUTC());
        ledger.append("e-tax", FILING, Ledger.SUBMISSION, n -> RECEIPT, "00", Map.of());
        URI address = URI.create("http://127.0.0.1:" + door.getAddress().getPort());
        orders = new DocumentOrders(
                ledger,
                new OfficialDocuments(new Seals(pki)),
                new GatewayCourier(address, identity -> HttpClient.newHttpClient()),
                Clock.systemUTC());
    }

    @AfterEach
    void close() throws IOException {
        door.stop(0);
        ledger.close();
    }

    @Test
    void whatIsOrderedStandsInTheLedgerAndGoesToTheDoorOfItsDestination() throws Exception {
        JsonNode told = issue("");

        assertEquals(202, told.path("status").asInt());
        assertEquals("n", told.at("/answer/id").asText());
        assertEquals(List.of("/v1/ministry/e-tax/notices"), paths);
        Ledger.Entry line = ledger.first("e-tax", FILING, DocumentOrders.ISSUED).orElseThrow();
        assertEquals(told.path("number").asText(), line.remoteId());
        assertEquals(Digests.sha256(taken.get(0)), line.digest());
        assertTrue(ledger.isIssued("e-tax", FILING, line.remoteId()));
        assertFalse(ledger.isIssued("e-tax", OTHER, line.remoteId()));
        assertTrue(text(0).contains("renkei:" + FILING) && text(0).contains(RECEIPT));
    }

    @Test
    void theSameNumberGivesTheSameBytes() throws Exception {
        issue(",\"number\":\"N1\"");
        issue(",\"number\":\"N1\"");

        assertArrayEquals(taken.get(0), taken.get(1));
    }

    @Test
    void anEarlierOneIsReplacedOrTakenBackByName() throws Exception {
        issue(",\"replaces\":\"N1\"");
        issue(",\"withdraws\":\"N2\"");

        assertTrue(text(0).contains("renkei.replaces:N1"));
        assertTrue(text(1).contains("renkei.withdraws:N2"));
    }

    @Test
    void aDocumentMayNameItsReceiptAloneOrAnotherFiling() throws Exception {
        issue(",\"names\":\"receipt\"");
        issue(",\"names\":\"" + OTHER + "\"");

        assertFalse(text(0).contains("renkei:"));
        assertTrue(text(0).contains(RECEIPT));
        assertTrue(text(1).contains("renkei:" + OTHER));
        assertFalse(text(1).contains(RECEIPT));
    }

    @Test
    void aFlawIsPutInAfterTheSealOrIsTheSealItself() throws Exception {
        issue(",\"number\":\"N1\"");
        issue(",\"number\":\"N1\",\"flaw\":\"changed\"");
        issue(",\"number\":\"N1\",\"flaw\":\"other-seal\"");

        assertFalse(text(0).contains("できませんでした"));
        assertTrue(text(1).contains("できませんでした"));
        assertEquals(part(0, "SignatureValue>"), part(1, "SignatureValue>"));
        assertNotEquals(part(0, "X509Certificate>"), part(2, "X509Certificate>"));
    }

    @Test
    void anUnknownFilingOrFlawIsRefused() {
        assertThrows(Refusal.class, () -> issue("", OTHER));
        assertThrows(Refusal.class, () -> issue(",\"flaw\":\"late\""));
        assertEquals(List.of(), paths);
    }

    private JsonNode issue(String more) throws IOException {
        return issue(more, FILING);
    }

    private JsonNode issue(String more, String filing) throws IOException {
        String order = "{\"destination\":\"e-tax\",\"filing\":\"" + filing + "\"" + more + "}";
        return Answer.JSON.valueToTree(orders.orders().get("documents/issue").run(Answer.tree(order)));
    }

    private String text(int index) {
        return new String(taken.get(index), StandardCharsets.UTF_8);
    }

    /** From the first of its tags to the last. */
    private String part(int index, String tag) {
        String all = text(index);
        return all.substring(all.indexOf(tag), all.lastIndexOf(tag));
    }
}
