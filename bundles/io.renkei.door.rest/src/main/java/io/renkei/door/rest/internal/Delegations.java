package io.renkei.door.rest.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.renkei.api.model.DestinationId;
import io.renkei.api.spi.TokenVault.Fresh;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import java.util.regex.Pattern;

/** Keeps the tokens of a consent, with which the gateway acts in the partner's name at a destination. */
final class Delegations {

    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,8192}");
    private static final long MAX_SECONDS = 31_536_000;

    private final Ports ports;
    private final Clock clock;

    Delegations(Ports ports, Clock clock) {
        this.ports = ports;
        this.clock = clock;
    }

    private record JsonTokens(
            @JsonProperty("access_token") String access,
            @JsonProperty("expires_in") long seconds,
            @JsonProperty("refresh_token") String refresh) {

        boolean good() {
            return TOKEN.matcher(access).matches()
                    && TOKEN.matcher(refresh).matches()
                    && seconds >= 1
                    && seconds <= MAX_SECONDS;
        }

        @Override
        public String toString() {
            return "JsonTokens";
        }
    }

    Answer put(Call call) throws RefusedCall, IOException {
        MediaTypes.require(call.headers(), Set.of(MediaTypes.JSON));
        DestinationId destination = call.destination();
        if (ports.catalogue().destinationName(destination).isEmpty()) {
            throw new RefusedCall(RestCode.NO_SUCH_DESTINATION, "path destination");
        }
        JsonTokens tokens = StrictJson.read(call.body(), JsonTokens.class);
        if (!tokens.good()) {
            throw new RefusedCall(RestCode.TOKENS);
        }
        ports.tokens()
                .put(
                        call.partner(),
                        destination,
                        new Fresh(tokens.access(), clock.instant().plusSeconds(tokens.seconds()), tokens.refresh()));
        return Answer.nothing(204);
    }
}
