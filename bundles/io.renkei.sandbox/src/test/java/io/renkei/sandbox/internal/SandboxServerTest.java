package io.renkei.sandbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxServerTest {

    private static final Simulator ECHO = new Simulator() {
        @Override
        public String path() {
            return "/echo";
        }

        @Override
        public void handle(Call call) {
            call.answer(Answer.text(
                    200,
                    call.peer()
                            .map(peer -> peer.getSubjectX500Principal().getName())
                            .orElse("nobody")));
        }
    };

    @TempDir
    Path pki;

    @Test
    void asksForAClientCertificateOfItsAuthority() throws Exception {
        TestKeys.in(pki);
        SSLContext own = Pem.tls(Pem.identity(pki.resolve("sandbox.pem")), Pem.certificates(pki.resolve("ca.pem")));
        SSLContext known = Pem.tls(Pem.identity(pki.resolve("gateway.pem")), Pem.certificates(pki.resolve("ca.pem")));
        SSLContext stranger =
                Pem.tls(Pem.identity(pki.resolve("applicant.pem")), Pem.certificates(pki.resolve("ca.pem")));
        try (SandboxServer server =
                new SandboxServer(new InetSocketAddress("127.0.0.1", 0), Optional.of(own), List.of(ECHO))) {
            server.start();
            URI uri = URI.create(server.url() + "/echo");
            assertEquals("CN=gateway", get(known, uri));
            assertThrows(IOException.class, () -> get(stranger, uri));
        }
    }

    private static String get(SSLContext tls, URI uri) throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .sslContext(tls)
                .build()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
