package io.renkei.api.spi;

import io.renkei.api.model.FilingKey;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A place where a destination leaves its official documents, of whichever filing, for the gateway to take. It needs no
 * {@link Dispatcher}: filings may go to the destination by another connector, or not at all. The gateway visits it again
 * and again, on each node; it acknowledges only what it has stored and judged, so a document that was read and not
 * acknowledged is left there and comes again, which makes no second notice. Safe for use by several threads.
 */
@ConsumerType
public interface NoticeFolder extends MinistryConnector {

    /** How it is visited; read once when the service appears. */
    Visiting visiting();

    /**
     * Connects. The gateway closes the visit in any case.
     *
     * @throws TransientFailure if it cannot be reached now
     * @throws PermanentFailure if it must not be used until a person has acted, as when somebody else answers in its place
     */
    Visit visit() throws TransientFailure, PermanentFailure;

    /**
     * How the gateway visits.
     *
     * @param pause between two visits, 100 ms to 24 h
     * @param longest one visit; its thread is then interrupted; 1 s to 1 h
     */
    record Visiting(Duration pause, Duration longest) {

        /** @throws IllegalArgumentException naming the value that is out of its range */
        public Visiting {
            if (pause.toMillis() < 100 || pause.compareTo(Duration.ofDays(1)) > 0) {
                throw new IllegalArgumentException("the pause between visits lies between 100 ms and 24 h");
            }
            if (longest.toMillis() < 1_000 || longest.compareTo(Duration.ofHours(1)) > 0) {
                throw new IllegalArgumentException("the longest visit lies between 1 s and 1 h");
            }
        }
    }

    /** One visit, for one thread. Each call ends within the timeouts of the connector. */
    @ConsumerType
    interface Visit extends AutoCloseable {

        /** Documents that are complete and wait for the gateway; a bounded number. */
        List<Left> left() throws TransientFailure;

        /**
         * Reads a document, byte for byte, while it comes. The caller closes it.
         *
         * @throws IOException if it cannot be read now, or is not what was listed; so do reads of the stream
         */
        InputStream read(Left document) throws IOException;

        /**
         * The gateway has the document for good, or will never take it: it is not listed again. May be called again for the
         * same one, also when another node did it meanwhile.
         */
        void acknowledge(Left document, Receipt receipt) throws TransientFailure;

        @Override
        void close();
    }

    /**
     * A document that waits. Two are equal only if they are the same version of the same document.
     *
     * @param name of the document there
     * @param version changes when the document changes
     * @param filing that its name says it is for; it never stands for the seal
     */
    record Left(String name, String version, Optional<FilingKey> filing) {
        public Left {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(filing, "filing");
        }
    }

    /**
     * What the gateway did with a document.
     *
     * @param notice its number here, or empty text where it was not taken at all
     * @param refusal the code for which it is not delivered, as when its seal is not good; empty where it is delivered, or
     *     waits for its filing
     */
    record Receipt(String notice, Optional<String> refusal) {
        public Receipt {
            Objects.requireNonNull(notice, "notice");
            Objects.requireNonNull(refusal, "refusal");
        }
    }
}
