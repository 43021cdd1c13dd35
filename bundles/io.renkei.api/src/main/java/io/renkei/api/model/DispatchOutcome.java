package io.renkei.api.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** How one attempt at a destination ended. A dispatcher ends with exactly one of these, or throws. */
public sealed interface DispatchOutcome {

    /** How far a destination's acceptance goes; a transport acceptance is not 受付完了. */
    enum Level {
        /** The bytes were taken. */
        TRANSMITTED,
        /** The formal check passed. */
        ARRIVED
    }

    /**
     * The destination accepted.
     *
     * @param level how far
     * @param receipts the numbers it gave, at least one
     */
    record Acknowledged(Level level, List<ReceiptNumber> receipts) implements DispatchOutcome {
        public Acknowledged {
            Objects.requireNonNull(level, "level");
            receipts = List.copyOf(receipts);
            if (receipts.isEmpty()) {
                throw new IllegalArgumentException("an acknowledgement carries the destination's number");
            }
        }
    }

    /**
     * The destination refused by one of its rules; the same filing would be refused again.
     *
     * @param stage where it was refused
     * @param code of the connector
     * @param place form, item or path, or empty text
     * @param sentence what is wrong and what the applicant can do; no personal data
     */
    record Refused(Level stage, String code, String place, String sentence) implements DispatchOutcome {
        public Refused {
            Objects.requireNonNull(stage, "stage");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(sentence, "sentence");
        }
    }

    /**
     * Nothing was accepted and the filing may go again.
     *
     * @param until not before this time
     * @param cause a code of the connector
     */
    record Deferred(Instant until, String cause) implements DispatchOutcome {
        public Deferred {
            Objects.requireNonNull(until, "until");
            Objects.requireNonNull(cause, "cause");
        }
    }

    /**
     * Sent, or perhaps sent, and no answer that can be believed. The filing is asked about and never resent blindly.
     *
     * @param cause a code of the connector
     */
    record Unknown(String cause) implements DispatchOutcome {
        public Unknown {
            Objects.requireNonNull(cause, "cause");
        }
    }

    /** One function per case; {@code otherwise} answers for a case that this caller does not know. */
    default <T> T fold(
            Function<Acknowledged, T> acknowledged,
            Function<Refused, T> refused,
            Function<Deferred, T> deferred,
            Function<Unknown, T> unknown,
            Function<DispatchOutcome, T> otherwise) {
        if (this instanceof Acknowledged outcome) {
            return acknowledged.apply(outcome);
        }
        if (this instanceof Refused outcome) {
            return refused.apply(outcome);
        }
        if (this instanceof Deferred outcome) {
            return deferred.apply(outcome);
        }
        return this instanceof Unknown outcome ? unknown.apply(outcome) : otherwise.apply(this);
    }
}
