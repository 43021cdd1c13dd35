package io.renkei.api.spi;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.LinkageCode;
import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Gives the linkage codes of a person, one per agency, as J-LIS does. {@link #destination()} is the service that gives them. Safe for
 * use by several threads.
 */
@ConsumerType
public interface LinkageCodeSource extends MinistryConnector {

    /**
     * The code of a person at an agency, in one call of {@link #LONGEST_MILLIS} at most.
     *
     * @return empty if the agency knows no such person
     * @throws TransientFailure if there is no answer that can be believed: it is asked again later
     * @throws PermanentFailure if it must not be asked until a person has acted
     */
    Optional<LinkageCode> code(Proof proof, DestinationId agency) throws TransientFailure, PermanentFailure;

    /** The longest that one call may take, its answer included. */
    long LONGEST_MILLIS = 60_000;

    /**
     * What the person proved themselves with: a certificate for user authentication. Three generations of authorities share one
     * name, so the authority is known by its key. It prints nothing of it.
     *
     * @param authorityKeyId the key identifier of the authority (RFC 5280, section 4.2.1.1), lower-case hex
     * @param serial of the certificate
     */
    record Proof(String authorityKeyId, BigInteger serial) {
        public Proof {
            Objects.requireNonNull(authorityKeyId, "authorityKeyId");
            Objects.requireNonNull(serial, "serial");
        }

        @Override
        public String toString() {
            return "proof";
        }
    }
}
