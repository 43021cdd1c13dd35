package io.renkei.ports.state;

/** What an outbox row says. */
public enum OutboxKind {
    /** An application was accepted: fan it out. */
    APPLICATION_ACCEPTED,
    /** A filing is ready: put its pointer on its destination's queue. */
    FILING_READY,
    /** A filing changed: tell the portal. */
    FILING_CHANGED
}
