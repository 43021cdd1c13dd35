package io.renkei.door.rest.internal;

import jakarta.servlet.ServletRequest;
import java.util.Optional;

/** What the guard found out, for the servlet behind it. Without it nothing is answered. */
record Admitted(Routes.Match match, Call call) {

    private static final String ATTRIBUTE = Admitted.class.getName();

    void putInto(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    static Optional<Admitted> of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Admitted admitted ? Optional.of(admitted) : Optional.empty();
    }
}
