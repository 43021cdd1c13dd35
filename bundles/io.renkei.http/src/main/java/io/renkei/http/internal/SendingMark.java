package io.renkei.http.internal;

import io.renkei.http.NotSent;
import java.io.IOException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;

/** A mark that is set between the making of the connection and the sending of the request. */
public final class SendingMark {

    private static final String SENDING = "renkei.sending";

    private SendingMark() {}

    /** Stands before the connection is made; a failure without the mark is {@link NotSent}. */
    public static ClassicHttpResponse before(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        scope.clientContext.removeAttribute(SENDING);
        try {
            return chain.proceed(request, scope);
        } catch (IOException e) {
            throw isSet(scope) ? e : new NotSent(e);
        } catch (IllegalStateException e) {
            // The pool was shut down.
            if (isSet(scope)) {
                throw e;
            }
            throw new NotSent(e);
        }
    }

    /** Stands behind the made connection. */
    public static ClassicHttpResponse sending(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        scope.clientContext.setAttribute(SENDING, Boolean.TRUE);
        return chain.proceed(request, scope);
    }

    private static boolean isSet(ExecChain.Scope scope) {
        return scope.clientContext.getAttribute(SENDING) != null;
    }
}
