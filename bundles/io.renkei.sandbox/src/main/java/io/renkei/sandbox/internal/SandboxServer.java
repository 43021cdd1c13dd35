package io.renkei.sandbox.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one server of the sandbox: HTTPS with a client certificate required, or plain HTTP where no TLS context is given
 * (tests only). Sixteen threads, a thousand calls that wait, connections kept open.
 */
final class SandboxServer implements AutoCloseable {

    static final int MAX_BODY_BYTES = 32 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(SandboxServer.class);
    private static final int THREADS = 16;
    private static final int WAITING = 1_000;

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final boolean secure;

    /** @param port 0 for any that is free */
    SandboxServer(InetSocketAddress address, Optional<SSLContext> tls, List<Simulator> simulators) throws IOException {
        this(address, tls, true, simulators);
    }

    /** HTTPS without a client certificate. */
    static SandboxServer forBrowsers(InetSocketAddress address, SSLContext tls, List<Simulator> simulators)
            throws IOException {
        return new SandboxServer(address, Optional.of(tls), false, simulators);
    }

    private SandboxServer(
            InetSocketAddress address, Optional<SSLContext> tls, boolean needsCertificate, List<Simulator> simulators)
            throws IOException {
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            // Read once by the JDK; without it each answer on a kept connection waits 40 ms.
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
        secure = tls.isPresent();
        server = secure ? https(address, tls.orElseThrow(), needsCertificate) : HttpServer.create(address, 0);
        threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                10,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                SandboxServer::thread,
                new ThreadPoolExecutor.CallerRunsPolicy());
        threads.allowCoreThreadTimeOut(true);
        server.setExecutor(threads);
        for (Simulator simulator : simulators) {
            server.createContext(simulator.path(), exchange -> serve(simulator, exchange));
        }
    }

    void start() {
        server.start();
        LOG.info("The sandbox listens on {}", url());
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Without a slash at the end. */
    String url() {
        return (secure ? "https" : "http") + "://localhost:" + port();
    }

    /** Cuts what is under way. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void serve(Simulator simulator, HttpExchange exchange) {
        Call call;
        try {
            call = Call.read(exchange, simulator.path(), MAX_BODY_BYTES);
        } catch (IOException | Refusal e) {
            LOG.debug("A request could not be read", e);
            exchange.close();
            return;
        }
        try {
            simulator.handle(call);
        } catch (Refusal e) {
            call.answer(Answer.text(e.status(), e.getMessage()));
        } catch (IOException | RuntimeException e) {
            LOG.error("The simulator at {} failed; its answer is 500", simulator.path(), e);
            call.answer(Answer.text(500, "The simulator failed."));
        }
    }

    private static HttpServer https(InetSocketAddress address, SSLContext tls, boolean needsCertificate)
            throws IOException {
        HttpsServer https = HttpsServer.create(address, 0);
        https.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters ssl = getSSLContext().getDefaultSSLParameters();
                ssl.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
                ssl.setNeedClientAuth(needsCertificate);
                parameters.setSSLParameters(ssl);
            }
        });
        return https;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "sandbox-call");
        thread.setDaemon(true);
        return thread;
    }
}
