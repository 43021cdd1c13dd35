package io.renkei.api.spi;

import io.renkei.api.model.DestinationId;
import org.osgi.annotation.versioning.ConsumerType;

/** One ministry system as the gateway reaches it. Safe for use by several threads. */
@ConsumerType
public interface MinistryConnector {

    /** The destination it serves; never changes while the service is registered. */
    DestinationId destination();

    /** Whether the destination answers: within a second and without any effect there. */
    Health probe();

    /**
     * What a probe found.
     *
     * @param reachable whether the destination answered as expected
     * @param code of the connector when it did not, else empty text
     */
    record Health(boolean reachable, String code) {

        public static final Health UP = new Health(true, "");

        public static Health down(String code) {
            return new Health(false, code);
        }
    }
}
