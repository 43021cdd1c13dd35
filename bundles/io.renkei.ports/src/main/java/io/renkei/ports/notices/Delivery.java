package io.renkei.ports.notices;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How a notice fares on one channel.
 *
 * @param channel {@code portal}, {@code issuer} for the receipt that its issuer gets, or the id of a private delivery service or of an
 *     addressee's own store
 * @param at when this became so
 * @param code why it was given up, or empty text
 * @param reference the address at which it was placed in the addressee's own store, or empty text
 * @param opened when the addressee opened it there, as the channel says
 */
public record Delivery(
        String channel, State state, Instant at, String code, String reference, Optional<Instant> opened) {

    /** The channel of the portal and of the webhooks of partners. */
    public static final String PORTAL = "portal";

    public Delivery {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(opened, "opened");
    }

    /** Without an address, and not opened as far as is known. */
    public Delivery(String channel, State state, Instant at, String code) {
        this(channel, state, at, code, "", Optional.empty());
    }

    /** A channel that gave up may take it later all the same; what was taken stays taken. */
    public enum State {
        DELIVERED,
        FAILED
    }
}
