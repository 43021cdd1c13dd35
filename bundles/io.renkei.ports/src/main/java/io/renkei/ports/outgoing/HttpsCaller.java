package io.renkei.ports.outgoing;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/**
 * Calls other systems and nobody on their behalf: it follows no redirect and uses no proxy. A call ends within its
 * patience, whatever the other side does; of an answer's body 16 KiB are read at most. Safe for use by several threads.
 */
public final class HttpsCaller {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final SSLContext tls;
    private final Duration patience;
    private final Set<Future<?>> calls = ConcurrentHashMap.newKeySet();
    private volatile boolean givenUp;
    private HttpClient http;
    private long madeNanos;

    /** @param patience the longest one call takes, what it sends and its answer included */
    public HttpsCaller(SSLContext tls, Duration patience) {
        this.tls = Objects.requireNonNull(tls, "tls");
        this.patience = Objects.requireNonNull(patience, "patience");
    }

    /**
     * What the other side answered.
     *
     * @param status of HTTP; 0 where there was no answer
     * @param retryAfter the header of that name (RFC 9110, 10.2.3), as it was sent
     * @param failure why the call did not come to its end; there may be a status all the same
     */
    public record Answer(int status, Optional<String> retryAfter, Optional<Throwable> failure) {

        public boolean isGood() {
            return status >= 200 && status <= 299;
        }
    }

    /** Sends once and waits. Whatever fails is in the answer; the thread stays interrupted if it was. */
    public Answer call(HttpRequest.Builder request) {
        AnswerHead head = new AnswerHead();
        Future<?> sent = http().sendAsync(request.timeout(patience).build(), head);
        Optional<Throwable> failure = await(sent, head);
        return new Answer(head.status(), head.retryAfter(), failure);
    }

    private Optional<Throwable> await(Future<?> sent, AnswerHead head) {
        calls.add(sent);
        if (givenUp) {
            sent.cancel(true);
        }
        try {
            sent.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(e.getCause());
        } catch (TimeoutException | CancellationException e) {
            return Optional.of(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(e);
        } finally {
            head.cut();
            sent.cancel(true);
            calls.remove(sent);
        }
    }

    /** A new one each minute: a kept connection would go on with the keys that it was made with. */
    private synchronized HttpClient http() {
        if (http == null || System.nanoTime() - madeNanos > KEPT.toNanos()) {
            madeNanos = System.nanoTime();
            http = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .connectTimeout(CONNECT.compareTo(patience) < 0 ? CONNECT : patience)
                    .sslContext(tls)
                    .build();
        }
        return http;
    }

    /** Ends the calls that are under way, and each later one at once. */
    public void giveUp() {
        givenUp = true;
        calls.forEach(call -> call.cancel(true));
    }
}
