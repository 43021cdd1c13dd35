package io.renkei.routes.internal;

import io.renkei.api.model.DispatchOutcome;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TransientFailure;
import java.util.Optional;
import org.apache.camel.RuntimeCamelException;

/** How a connector ended an attempt. */
sealed interface Ending {

    /** With an outcome. */
    record Answered(DispatchOutcome outcome) implements Ending {}

    /** Nothing was sent; again later. */
    record FailedForNow(String code) implements Ending {}

    /** Nothing was accepted; a person must act. */
    record Failed(String code) implements Ending {}

    /** Whatever else: nobody knows what the destination has. */
    record Lost(String code) implements Ending {}

    /** Reads an ended exchange: what was thrown counts before what stands in the body. */
    static Ending of(Optional<Throwable> thrown, Object body) {
        if (thrown.isPresent()) {
            return ofThrown(bare(thrown.get()));
        }
        return body instanceof DispatchOutcome outcome ? new Answered(outcome) : new Lost(RoutesCode.NO_OUTCOME.code());
    }

    private static Ending ofThrown(Throwable thrown) {
        if (thrown instanceof TransientFailure) {
            return new FailedForNow(code(thrown.getMessage()));
        }
        return thrown instanceof PermanentFailure
                ? new Failed(code(thrown.getMessage()))
                : new Lost(RoutesCode.THROWN.code());
    }

    /** Without what Camel itself wraps around an exception; a connector's own wrapping is left, and counts as unknown. */
    private static Throwable bare(Throwable thrown) {
        Throwable inner = thrown;
        while (inner instanceof RuntimeCamelException && inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner;
    }

    /** A code as it may be kept: no remote text gets through by mistake. */
    static String code(String given) {
        return given != null && given.matches("[A-Za-z0-9._-]{1,64}") ? given : RoutesCode.NO_CODE.code();
    }
}
