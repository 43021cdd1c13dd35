package io.renkei.door.rest.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.renkei.ports.notices.NoticeId;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes word of an opening (開封通知) from the private delivery service that delivered the document. It is a fact of its own, not
 * the fetching, and starts no period unless one is configured so.
 */
final class Openings {

    private static final Logger LOG = LoggerFactory.getLogger(Openings.class);

    /** How far another clock may be ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Ports ports;
    private final Clock clock;

    Openings(Ports ports, Clock clock) {
        this.ports = ports;
        this.clock = clock;
    }

    private record JsonOpening(@JsonProperty("opened") String opened) {

        Instant read(Instant latest) throws RefusedCall {
            try {
                Instant at = Instant.parse(opened);
                if (!at.isAfter(latest) && !at.isBefore(Instant.EPOCH)) {
                    return at;
                }
            } catch (DateTimeException e) {
                // answered below, like a moment that has not come
            }
            throw new RefusedCall(RestCode.OPENED, "opened");
        }
    }

    /** Once more changes nothing. */
    Answer put(Call call) throws RefusedCall, IOException {
        MediaTypes.require(call.headers(), Set.of(MediaTypes.JSON));
        Instant now = clock.instant();
        Instant opened = StrictJson.read(call.body(), JsonOpening.class).read(now.plus(AHEAD));
        NoticeId id = Inbox.id(call.open().get("id"))
                .filter(named -> ports.deliveries().opened(call.partner().value(), named, opened, now))
                .orElseThrow(() -> new RefusedCall(RestCode.NO_SUCH_DELIVERY, "path id"));
        LOG.info("Notice {} was opened at {}", id, call.partner());
        return Answer.nothing(204);
    }
}
