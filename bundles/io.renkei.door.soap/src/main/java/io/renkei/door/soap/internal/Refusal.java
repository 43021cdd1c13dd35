package io.renkei.door.soap.internal;

import io.renkei.ports.intake.Fault;
import java.util.List;

/** A call is refused; ends its handling early. Its message is the code alone. */
final class Refusal extends RuntimeException {

    static final int RETRY_SECONDS = 5;

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;
    private final boolean ofSender;
    private final int status;
    private final int statusInside;
    private final int retryAfterSeconds;

    private Refusal(List<Fault> faults, boolean ofSender, int status, int statusInside, int retryAfterSeconds) {
        super(faults.get(0).code(), null, false, false);
        this.faults = List.copyOf(faults);
        this.ofSender = ofSender;
        this.status = status;
        this.statusInside = statusInside;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    static Refusal of(SoapCode code) {
        return of(code, "");
    }

    static Refusal of(SoapCode code, String place) {
        return new Refusal(List.of(code.fault(place)), code.ofSender(), code.status(), code.statusInside(), 0);
    }

    /** @param seconds 1 or more */
    static Refusal later(SoapCode code, int seconds) {
        return new Refusal(List.of(code.fault("")), code.ofSender(), code.status(), code.statusInside(), seconds);
    }

    /** The kernel's own reasons, at least one. */
    static Refusal of(List<Fault> faults) {
        return new Refusal(faults, true, 500, 500, 0);
    }

    List<Fault> faults() {
        return faults;
    }

    boolean ofSender() {
        return ofSender;
    }

    int status() {
        return status;
    }

    int statusInside() {
        return statusInside;
    }

    /** 0 for none. */
    int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
