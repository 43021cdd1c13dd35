package io.renkei.door.soap.internal;

import io.renkei.api.model.PartnerId;
import io.renkei.ports.access.Caller;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/** A call that the guard let pass. One thread uses it. */
final class SoapCall {

    private static final String ATTRIBUTE = SoapCall.class.getName();
    private static final Runnable NOTHING = () -> {};

    private final Caller caller;
    private final BoundedBody body;
    private final HttpServletResponse response;
    private String operation = "-";
    private Runnable afterwards = NOTHING;

    SoapCall(Caller caller, BoundedBody body, HttpServletResponse response) {
        this.caller = caller;
        this.body = body;
        this.response = response;
    }

    void putInto(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    static Optional<SoapCall> of(ServletRequest request) {
        return request != null && request.getAttribute(ATTRIBUTE) instanceof SoapCall call
                ? Optional.of(call)
                : Optional.empty();
    }

    /** @param message of either direction */
    static Optional<SoapCall> of(Message message) {
        Message in =
                message.getExchange() == null ? null : message.getExchange().getInMessage();
        Message first = in == null ? message : in;
        return of((ServletRequest) first.get(AbstractHTTPDestination.HTTP_REQUEST));
    }

    Caller caller() {
        return caller;
    }

    PartnerId partner() {
        return caller.partner();
    }

    BoundedBody body() {
        return body;
    }

    HttpServletResponse response() {
        return response;
    }

    /** The operation that was begun, or a dash. */
    String operation() {
        return operation;
    }

    void begin(String name) {
        operation = name;
    }

    /** Runs when the last byte of the answer was written, and only then. */
    void then(Runnable action) {
        afterwards = action;
    }

    /** The answer is a fault: nothing is noted. */
    void forget() {
        afterwards = NOTHING;
    }

    Runnable afterwards() {
        return afterwards;
    }
}
