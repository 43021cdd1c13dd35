package io.renkei.connector.egov.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.spi.TokenVault;
import io.renkei.api.spi.TokenVault.Fresh;
import io.renkei.api.spi.TokenVault.Tokens;
import io.renkei.api.spi.TransientFailure;
import io.renkei.http.HttpReply;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Access tokens by sender. One refresh at a time per sender; a refresh token that this node or another used meanwhile is
 * read again from the vault instead of used twice. Safe for use by several threads.
 */
final class EgovTokens {

    private static final int LOOKS = 5;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final TokenVault vault;
    private final DestinationId destination;
    private final Endpoint endpoint;
    private final Clock clock;
    private final Duration margin;
    private final Map<PartnerId, Object> locks = new ConcurrentHashMap<>();

    /** The token endpoint. */
    interface Endpoint {

        /**
         * Trades a refresh token for fresh tokens.
         *
         * @throws IOException if there was no answer
         */
        HttpReply refresh(String refreshToken) throws IOException;
    }

    EgovTokens(TokenVault vault, DestinationId destination, Endpoint endpoint, Clock clock, Duration margin) {
        this.vault = vault;
        this.destination = destination;
        this.endpoint = endpoint;
        this.clock = clock;
        this.margin = margin;
    }

    /**
     * Tokens whose access token works for a while; refreshed first when it is about to end.
     *
     * @return empty when the sender has to consent (again)
     * @throws TransientFailure if the token endpoint gives no usable answer
     */
    Optional<Tokens> usable(PartnerId sender) throws TransientFailure {
        Optional<Tokens> kept = vault.find(sender, destination);
        return kept.isEmpty() || !isEnding(kept.get())
                ? kept
                : renewed(sender, kept.get().version());
    }

    /**
     * Tokens newer than the given version, which e-Gov rejected or which are about to end.
     *
     * @return empty when the sender has to consent (again)
     * @throws TransientFailure if the token endpoint gives no usable answer
     */
    Optional<Tokens> renewed(PartnerId sender, long version) throws TransientFailure {
        synchronized (locks.computeIfAbsent(sender, one -> new Object())) {
            Optional<Tokens> kept = vault.find(sender, destination);
            if (kept.isEmpty() || kept.get().version() != version) {
                return kept;
            }
            return refresh(sender, kept.get());
        }
    }

    private Optional<Tokens> refresh(PartnerId sender, Tokens used) throws TransientFailure {
        HttpReply reply;
        try {
            reply = endpoint.refresh(used.refreshToken());
        } catch (IOException e) {
            throw new TransientFailure(EgovCode.TOKENS_UNREACHABLE.code(), e);
        }
        if (reply.status() == 400
                && "invalid_grant".equals(reply.json().path("error").asText())) {
            return afterRejection(sender, used.version());
        }
        Fresh fresh = fresh(reply);
        vault.replace(sender, destination, used.version(), fresh);
        return vault.find(sender, destination);
    }

    /**
     * Another node may have used the refresh token a moment ago and be about to write what it got: looks a second long
     * before the consent is given up.
     */
    private Optional<Tokens> afterRejection(PartnerId sender, long version) throws TransientFailure {
        for (int look = 0; look < LOOKS; look++) {
            Optional<Tokens> now = vault.find(sender, destination);
            if (now.isEmpty() || now.get().version() != version) {
                return now;
            }
            pause();
        }
        vault.revoke(sender, destination, version);
        return vault.find(sender, destination);
    }

    private Fresh fresh(HttpReply reply) throws TransientFailure {
        JsonNode json = reply.json();
        String access = json.path("access_token").asText("");
        String refresh = json.path("refresh_token").asText("");
        long seconds = json.path("expires_in").asLong(0);
        if (reply.status() != 200 || access.isEmpty() || refresh.isEmpty() || seconds <= 0) {
            throw new TransientFailure(EgovCode.TOKENS_UNREACHABLE.code(), null);
        }
        return new Fresh(access, clock.instant().plusSeconds(seconds), refresh);
    }

    private boolean isEnding(Tokens tokens) {
        Instant now = clock.instant();
        return !now.plus(margin).isBefore(tokens.accessExpires());
    }

    private static void pause() throws TransientFailure {
        try {
            Thread.sleep(LOOK_AGAIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFailure(EgovCode.TOKENS_UNREACHABLE.code(), e);
        }
    }
}
