package io.renkei.ports.state;

/** What an outbox row says. */
public enum OutboxKind {
    /** An application was accepted: fan it out. */
    APPLICATION_ACCEPTED,
    /** A filing is ready: put its pointer on its destination's queue. */
    FILING_READY,
    /** A filing changed: tell the portal. */
    FILING_CHANGED,
    /** A destination asked for a correction: tell the portal. */
    CORRECTION_REQUESTED,
    /** A notice was stored: judge it. */
    NOTICE_RECEIVED,
    /** A notice was matched and lies in an inbox: tell the portal. */
    NOTICE_AVAILABLE,
    /** A notice was replaced by its issuer: tell the portal. */
    NOTICE_SUPERSEDED,
    /** A notice was taken back by its issuer: tell the portal. */
    NOTICE_WITHDRAWN,
    /** The end of a notice that nobody fetched comes near: tell the portal. */
    NOTICE_EXPIRING,
    /** The end of a notice that nobody fetched passed: tell the portal. */
    NOTICE_EXPIRED,
    /** The bytes of a notice whose time was over were destroyed: tell the portal. */
    NOTICE_ERASED,
    /** A notice was placed in its addressee's own store: tell the portal. */
    NOTICE_PLACED,
    /** A notice was fetched: tell its issuer. */
    NOTICE_FETCHED,
    /** An announcement was kept: give the inboxes their entries. */
    ANNOUNCEMENT_ACCEPTED,
    /** The last inbox has its entry: tell the portal. */
    ANNOUNCEMENT_AVAILABLE,
    /** A payment request came or changed: tell the portal. */
    PAYMENT_CHANGED,
    /** One of the two accounts of a delegation is warned of its end: tell the portal. */
    DELEGATION_ENDING
}
