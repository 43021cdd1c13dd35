package io.renkei.door.soap.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.ports.access.Partners.Entry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest extends DoorTest {

    private static final String LIST = "<list xmlns='" + NS + "'/>";

    @AfterEach
    void everyPlaceWasGivenBack() {
        Awaitility.await().until(() -> door.kernel.partners.places.get() == 0);
    }

    @Test
    void whoIsNotKnownIsToldNothing() {
        refused(401, "SOAP-001", application("nobody", LIST));
        refused(401, "SOAP-002", application("stranger", LIST));
        refused(403, "SOAP-003", application("operator", LIST));
        refused(403, "SOAP-003", application("ministry", LIST));
        refused(401, "SOAP-001", get("nobody", APPLICATIONS + "?wsdl"));
    }

    @Test
    void thePortalReadsAndDoesNotSubmit() {
        good(application("portal", LIST));
        refused(500, "SOAP-003", submit("portal", "P-1", PACKAGE));
        refused(500, "SOAP-003", application("portal", "<check xmlns='" + NS + "'><package>AAAA</package></check>"));
        assertEquals(0, door.kernel.intake.bodies.get());
    }

    @Test
    void withoutTheGuardNothingIsAnswered() {
        HttpResponse<byte[]> response = call("acme", "/unguarded/applications", envelope(LIST));
        refused(500, "SOAP-001", response);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/soap/",
                "/soap/services",
                "/soap/applications/",
                "/soap/applications;x=1",
                "/soap/%61pplications",
                "/soap//applications",
                "/soap/applications/x",
                "/soap/Applications",
                "/soap/applications?wsdl",
                "/soap/applications?x"
            })
    void aPathCountsOnlyAsItIsWritten(String path) {
        HttpResponse<byte[]> response = call("acme", path, envelope(LIST));
        assertTrue(response.statusCode() == 404 || response.statusCode() == 400, path + " " + response.statusCode());
        assertFalse(text(response).contains("listResponse"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "?wsdl=1", "?xsd=notice-delivery-1.xsd", "?xsd=../../x", "?xsd=file:///etc/passwd", "?_wadl"
            })
    void getAnswersTheContractOnly(String query) {
        refused(405, "SOAP-005", get("acme", APPLICATIONS + query));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/soap+xml; action=submit",
                "application/xml",
                "text/plain",
                "text/xml; charset=utf-16",
                "multipart/related; type=\"text/xml\"; boundary=b",
                "multipart/form-data; boundary=b",
                "application/fastinfoset"
            })
    void anotherTypeIsNotTaken(String type) {
        HttpResponse<byte[]> response =
                door.send("acme", "POST", APPLICATIONS, BodyPublishers.ofString(envelope(LIST)), "Content-Type", type);
        refused(415, "SOAP-006", response);
    }

    @Test
    void aFullGatewayAnswersBeforeTheMessageIsRead() {
        door.kernel.partners.refusal = Optional.of(new Entry.Full(7, true));
        HttpResponse<byte[]> mine = submit("acme", "A", PACKAGE);
        refused(429, "SOAP-009", mine);
        assertEquals("7", mine.headers().firstValue("Retry-After").orElse(""));
        door.kernel.partners.refusal = Optional.of(new Entry.Full(3, false));
        refused(503, "SOAP-010", submit("acme", "A", PACKAGE));
        door.kernel.partners.refusal = Optional.of(new Entry.TooLarge(10));
        refused(413, "SOAP-008", submit("acme", "A", PACKAGE));
        assertEquals(0, door.kernel.intake.bodies.get());
    }

    @Test
    void aMessageIsBoundedByCounting() {
        String large = envelope(submission("A", "あ".repeat(90_000)));
        assertTrue(large.length() > Door.SETTINGS.bodyMaxBytes());
        String announced = announce(Door.SETTINGS.bodyMaxBytes() + 1);
        assertTrue(announced.startsWith("HTTP/1.1 413 "), announced);
        assertTrue(announced.contains("SOAP-008"), announced);
        byte[] bytes = large.getBytes(StandardCharsets.UTF_8);
        HttpResponse<byte[]> unannounced = door.send(
                "acme",
                "POST",
                APPLICATIONS,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)),
                "Content-Type",
                "text/xml");
        refused(413, "SOAP-008", unannounced);
        assertEquals("close", unannounced.headers().firstValue("Connection").orElse(""));
        door.kernel.partners.room = 100;
        HttpResponse<byte[]> full = submit("acme", "A", PACKAGE);
        refused(503, "SOAP-010", full);
        assertEquals("1", full.headers().firstValue("Retry-After").orElse(""));
        assertEquals(0, door.kernel.intake.bodies.get());
    }

    /** The answer to a head alone: one that comes while a body is sent may be lost with the connection. */
    private String announce(long length) {
        try (SSLSocket socket = (SSLSocket) Door.tls("acme").getSocketFactory().createSocket("127.0.0.1", door.port)) {
            String head = "POST " + APPLICATIONS + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\n"
                    + "Content-Length: " + length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void headersAreBounded() {
        refused(431, "SOAP-007", application("acme", LIST, "X-Long", "x".repeat(5000)));
    }

    @Test
    void everyAnswerIsKeptNowhere() {
        HttpResponse<byte[]> response = application("acme", LIST);
        assertEquals("no-store", response.headers().firstValue("Cache-Control").orElse(""));
    }

    private HttpResponse<byte[]> get(String who, String path) {
        return door.send(who, "GET", path, BodyPublishers.noBody());
    }
}
