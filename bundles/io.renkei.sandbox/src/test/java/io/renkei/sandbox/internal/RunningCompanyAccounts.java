package io.renkei.sandbox.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.SSLContext;

/** The provider of company accounts on a free port. */
public final class RunningCompanyAccounts implements AutoCloseable {

    public static final String CLIENT = "renkei-gateway";
    public static final String SECRET = "s3cret:+/ö";

    private final SandboxServer server;
    private final URI issuer;

    private RunningCompanyAccounts(SandboxServer server, URI issuer) {
        this.server = server;
        this.issuer = issuer;
    }

    /** @param tls of a certificate for localhost */
    public static RunningCompanyAccounts start(SSLContext tls, URI redirect) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        URI issuer = URI.create("https://localhost:" + port + CompanyAccounts.PATH);
        CompanyAccounts accounts =
                new CompanyAccounts(issuer, new CompanyAccounts.Client(CLIENT, SECRET, redirect), Clock.systemUTC());
        // Else it is made while the first who signs in waits.
        accounts.key();
        SandboxServer server =
                SandboxServer.forBrowsers(new InetSocketAddress("127.0.0.1", port), tls, List.of(accounts));
        server.start();
        return new RunningCompanyAccounts(server, issuer);
    }

    public URI issuer() {
        return issuer;
    }

    @Override
    public void close() {
        server.close();
    }
}
