package io.renkei.companystore.internal;

import io.renkei.ports.outgoing.FirstNamed;
import org.osgi.service.component.annotations.Component;

/** Which file tells which destination: the one that named it first. Safe for use by several threads. */
@Component(service = Agencies.class)
public final class Agencies {

    private final FirstNamed destinations = new FirstNamed();

    void name(AgencySettings settings, Object owner) {
        destinations.name(settings.destination().value(), owner);
    }

    void leave(Object owner) {
        destinations.leave(owner);
    }

    boolean isFirst(Object owner) {
        return destinations.isFirst(owner);
    }
}
