package io.renkei.door.rest.internal;

import io.renkei.ports.intake.IntakePaused;
import io.renkei.ports.state.StateUnavailable;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what went wrong into an answer; nothing of an exception is told to the caller. */
final class Failures {

    static final int RETRY_SECONDS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static Answer answer(RefusedCall refused, Language language) {
        Answer answer = Problem.of(refused.code(), refused.place()).answer(language);
        if (refused.code().status() == 401) {
            answer = answer.with("WWW-Authenticate", "ClientCertificate");
        }
        return refused.retryAfterSeconds() == 0
                ? answer
                : answer.with("Retry-After", Integer.toString(refused.retryAfterSeconds()));
    }

    /** @param body the reason why its reading stopped comes before whatever its reader made of it */
    static RefusedCall refusal(Throwable failure, BoundedBody body) {
        if (body.fault().isPresent()) {
            RestCode code = body.fault().get();
            return new RefusedCall(code, "", code == RestCode.GATEWAY_FULL ? 1 : 0);
        }
        if (failure instanceof RefusedCall refused) {
            return refused;
        }
        if (failure instanceof IntakePaused paused) {
            return new RefusedCall(RestCode.INTAKE_PAUSED, "", paused.retryAfterSeconds());
        }
        if (isDatabaseGone(failure)) {
            LOG.debug("the database cannot be had; the journal says why", failure);
            return new RefusedCall(RestCode.STATE_UNAVAILABLE, "", RETRY_SECONDS);
        }
        if (failure instanceof PartMissing) {
            return new RefusedCall(RestCode.PART_MISSING, "", RETRY_SECONDS);
        }
        if (failure instanceof IOException) {
            return new RefusedCall(RestCode.BODY_BROKEN);
        }
        LOG.error("REST-028: a call failed; report the defect", failure);
        return new RefusedCall(RestCode.INTERNAL);
    }

    /** The content store says so by an IOException that has it as its cause. */
    static boolean isDatabaseGone(Throwable failure) {
        return failure instanceof StateUnavailable || failure.getCause() instanceof StateUnavailable;
    }
}
