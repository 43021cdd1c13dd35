package io.renkei.api.spi;

import org.apache.camel.RoutesBuilder;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Can send filings. The route host adds the connector's routes to the Camel context of its bundle when the service
 * appears, feeds the lane while filings are due, and takes the routes out again when the service goes, after what is
 * under way has ended. While the bundle stays, as with a change of settings, nobody waits for that: the component is
 * deactivated meanwhile, so what its routes use ends with them and not before.
 */
@ConsumerType
public interface Dispatcher extends MinistryConnector {

    /** How the lane is to be used; read once when the service appears. */
    LaneSettings settings();

    /**
     * The routes of this instance. Exactly one starts at {@link Lane#uri()}; every route id starts with {@link
     * Lane#routePrefix()}. They carry no error handler: {@link TransientFailure} and {@link PermanentFailure} are
     * thrown, anything else that is thrown counts as an unknown outcome.
     */
    RoutesBuilder routes(Lane lane);
}
