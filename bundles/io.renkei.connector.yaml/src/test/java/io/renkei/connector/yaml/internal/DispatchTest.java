package io.renkei.connector.yaml.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.renkei.api.model.DispatchOutcome.Acknowledged;
import io.renkei.api.model.DispatchOutcome.Refused;
import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.ItemValue;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.Sha256;
import io.renkei.api.spi.DispatchTask.Part;
import io.renkei.api.spi.Lane;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.Reconciler;
import io.renkei.api.spi.Reconciler.Finding;
import io.renkei.api.spi.Reconciler.Question;
import io.renkei.api.spi.StatusReader;
import io.renkei.api.spi.StatusReader.Open;
import io.renkei.api.spi.TransientFailure;
import io.renkei.testkit.FilingTask;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a file sends, and what it asks, at a server that answers as the test says. */
class DispatchTest {

    private static final Lane LANE = new Lane() {
        @Override
        public String uri() {
            return "direct:lane.e-tax";
        }

        @Override
        public String routePrefix() {
            return "desk.e-tax";
        }
    };

    private record Seen(String line, Map<String, List<String>> headers, String body) {}

    private final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();
    private HttpServer server;
    private volatile int status = 201;
    private volatile String answer = "";

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                seen.add(new Seen(
                        exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                        Map.copyOf(exchange.getRequestHeaders()),
                        body));
                byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String file() throws Exception {
        return TestFiles.at("http://localhost:" + server.getAddress().getPort(), TestFiles.route());
    }

