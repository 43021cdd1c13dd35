package io.renkei.http.internal;

import io.renkei.http.NotSent;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;

/** Bounds an exchange in time and its answer in size, until the answer was read or given up. */
public final class Bounds implements ExecChainHandler {

    private final Deadlines deadlines;
    private final Duration longest;
    private final long mostBytes;

    public Bounds(Deadlines deadlines, Duration longest, long mostBytes) {
        this.deadlines = deadlines;
        this.longest = longest;
        this.mostBytes = mostBytes;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Deadline deadline = begin(scope);
        boolean isAnswerOpen = false;
        try {
            ClassicHttpResponse response = chain.proceed(request, scope);
            if (response.getEntity() != null) {
                response.setEntity(new BoundedEntity(response.getEntity(), deadline, mostBytes));
                isAnswerOpen = true;
            }
            return response;
        } finally {
            if (!isAnswerOpen) {
                deadline.meet();
            }
        }
    }

    private Deadline begin(ExecChain.Scope scope) throws NotSent {
        Runnable cut = scope.originalRequest instanceof Cancellable call
                ? call::cancel
                : () -> scope.execRuntime.discardEndpoint();
        try {
            return deadlines.in(longest, cut);
        } catch (RejectedExecutionException e) {
            throw new NotSent(e);
        }
    }
}
