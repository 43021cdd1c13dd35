package io.renkei.api.spi;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tokens with which the gateway acts in a sender's name at a destination (e-Gov API v2 knows no machine account). They
 * are encrypted at rest. Safe for use by several threads and several nodes.
 */
@ProviderType
public interface TokenVault {

    /** The delegated tokens, or empty when the sender never consented or the consent was revoked. */
    Optional<Tokens> find(PartnerId sender, DestinationId destination);

    /**
     * Replaces tokens after a refresh, as a compare-and-set on their version.
     *
     * @return false if somebody else replaced them first: read them again and use those
     */
    boolean replace(PartnerId sender, DestinationId destination, long expectedVersion, Fresh fresh);

    /** Forgets tokens that the destination no longer takes: consent is needed again. */
    void revoke(PartnerId sender, DestinationId destination, long expectedVersion);

    /** Keeps the first tokens of a consent, in place of any before. */
    void put(PartnerId sender, DestinationId destination, Fresh fresh);

    /**
     * What a token endpoint answered.
     *
     * @param accessExpires when the access token stops working
     */
    record Fresh(String accessToken, Instant accessExpires, String refreshToken) {
        @Override
        public String toString() {
            return "Fresh";
        }
    }

    /**
     * Kept tokens.
     *
     * @param version grows with each replacement
     */
    record Tokens(String accessToken, Instant accessExpires, String refreshToken, long version) {
        @Override
        public String toString() {
            return "Tokens[" + version + "]";
        }
    }
}