    private Exchange send(String file, FilingTask task) throws Exception {
        FileConnector connector = TestFiles.connector(file);
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.disableJMX();
            camel.start();
            camel.addRoutes(connector.routes(LANE));
            Exchange exchange = new DefaultExchange(camel);
            exchange.getMessage().setBody(task);
            return camel.createProducerTemplate().send(LANE.uri(), exchange);
        } finally {
            connector.instance().close();
        }
    }

    private void acknowledges(FilingTask task) {
        status = 201;
        answer = "{\"filing\":\"" + task.filing() + "\",\"receiptNumber\":\"DK0000000001\"}";
    }

    @Test
    void aFilingGoesOutWithItsKeyAndOnlyTheHeadersOfItsFile() throws Exception {
        FilingTask task = TestTask.fresh();
        acknowledges(task);
        Acknowledged outcome = assertInstanceOf(
                Acknowledged.class, send(file(), task).getMessage().getBody());
        assertEquals("DK0000000001", outcome.receipts().get(0).value());
        Seen request = seen.remove();
        assertEquals("POST /desk/e-tax/applications", request.line());
        assertEquals(List.of(task.filing().toString()), request.headers().get("Renkei-filing"));
        assertEquals(List.of(task.filing().toString()), request.headers().get("Idempotency-key"));
        assertEquals(List.of("renkei"), request.headers().get("X-channel"));
        assertEquals(List.of("application/json"), request.headers().get("Content-type"));
        assertTrue(request.headers().keySet().stream().noneMatch(name -> name.startsWith("Camel")));
        assertTrue(request.body().contains("\"name\":\"試験＆サンプル株式会社\""), request.body());
        assertTrue(request.body().contains("\"start\":\"20190501\""), request.body());
    }

    @Test
    void aConditionChoosesTheWay() throws Exception {
        String choice = file().replace("      - to: renkei-body:application\n", """
                      - choice:
                          when:
                            - simple: "${exchangeProperty.item_tax_payroll_office_change} == 'close'"
                              steps:
                                - setHeader: {name: X-Way, constant: closing}
                                - to: renkei-body:application
                            - expression: {simple: "${exchangeProperty.procedure} == '18' && ${exchangeProperty.attempt} != '2'"}
                              steps:
                                - setHeader: {name: X-Way, simple: "${exchangeProperty.procedure}/${exchangeProperty.attempt}"}
                                - to: {uri: "renkei-body:application", id: make}
                          otherwise:
                            steps:
                              - to: renkei-body:application
                """);
        for (Map.Entry<String, String> way :
                Map.of("open", "18/1", "close", "closing").entrySet()) {
            FilingTask task = TestTask.fresh()
                    .of(TestTask.content(
                            Map.of("tax.payroll-office.change", new ItemValue.Code("payroll-change", way.getKey()))));
            acknowledges(task);
            assertInstanceOf(Acknowledged.class, send(choice, task).getMessage().getBody());
            assertEquals(List.of(way.getValue()), seen.remove().headers().get("X-way"));
        }
    }

    @Test
    void aMissingItemRefusesAndNothingIsSent() throws Exception {
        String file = file().replace("${item.employer.name}", "${item.employer.nickname}");
        Refused refused = assertInstanceOf(
                Refused.class, send(file, TestTask.fresh()).getMessage().getBody());
        assertEquals("employer.nickname", refused.place());
        assertTrue(seen.isEmpty());
    }

    @Test
    void anotherProcedureOrAFilingWithFilesIsParkedAndNothingIsSent() throws Exception {
        FilingTask task = TestTask.fresh();
        Part part = new Part("a", "a.txt", false, "text/plain", 1, Sha256.of(new byte[1]));
        FilingTask withFile = task.with(Map.of(part, new byte[1]));
        assertInstanceOf(PermanentFailure.class, send(file(), withFile).getException());
        FilingTask other = task.of(new ProcedureId("12"));
        assertInstanceOf(PermanentFailure.class, send(file(), other).getException());
        assertTrue(seen.isEmpty());
    }

    @Test
    void aFileCanWhatItsSectionsSayAndNoMore() throws Exception {
        FileConnector whole = TestFiles.connector(file());
        assertInstanceOf(Reconciler.class, whole);
        assertInstanceOf(StatusReader.class, whole);
        FileConnector bare = TestFiles.connector(file().replaceAll("(?s)inquiry:.*", ""));
        assertTrue(!(bare instanceof Reconciler) && !(bare instanceof StatusReader));
        whole.instance().close();
        bare.instance().close();
    }

    @Test
    void onlyAnAnswerAboutThisFilingSaysThatItNeverArrived() throws Exception {
        FileConnector connector = TestFiles.connector(file());
        FilingTask task = TestTask.fresh();
        Question question = new Question(task.filing(), task.sender(), Instant.EPOCH);
        status = 404;
        answer = "{\"code\":\"UNKNOWN-FILING\",\"filing\":\"" + task.filing() + "\"}";
        assertInstanceOf(Finding.NeverArrived.class, ((Reconciler) connector).lookUp(question));
        assertEquals(
                "GET /desk/e-tax/applications/" + task.filing(), seen.remove().line());
        for (String other :
                new String[] {"", "<html>", "{\"code\":\"UNKNOWN-FILING\",\"filing\":\"other\"}", "{\"code\":\"X\"}"}) {
            answer = other;
            assertEquals(YamlCode.NO_GOOD_ANSWER.code(), lookUpFails((Reconciler) connector, question), other);
        }
        connector.instance().close();
    }

    private static String lookUpFails(Reconciler connector, Question question) {
        try {
            return connector.lookUp(question).toString();
        } catch (TransientFailure e) {
            return e.getMessage();
        }
    }

    @Test
    void theWordsOfItsStatesAreThoseOfTheFile() throws Exception {
        FileConnector connector = TestFiles.connector(file());
        FilingTask task = TestTask.fresh();
        status = 200;
        for (Map.Entry<String, FilingEvent> word : Map.of(
                        "到達", FilingEvent.ARRIVAL_CONFIRMED,
                        "手続終了", FilingEvent.PROCEDURE_CLOSED,
                        "未知", FilingEvent.EXAMINATION_STARTED)
                .entrySet()) {
            answer = "{\"filing\":\"" + task.filing() + "\",\"status\":\"" + word.getKey() + "\"}";
            List<StatusReader.Status> statuses =
                    ((StatusReader) connector).statuses(List.of(new Open(task.filing(), List.of(), task.sender())));
            List<FilingEvent> events = statuses.get(0).events();
            assertEquals(word.getValue(), events.get(events.size() - 1));
        }
        answer = "{\"filing\":\"" + task.filing() + "\"}";
        assertEquals(
                List.of(),
                ((StatusReader) connector).statuses(List.of(new Open(task.filing(), List.of(), task.sender()))));
        connector.instance().close();
    }

    @Test
    void aComponentThatTheOperatorAllowedIsCamelsOwn() throws Exception {
        AllowList more = AllowList.of(TestConfig.of(Map.of("hosts", "localhost", "components", "mock")));
        String file = file().replace(
                        "      - to: renkei-body:application\n",
                        "      - to: mock:seen\n      - to: renkei-body:application\n");
        assertTrue(TestFiles.faults(file).contains("\"mock\" is not allowed"));
        FileConnector connector = new ConnectorMaker(more, text -> text, TestFiles.NO_TLS, Clock.systemUTC())
                .make("test.yaml", new LiveFile.Source(file, Map.of()));
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.disableJMX();
            camel.start();
            camel.addRoutes(connector.routes(LANE));
            FilingTask task = TestTask.fresh();
            acknowledges(task);
            Exchange exchange = new DefaultExchange(camel);
            exchange.getMessage().setBody(task);
            assertNull(camel.createProducerTemplate().send(LANE.uri(), exchange).getException());
            assertInstanceOf(Acknowledged.class, exchange.getMessage().getBody());
        } finally {
            connector.instance().close();
        }
    }
}
