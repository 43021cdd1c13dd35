package io.renkei.api.spi;

import org.osgi.annotation.versioning.ProviderType;

/** The only place a connector's routes read from. */
@ProviderType
public interface Lane {

    /**
     * The Camel endpoint that a dispatch route starts with. Each exchange carries one {@link DispatchTask} as its body
     * and has to end with one {@link io.renkei.api.model.DispatchOutcome} as its body, within {@link
     * LaneSettings#totalTimeout()}.
     */
    String uri();

    /**
     * The start of each route id of this instance, unique in the gateway, such as {@code egov.hello-work}; with a number
     * behind it while the instance of before still ends.
     */
    String routePrefix();
}
