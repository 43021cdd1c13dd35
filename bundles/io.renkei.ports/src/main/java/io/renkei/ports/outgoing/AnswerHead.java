package io.renkei.ports.outgoing;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * One answer, of which nothing but the head counts. Its body is read, so that the connection can be used again, up to a
 * bound; what is longer ends the connection.
 */
final class AnswerHead implements BodyHandler<Void>, BodySubscriber<Void> {

    /** The longest body that is worth reading, in bytes. */
    private static final int MOST = 16 * 1024;

    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private volatile int status;
    private volatile Optional<String> retryAfter = Optional.empty();
    private volatile Subscription body;
    private int read;

    /** 0 until there is one. */
    int status() {
        return status;
    }

    Optional<String> retryAfter() {
        return retryAfter;
    }

    /** Reads no more of it. */
    void cut() {
        Subscription open = body;
        if (open != null) {
            open.cancel();
        }
        end.complete(null);
    }

    @Override
    public BodySubscriber<Void> apply(ResponseInfo info) {
        retryAfter = info.headers().firstValue("Retry-After");
        status = info.statusCode();
        return this;
    }

    @Override
    public CompletionStage<Void> getBody() {
        return end;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        body = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        read += bytes.stream().mapToInt(ByteBuffer::remaining).sum();
        if (read > MOST) {
            cut();
        }
    }

    @Override
    public void onError(Throwable broken) {
        end.complete(null);
    }

    @Override
    public void onComplete() {
        end.complete(null);
    }
}
