package io.renkei.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.spi.MinistryConnector.Health;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProbeTest {

    @Test
    void anyAnswerBelow500IsGood() throws IOException {
        assertEquals(Health.UP, health(StubServer.answers("HTTP/1.1 401 No\r\nContent-Length: 0", "")));
        assertEquals(Health.down("T-2"), health(StubServer.answers("HTTP/1.1 503 No\r\nContent-Length: 0", "")));
    }

    @Test
    void silenceAndAnAnswerThatDripsAreBadWithinASecond() throws IOException {
        String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        for (StubServer.Manner manner :
                new StubServer.Manner[] {StubServer.SILENT, StubServer.CUTS, StubServer.drips(head, "1\r\n \r\n")}) {
            long began = System.nanoTime();
            assertEquals(Health.down("T-1"), health(manner));
            assertTrue(
                    System.nanoTime() - began < Duration.ofSeconds(8).toNanos(), "0.9 seconds, and some for the load");
        }
    }

    private static Health health(StubServer.Manner manner) throws IOException {
        try (StubServer server = new StubServer(manner);
                ConnectorHttp http = new ConnectorHttp("test-deadline", Optional.empty(), 1, 100);
                Probe probe = new Probe(http, server.url())) {
            return probe.ask("T-2", "T-1");
        }
    }
}
