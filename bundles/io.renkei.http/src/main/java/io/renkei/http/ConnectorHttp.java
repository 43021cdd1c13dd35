package io.renkei.http;

import io.renkei.http.internal.Bounds;
import io.renkei.http.internal.Deadlines;
import io.renkei.http.internal.IdlePools;
import io.renkei.http.internal.SendingMark;
import io.renkei.http.internal.UntilRouteEnds;
import io.renkei.http.internal.Users;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import org.apache.camel.spi.RoutePolicy;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Makes the HTTP clients of one connector instance. What each of them guarantees:
 *
 * <ul>
 *   <li>A failure before the first byte of the request, and only that, is {@link NotSent}: no free connection, an unknown
 *       host, a refused connection, a failed TLS handshake, a closed client. The kind of the exception does not decide: a
 *       mark is set between the making of the connection and the sending. After any other failure, also of a pooled
 *       connection that the server had closed meanwhile, the request may have arrived.
 *   <li>A call, from the wait for a connection to the last byte of the answer, ends within connect and response timeout
 *       together. At that moment the connection is cut, and who reads gets an {@link IOException}. It makes no difference
 *       whether the server is silent or sends a byte now and then.
 *   <li>An answer has a bounded number of bytes; one more is an {@link IOException}. An answer that is not read to its end
 *       costs its connection: nothing is read on behind the reader's back.
 *   <li>A connection serves calls for a minute at most: when the context follows its files, so do the calls.
 *   <li>What a route has under way is not cut when the instance goes: {@link #close} waits for the routes, without holding
 *       up who called it.
 *   <li>No redirects, no retries, no cookies, no authentication, no decompression.
 * </ul>
 *
 * Safe for use by several threads, and so are its clients. One daemon thread watches the deadlines while there are any;
 * one for the whole process closes idle connections.
 */
public final class ConnectorHttp implements AutoCloseable {

    /** The longest that a connection made with keys and authorities since replaced serves further calls. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Optional<SSLContext> tls;
    private final int connections;
    private final long mostAnswerBytes;
    private final Deadlines deadlines;
    private final Set<Client> clients = ConcurrentHashMap.newKeySet();
    private final Duration kept;
    private final Users users = new Users(this::end);

    /** A client with its pool; closing the client closes the pool and cuts what is under way. */
    public static final class Client implements AutoCloseable {

        private final CloseableHttpClient http;
        private final PoolingHttpClientConnectionManager pool;
        private final Users users;

        private Client(CloseableHttpClient http, PoolingHttpClientConnectionManager pool, Users users) {
            this.http = http;
            this.pool = pool;
            this.users = users;
        }

        /** Takes each request once; a request that was executed cannot be executed again. */
        public CloseableHttpClient http() {
            return http;
        }

        /** Of this client. */
        public PoolingHttpClientConnectionManager pool() {
            return pool;
        }

        /** Keeps all clients of the instance until it is closed. */
        Users.User use() {
            return users.add();
        }

        /**
         * The status that a GET gets. The answer is read to its end and thrown away.
         *
         * @return the status of HTTP
         * @throws NotSent if no byte of the request left
         * @throws IOException if there was no whole answer in time
         */
        public int status(URI url) throws IOException {
            return http.execute(new HttpGet(url), response -> {
                HttpEntity entity = response.getEntity();
                if (entity != null) {
                    entity.writeTo(OutputStream.nullOutputStream());
                }
                return response.getCode();
            });
        }

        @Override
        public void close() {
            IdlePools.SHARED.remove(pool);
            http.close(CloseMode.IMMEDIATE);
        }
    }

    /**
     * @param name of the thread that watches, such as {@code egov-deadline}
     * @param tls for https; without it the authorities of the Java runtime are trusted
     * @param connections most at once, per client and destination; at least 1
     * @param mostAnswerBytes of one answer's body
     */
    public ConnectorHttp(String name, Optional<SSLContext> tls, int connections, long mostAnswerBytes) {
        this(name, tls, connections, mostAnswerBytes, KEPT);
    }

    ConnectorHttp(String name, Optional<SSLContext> tls, int connections, long mostAnswerBytes, Duration kept) {
        this.kept = kept;
        this.tls = tls;
        this.connections = connections;
        this.mostAnswerBytes = mostAnswerBytes;
        this.deadlines = new Deadlines(name);
    }

    /**
     * A client of its own. Who asked for it may close it; else it is closed with this.
     *
     * @param connect the longest wait for a free connection, for a new connection, and for each step of its TLS handshake
     * @param response the longest wait for the next byte of the answer; with {@code connect} the longest call in all
     */
    public Client client(Duration connect, Duration response) {
        PoolingHttpClientConnectionManager pool = pool(connect);
        CloseableHttpClient http = HttpClients.custom()
                .setConnectionManager(pool)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(connect))
                        .setResponseTimeout(Timeout.of(response))
                        .setRedirectsEnabled(false)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                // A mutual-TLS connection has an owner by default, and no other request would find it in the pool.
                .disableConnectionState()
                .disableContentCompression()
                .addExecInterceptorBefore(
                        ChainElement.PROTOCOL.name(),
                        "renkei.bounds",
                        new Bounds(deadlines, connect.plus(response), mostAnswerBytes))
                .addExecInterceptorBefore(ChainElement.CONNECT.name(), "renkei.before", SendingMark::before)
                .addExecInterceptorAfter(ChainElement.CONNECT.name(), "renkei.sending", SendingMark::sending)
                .build();
        Client client = new Client(http, pool, users);
        clients.add(client);
        IdlePools.SHARED.add(pool);
        return client;
    }

    private PoolingHttpClientConnectionManager pool(Duration connect) {
        PoolingHttpClientConnectionManagerBuilder pool = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(connections)
                .setMaxConnTotal(2 * connections)
                .setDefaultSocketConfig(SocketConfig.custom()
                        .setSoTimeout(Timeout.of(connect))
                        .setTcpNoDelay(true)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(connect))
                        .setValidateAfterInactivity(TimeValue.ofMilliseconds(100))
                        .setTimeToLive(Timeout.of(kept))
                        .build());
        tls.ifPresent(context -> pool.setTlsSocketStrategy(new DefaultClientTlsStrategy(context)));
        return pool.build();
    }

    /**
     * Keeps the clients until a route is taken out of its Camel context: for a route whose own steps call by them. {@link
     * HttpDispatch#post} does so by itself.
     *
     * @return to be given to the route
     */
    public RoutePolicy untilRouteEnds() {
        return new UntilRouteEnds(users.add());
    }

    /**
     * Closes every client as soon as no route needs them: at once, or after the last route that posts by them has ended
     * what it has under way and was taken out. Then no further call begins, and what is under way is cut. Returns at
     * once.
     */
    @Override
    public void close() {
        users.end();
    }

    private void end() {
        clients.forEach(Client::close);
        clients.clear();
        deadlines.close();
    }
}
