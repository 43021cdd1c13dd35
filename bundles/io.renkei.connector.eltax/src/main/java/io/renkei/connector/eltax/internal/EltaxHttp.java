package io.renkei.connector.eltax.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * HTTP clients that know whether they sent anything. A failure before the first byte of the request, and only that, is
 * {@link NotSent}; every other failure means that the request may have arrived. No redirects, no retries, no cookies, no
 * authentication, no compression; answers are bounded; a call ends within connect and response timeout plus the time
 * that the bounded answer takes, which is bounded too.
 */
final class EltaxHttp implements AutoCloseable {

    static final int MAX_ANSWER_BYTES = 1024 * 1024;

    private static final String SENDING = "renkei.sending";
    private static final TimeValue IDLE = TimeValue.ofSeconds(20);

    private final Optional<SSLContext> tls;
    private final int connections;
    private final ScheduledThreadPoolExecutor watch;

    /** A client with its pool; closing the client closes the pool. */
    record Client(CloseableHttpClient http, PoolingHttpClientConnectionManager pool) {}

    /** @param connections at once, per client */
    EltaxHttp(Optional<SSLContext> tls, int connections) {
        this.tls = tls;
        this.connections = connections;
        this.watch = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "eltax-deadline");
            thread.setDaemon(true);
            return thread;
        });
        watch.setRemoveOnCancelPolicy(true);
        watch.setKeepAliveTime(10, TimeUnit.SECONDS);
        watch.allowCoreThreadTimeOut(true);
    }

    /**
     * @param connect the longest wait for a connection, TLS included
     * @param response the longest wait for the next byte of the answer
     */
    Client client(Duration connect, Duration response) {
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
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build());
        tls.ifPresent(context -> pool.setTlsSocketStrategy(new DefaultClientTlsStrategy(context)));
        PoolingHttpClientConnectionManager manager = pool.build();
        Duration longest = connect.plus(response);
        CloseableHttpClient http = HttpClients.custom()
                .setConnectionManager(manager)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(connect))
                        .setResponseTimeout(Timeout.of(response))
                        .setRedirectsEnabled(false)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .evictIdleConnections(IDLE)
                .addExecInterceptorBefore(
                        ChainElement.PROTOCOL.name(), "renkei.bounds", (r, s, c) -> bounded(r, s, c, longest))
                .addExecInterceptorBefore(ChainElement.CONNECT.name(), "renkei.before", EltaxHttp::beforeSending)
                .addExecInterceptorAfter(ChainElement.CONNECT.name(), "renkei.sending", EltaxHttp::sending)
                .build();
        return new Client(http, manager);
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    private static ClassicHttpResponse beforeSending(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        scope.clientContext.removeAttribute(SENDING);
        try {
            return chain.proceed(request, scope);
        } catch (IOException e) {
            throw scope.clientContext.getAttribute(SENDING) == null ? new NotSent(e) : e;
        }
    }

    private static ClassicHttpResponse sending(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        scope.clientContext.setAttribute(SENDING, Boolean.TRUE);
        return chain.proceed(request, scope);
    }

    private ClassicHttpResponse bounded(
            ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain, Duration longest)
            throws IOException, HttpException {
        long end = System.nanoTime() + longest.toNanos();
        ScheduledFuture<?> cut = scope.originalRequest instanceof Cancellable call
                ? watch.schedule(call::cancel, longest.toNanos(), TimeUnit.NANOSECONDS)
                : null;
        ClassicHttpResponse response;
        try {
            response = chain.proceed(request, scope);
        } finally {
            if (cut != null) {
                cut.cancel(false);
            }
        }
        if (response.getEntity() != null) {
            response.setEntity(new BoundedEntity(response.getEntity(), end + longest.toNanos()));
        }
        return response;
    }

    private static final class BoundedEntity extends HttpEntityWrapper {

        private final long end;

        BoundedEntity(HttpEntity entity, long end) {
            super(entity);
            this.end = end;
        }

        @Override
        public InputStream getContent() throws IOException {
            return new BoundedStream(super.getContent(), end);
        }
    }

    private static final class BoundedStream extends FilterInputStream {

        private final long end;
        private long left = MAX_ANSWER_BYTES;

        BoundedStream(InputStream in, long end) {
            super(in);
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            left -= Math.max(count, 0);
            if (left < 0 || System.nanoTime() - end > 0) {
                throw new IOException("the answer is too long or too slow");
            }
            return count;
        }
    }
}
