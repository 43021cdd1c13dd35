package io.renkei.ports.access;

import io.renkei.api.model.PartnerId;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.annotation.versioning.ProviderType;

/** Knows callers by their certificates, and bounds what each may ask at once. Safe for use by several threads. */
@ProviderType
public interface Partners {

    /**
     * Who a client certificate belongs to. The TLS layer has verified its path; the whole certificate is looked up by
     * its SHA-256 digest, never by its names.
     */
    Optional<Caller> identify(X509Certificate certificate);

    /**
     * Asks for a place before a body is read.
     *
     * @param caller who asks
     * @param announcedBytes the announced length of the body, or empty when it is chunked
     * @return the place, or how long to wait
     */
    Entry enter(Caller caller, OptionalLong announcedBytes);

    /**
     * Which partner's people are meant.
     *
     * @param named by id; empty for the one that is meant where none is named, which is the only portal unless the configuration names one
     * @return empty if there is no such partner with the role {@link Role#PORTAL}
     */
    Optional<PartnerId> portal(Optional<PartnerId> named);

    /** A place, or none. */
    sealed interface Entry {

        /** A place; close it when the answer is written. */
        @ProviderType
        non-sealed interface Place extends Entry, AutoCloseable {

            /**
             * Whether there is room for a body of so many bytes in all, asked while one of unannounced length arrives.
             *
             * @return false: stop reading and answer that the place is too small now
             */
            default boolean roomFor(long bodyBytes) {
                return true;
            }

            @Override
            void close();
        }

        /**
         * No place now.
         *
         * @param retryAfterSeconds 1 to 3600
         * @param ofCaller whether it is the caller's own bound (429) or the gateway's (503)
         */
        record Full(int retryAfterSeconds, boolean ofCaller) implements Entry {}

        /** The body is announced larger than the caller may send. */
        record TooLarge(long limit) implements Entry {}
    }
}
