package io.renkei.door.soap.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that mean harm. A listener of the test tells whether anything was fetched from outside. */
class HostileTest extends DoorTest {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private final AtomicInteger fetched = new AtomicInteger();
    private HttpServer outside;
    private String url;

    @BeforeEach
    void listen() throws IOException {
        outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        outside.createContext("/", exchange -> {
            fetched.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        outside.start();
        url = "http://127.0.0.1:" + outside.getAddress().getPort() + "/x";
    }

    @AfterEach
    void nothingWasFetchedAndNothingTaken() {
        outside.stop(0);
        assertEquals(0, fetched.get());
        Awaitility.await().until(() -> door.kernel.partners.places.get() == 0);
    }

    private void refusedMessage(String envelope) {
        refused(500, "SOAP-015", call("acme", APPLICATIONS, envelope));
        assertEquals(0, door.kernel.intake.bodies.get());
    }

    @Test
    void noEntityIsReadOrFetched(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "秘密");
        for (String system : new String[] {secret.toUri().toString(), url}) {
            String envelope = "<!DOCTYPE x [<!ENTITY e SYSTEM '" + system + "'>]>"
                    + envelope("<status xmlns='" + NS + "'><number>&e;</number></status>");
            refusedMessage(envelope);
        }
        refusedMessage("<!DOCTYPE x SYSTEM '" + url + "'>" + envelope(submission("A", PACKAGE)));
        refusedMessage("<!DOCTYPE x>" + envelope(submission("A", PACKAGE)));
        refusedMessage("<!DOCTYPE x [<!ENTITY % p SYSTEM '" + url + "'> %p;]>" + envelope(submission("A", PACKAGE)));
        refusedMessage("<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
                + envelope("<status xmlns='" + NS + "'><number>&b;</number></status>"));
    }

    @Test
    void aDoctypeWithinAPartIsRefusedToo() {
        String envelope = "<!DOCTYPE x SYSTEM '" + url + "'>" + envelope(included("cid:package@renkei"));
        refused(500, "SOAP-015", multipart("acme", APPLICATIONS, envelope, PACKAGE));
    }

    @Test
    void aReferenceToTheOutsideIsRefused() {
        String inside = "cid:package@renkei";
        for (String href :
                new String[] {url, "file:///etc/passwd", "//127.0.0.1/x", "", "CID:" + url, "cid:nothing@renkei"}) {
            refused(500, "SOAP-015", multipart("acme", APPLICATIONS, envelope(included(href)), PACKAGE));
            refusedMessage(envelope(included(href)));
        }
        refusedMessage(envelope(included(inside)));
        refused(500, "SOAP-015", multipart("acme", APPLICATIONS, envelope(included("cid:" + url)), PACKAGE));
    }

    @Test
    void aSchemaLocationIsNotFollowed() {
        good(application(
                "acme",
                "<a:submit xmlns:a='" + NS + "' xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:schemaLocation='"
                        + NS + " " + url + "'><a:package>" + base64(PACKAGE) + "</a:package></a:submit>"));
    }

    @Test
    void aBodyIsWrappedInNothing() {
        String one = submission("A", PACKAGE);
        String status = "<status xmlns='" + NS + "'><number>200001010000000004</number></status>";
        refusedMessage(envelope(one + one));
        refusedMessage(envelope(status + one));
        refusedMessage(envelope(one + status));
        refusedMessage(envelope("<w xmlns='urn:w'>" + one + "</w>"));
        refusedMessage(envelope(""));
        refusedMessage(envelope("text"));
        String body = "<s:Body>" + one + "</s:Body>";
        String open = "<s:Envelope xmlns:s='" + SOAP + "'>";
        refusedMessage(open + body + body + "</s:Envelope>");
        refusedMessage(open + "<w><s:Body>" + one + "</s:Body></w>" + body + "</s:Envelope>");
        refusedMessage(open + body + "<s:Header/>" + "</s:Envelope>");
        refusedMessage(open + "<s:Header><s:Body>" + status + "</s:Body></s:Header></s:Envelope>");
        refusedMessage(one);
        refusedMessage("<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'>" + body + "</s:Envelope>");
    }

    @Test
    void aHeaderOfTheEnvelopeChangesNothing() {
        String header = "<s:Header>"
                + "<To xmlns='http://www.w3.org/2005/08/addressing'>" + url + "</To>"
                + "<ReplyTo xmlns='http://www.w3.org/2005/08/addressing'><Address>" + url + "</Address></ReplyTo>"
                + "<Action xmlns='http://www.w3.org/2005/08/addressing'>submit</Action></s:Header>";
        String envelope = envelope("<list xmlns='" + NS + "'/>").replace("<s:Body>", header + "<s:Body>");
        good(call("acme", APPLICATIONS, envelope));
        assertTrue(door.kernel.applications.rows.isEmpty());
        String demanding = envelope.replace("<To ", "<To s:mustUnderstand='1' ");
        refused(500, "SOAP-015", call("acme", APPLICATIONS, demanding));
    }

    @Test
    void onlyWhatTheSchemaHasIsTaken() {
        String good = submission("A", PACKAGE);
        refusedMessage(envelope(good.replace("</a:submit>", "<a:more/></a:submit>")));
        refusedMessage(envelope(good.replace("<a:submit ", "<a:submit more='1' ")));
        refusedMessage(envelope(good.replace(">A<", ">日本<")));
        refusedMessage(envelope(good.replace(">A<", ">" + "A".repeat(65) + "<")));
        refusedMessage(envelope(good.replace(base64(PACKAGE), "*not base64*")));
        refusedMessage(envelope(good.replace(base64(PACKAGE), "")));
        refusedMessage(envelope("<submit xmlns='urn:other'/>"));
        refusedMessage(envelope("<list xmlns='" + NS + "'><limit>101</limit></list>"));
        refusedMessage(envelope("<list xmlns='" + NS + "'><limit>0</limit></list>"));
        refusedMessage(envelope(good).substring(0, 200));
        refusedMessage(envelope(good) + "<x/>");
        refusedMessage(envelope("<?go x?>" + good));
        refusedMessage("");
    }

    @Test
    void depthAndBreadthAreBounded() {
        refusedMessage(envelope("<a>".repeat(5000) + "</a>".repeat(5000)));
        String header = "<s:Header>" + "<a>".repeat(200) + "</a>".repeat(200) + "</s:Header>";
        refusedMessage(envelope(submission("A", PACKAGE)).replace("<s:Body>", header + "<s:Body>"));
        String broad = "<s:Header>" + "<a/>".repeat(20_000) + "</s:Header>";
        refusedMessage(envelope(submission("A", PACKAGE)).replace("<s:Body>", broad + "<s:Body>"));
        StringBuilder attributes = new StringBuilder("<s:Envelope ");
        for (int i = 0; i < 1000; i++) {
            attributes.append("a").append(i).append("='1' ");
        }
        refusedMessage(envelope(submission("A", PACKAGE)).replace("<s:Envelope ", attributes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "submit", "urn:renkei:applications:1/submit", "\"urn:x#submit\""})
    void theBodyDecidesAndNotTheSoapAction(String action) {
        HttpResponse<byte[]> response = application("portal", submission("A", PACKAGE), "SOAPAction", "list");
        refused(500, "SOAP-003", response);
        good(application("portal", "<list xmlns='" + NS + "'/>", "SOAPAction", action));
        assertEquals(0, door.kernel.intake.bodies.get());
    }

    @Test
    void headersThatSteerRoutesDoNothing() {
        good(application(
                "acme",
                "<list xmlns='" + NS + "'/>",
                "CamelHttpUri",
                url,
                "cAmElFileName",
                "../../x",
                "operationName",
                "submit",
                "operationNamespace",
                NS,
                "breadcrumbId",
                "x",
                "X-Forwarded-For",
                "10.0.0.1"));
        assertTrue(door.kernel.applications.rows.isEmpty());
    }

    @Test
    void tooManyPartsAreRefused() {
        String[] parts = new String[200];
        java.util.Arrays.fill(parts, "x");
        refused(500, "SOAP-015", multipart("acme", APPLICATIONS, envelope(included("cid:package@renkei")), parts));
    }

    @Test
    void aMultipartThatIsNoneIsRefused() {
        for (String type : new String[] {
            "multipart/related; type=\"application/xop+xml\"",
            "multipart/related; type=\"application/xop+xml\"; boundary=\"nothing\""
        }) {
            HttpResponse<byte[]> response = door.send(
                    "acme",
                    "POST",
                    APPLICATIONS,
                    BodyPublishers.ofString(envelope(submission("A", PACKAGE))),
                    "Content-Type",
                    type);
            refused(500, "SOAP-015", response);
        }
    }

    @Test
    void nothingOfTheSenderIsEchoed() {
        HttpResponse<byte[]> response =
                application("acme", "<status xmlns='" + NS + "'><number>山田花子&lt;script&gt;</number></status>");
        refused(500, "SOAP-015", response);
        String answer = new String(response.body(), StandardCharsets.UTF_8);
        assertFalse(answer.contains("山田") || answer.contains("script"));
    }
}
