package io.renkei.connector.etax.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.Sha256;
import io.renkei.api.spi.MessageReader.Box;
import io.renkei.api.spi.MessageReader.Message;
import io.renkei.api.spi.MessageReader.MessageHead;
import io.renkei.api.spi.MessageReader.Page;
import io.renkei.api.spi.Sealer;
import io.renkei.api.spi.TlsContexts;
import io.renkei.api.spi.TransientFailure;
import io.renkei.sandbox.internal.TestKeys;
import io.renkei.testkit.TestAuthority;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of message boxes, over TLS on both sides. */
class EtaxMessagesTest {

    private static final String FILER = "1234567890123456";
    private static final String FILING = TestTask.fresh().filing().toString();
    private static final String MESSAGE = "<messageNumber>M-1</messageNumber><filerId>" + FILER
            + "</filerId><kind>受信通知</kind><title>受信通知（受付完了）</title><issuedAt>2026-11-28T23:30:00+09:00</issuedAt>"
            + "<receptionNumber>20260000000000000001</receptionNumber><fileName>" + FILING
            + ".xtx</fileName><text>受付完了</text>";

    @TempDir
    Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String answer = "";
    private TestAuthority authority;
    private TestAuthority.Issued own;
    private SSLContext client;
    private HttpsServer server;
    private EtaxInstance instance;

    @BeforeEach
    void start() throws Exception {
        authority = new TestAuthority("e-tax");
        own = authority.issue("gateway");
        client = authority.client(own);
        SSLContext tls = authority.server();
        server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = tls.getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        server.createContext("/etax", this::answer);
        server.start();
        TlsContexts contexts = (trusted, identity) -> client;
        Sealer sealer = TestKeys.in(folder).sealer();
        instance = new EtaxInstance(
                TestConfig.settings(
                        "https://127.0.0.1:" + server.getAddress().getPort() + "/etax",
                        Map.of("tls.trust", "ca.pem", "tls.identity", "gateway.pem", "message.boxes", "acme:" + FILER)),
                contexts,
                sealer,
                Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        instance.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            String action = exchange.getRequestHeaders().getFirst("SOAPAction");
            String operation = action.replaceAll(".*#|\"", "");
            byte[] body = envelope(operation);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private byte[] envelope(String operation) {
        return ("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><" + operation
                        + "Response xmlns=\"urn:renkei:etax-reception:1\">" + answer + "</" + operation
                        + "Response></s:Body></s:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Box box() {
        return new Box(FILER, new PartnerId("acme"));
    }

    @Test
    void aPageLeavesOutDispositionsAndKindsThatAreNotKnown() throws Exception {
        answer = line("M-1", "受信通知") + line("M-2", "処分通知") + line("M-3", "お知らせ") + line("M-4", "新種")
                + "<more>true</more>";
        Page page = instance.messages().list(instance.messages().boxes().get(0), Optional.of("M-0"));
        assertEquals(List.of(new MessageHead(box(), "M-1"), new MessageHead(box(), "M-3")), page.messages());
        assertEquals(Optional.of("M-4"), page.next(), "the next page begins behind what is left out, too");
        assertTrue(asked.get(0).contains("<after>M-0</after>"));
    }

    private static String line(String number, String kind) {
        return "<message><messageNumber>" + number + "</messageNumber><kind>" + kind + "</kind></message>";
    }

    @Test
    void aMessageIsTheWholeAnswerWithTheCertificateOfWhoGaveIt() throws Exception {
        answer = MESSAGE;
        Message message = instance.messages().fetch(new MessageHead(box(), "M-1"));
        assertArrayEquals(envelope("fetchMessage"), message.bytes());
        assertEquals("受信通知（受付完了）", message.title());
        assertEquals(Optional.of(FilingKey.parse(FILING)), message.filing());
        assertEquals(Optional.of("20260000000000000001"), message.receiptNumber());
        assertEquals(Optional.of(LocalDate.of(2026, 11, 28)), message.issuedOn());
        assertEquals(
                Optional.of(Instant.parse("2026-11-28T14:30:00Z").plus(Duration.ofDays(1_900))), message.keptUntil());
        assertEquals(
                "127.0.0.1:" + server.getAddress().getPort(), message.origin().server());
        assertEquals(certificate(), message.origin().certificate());
    }

    /** As another client sees it. */
    private Sha256 certificate() throws Exception {
        try (var socket = client.getSocketFactory()
                .createSocket("127.0.0.1", server.getAddress().getPort())) {
            var session = ((SSLSocket) socket).getSession();
            return Sha256.of(session.getPeerCertificates()[0].getEncoded());
        }
    }

    @Test
    void anotherMessageThanTheOneThatWasAskedForIsNotTaken() {
        for (String odd : List.of(
                MESSAGE.replace("M-1", "M-2"),
                MESSAGE.replace(FILER, "6543210987654321"),
                MESSAGE.replace("受信通知</kind>", "処分通知</kind>"),
                MESSAGE.replaceFirst("<title>.*</title>", ""))) {
            answer = odd;
            assertEquals(
                    "ETAX-009",
                    assertThrows(
                                    TransientFailure.class,
                                    () -> instance.messages().fetch(new MessageHead(box(), "M-1")))
                            .getMessage());
        }
    }

    @Test
    void aMessageIsConfirmedUnderItsNumber() throws Exception {
        instance.messages().acknowledge(new MessageHead(box(), "M-1"));
        assertTrue(asked.get(0).contains("confirmMessage"));
        assertTrue(asked.get(0).contains("<messageNumber>M-1</messageNumber>"));
    }

    @Test
    void aBoxNeedsTlsOnBothSidesAndANumberThatStandsOnce() {
        Map<String, Object> good =
                Map.of("endpoint.url", "https://localhost:9443/etax", "tls.trust", "ca.pem", "tls.identity", "own.pem");
        for (Map<String, Object> wrong : List.of(
                Map.<String, Object>of("message.boxes", "acme:" + FILER, "tls.identity", ""),
                Map.<String, Object>of("message.boxes", "acme:123"),
                Map.<String, Object>of("message.boxes", "acme:" + FILER + ", beta:" + FILER),
                Map.<String, Object>of(
                        "message.boxes", "acme:" + FILER, "endpoint.url", "http://localhost:9443/etax"))) {
            Map<String, Object> set = new HashMap<>(good);
            set.putAll(wrong);
            String message = assertThrows(IllegalArgumentException.class, () -> EtaxSettings.of(TestConfig.of(set)))
                    .getMessage();
            assertTrue(message.contains("message.boxes"), message);
        }
    }
}
