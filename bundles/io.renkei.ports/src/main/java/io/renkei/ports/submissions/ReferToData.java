package io.renkei.ports.submissions;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import java.io.IOException;
import java.io.InputStream;
import org.osgi.annotation.versioning.ProviderType;

/** Fetches one object for an agency that may have it. Safe for use by several threads. */
@ProviderType
public interface ReferToData {

    /**
     * Checks permission, time and revocation, writes the access record, fetches the object from the company's store and
     * compares it with what was recorded. Nothing of it is released before all of it fits, and before the record that says
     * so is durable.
     *
     * @param partner by whose certificate
     * @param as in whose name; the caller speaks for it
     * @param object its number
     * @throws IOException if the object cannot be kept until it was compared
     * @throws io.renkei.ports.state.StateUnavailable if the database cannot be had: nothing was released
     */
    Outcome refer(PartnerId partner, DestinationId as, ArrivalNumber number, int object) throws IOException;

    /** How a reference is answered. */
    sealed interface Outcome {

        /**
         * The object as it was recorded.
         *
         * @param access the access record's name
         * @param body to be closed, which forgets the bytes
         */
        record Released(String access, DataObject object, InputStream body) implements Outcome {}

        /**
         * Nothing.
         *
         * @param answer any but {@link AccessAnswer#RELEASED} and {@link AccessAnswer#ASKED}
         * @param retryAfterSeconds 1 to 3600 with {@link AccessAnswer#STORE_DOWN}, else 0
         */
        record Withheld(AccessAnswer answer, int retryAfterSeconds) implements Outcome {}
    }
}
