package io.renkei.ports.outgoing;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/**
 * Calls other systems and nobody on their behalf: it follows no redirect and uses no proxy. A call ends within its
 * patience, whatever the other side does; of an answer's body 16 KiB are read at most, unless its body is what is asked for.
 * Safe for use by several threads.
 */
public final class HttpsCaller {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int HTTP_OK = 200;
    private static final String GIVEN_UP = "the call was given up";

    private final SSLContext tls;
    private final Duration patience;
    private final Set<Future<?>> calls = ConcurrentHashMap.newKeySet();
    private final Set<ArrivingBody> bodies = ConcurrentHashMap.newKeySet();
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

    /** Makes something of a body, which it does not close. */
    @FunctionalInterface
    public interface BodyReader<T> {

        /** @throws IOException of the body, or for a reason of its own */
        T read(InputStream body) throws IOException;
    }

    /**
     * What became of a call for a body.
     *
     * @param value what the reader made of it; empty for every answer but 200, and where the body broke off
     */
    public record Read<T>(Answer answer, Optional<T> value) {}

    /** Sends once and waits. Whatever fails is in the answer; the thread stays interrupted if it was. */
    public Answer call(HttpRequest.Builder request) {
        AnswerHead head = new AnswerHead();
        Future<?> sent = http().sendAsync(request.timeout(patience).build(), head);
        Optional<Throwable> failure = await(sent);
        head.cut();
        sent.cancel(true);
        return new Answer(head.status(), head.retryAfter(), failure);
    }

    /**
     * Sends once and hands the body of an answer 200 to a reader while it arrives. Whatever fails at the other side is in the
     * answer, a body that comes too slowly too.
     *
     * @throws IOException what the reader threw for a reason of its own
     */
    public <T> Read<T> read(HttpRequest.Builder request, BodyReader<T> reader) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        CompletableFuture<HttpResponse<InputStream>> sent =
                http().sendAsync(request.timeout(patience).build(), BodyHandlers.ofInputStream());
        Optional<Throwable> failure = await(sent);
        if (failure.isPresent()) {
            sent.thenAccept(late -> new ArrivingBody(late.body()).cut("the call was over"));
            sent.cancel(true);
            return new Read<>(new Answer(0, Optional.empty(), failure), Optional.empty());
        }
        HttpResponse<InputStream> head = sent.join();
        Optional<String> retryAfter = head.headers().firstValue("Retry-After");
        ArrivingBody body = new ArrivingBody(head.body());
        if (head.statusCode() != HTTP_OK) {
            body.cut("it is not asked for");
            return new Read<>(new Answer(head.statusCode(), retryAfter, Optional.empty()), Optional.empty());
        }
        Optional<T> value = read(body, deadline, reader);
        return new Read<>(new Answer(HTTP_OK, retryAfter, body.broken()), value);
    }

    private <T> Optional<T> read(ArrivingBody body, long deadline, BodyReader<T> reader) throws IOException {
        CompletableFuture<Void> end = new CompletableFuture<>();
        end.thenRun(() -> body.cut("it did not arrive in time"));
        end.completeOnTimeout(null, deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        bodies.add(body);
        if (givenUp) {
            body.cut(GIVEN_UP);
        }
        try (body) {
            T value = reader.read(body);
            return body.broken().isPresent() ? Optional.empty() : Optional.of(value);
        } catch (IOException e) {
            if (body.broken().isEmpty()) {
                throw e;
            }
            return Optional.empty();
        } finally {
            bodies.remove(body);
            end.cancel(false);
        }
    }

    private Optional<Throwable> await(Future<?> sent) {
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
        bodies.forEach(body -> body.cut(GIVEN_UP));
    }
}
