package io.renkei.door.rest.internal;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the handler of an admitted call; is the boundary where every failure becomes a problem document. */
final class Api extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Api.class);

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Admitted admitted = Admitted.of(request).orElse(null);
        if (admitted == null) {
            SecurityHeaders.set(response);
            Problem.of(RestCode.NO_CERTIFICATE, "").answer(Language.ENGLISH).write(response);
            return;
        }
        Call call = admitted.call();
        Answer answer = answer(admitted.match().route(), call);
        if (answer.status() >= 400 && call.hasBody() && !call.bounded().ended()) {
            answer = answer.last();
        }
        if (!write(answer, response, call)) {
            return;
        }
        try {
            answer.afterwards().run();
        } catch (RuntimeException e) {
            LOG.warn(
                    "REST-029: what was answered to {} could not be noted; it counts at the next time",
                    call.partner(),
                    e);
        }
    }

    private static Answer answer(Route route, Call call) {
        try {
            return route.handler().answer(call);
        } catch (RefusedCall | IOException | RuntimeException e) {
            return Failures.answer(Failures.refusal(e, call.bounded()), call.language());
        }
    }

    /** Whether it was written whole. */
    private static boolean write(Answer answer, HttpServletResponse response, Call call) throws IOException {
        try {
            answer.write(response);
            return true;
        } catch (IOException | RuntimeException e) {
            if (response.isCommitted()) {
                throw e;
            }
            RefusedCall refused = e instanceof IOException && !Failures.isDatabaseGone(e)
                    ? new RefusedCall(RestCode.DOCUMENT_UNREADABLE)
                    : Failures.refusal(e, call.bounded());
            if (!Failures.isDatabaseGone(e)) {
                LOG.error(
                        "{}: an answer to {} could not be read from the store",
                        refused.code().code(),
                        call.partner(),
                        e);
            }
            response.reset();
            SecurityHeaders.set(response);
            Failures.answer(refused, call.language()).write(response);
            return false;
        }
    }
}
