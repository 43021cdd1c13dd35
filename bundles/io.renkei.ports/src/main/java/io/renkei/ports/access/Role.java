package io.renkei.ports.access;

/** What a caller may do. */
public enum Role {
    /** Submits applications and sees its own. */
    SUBMITTER,
    /** The citizen portal: sees what concerns its people. */
    PORTAL,
    /** Delivers notices, for its own destinations only. */
    MINISTRY,
    /** Is a private delivery service and says what was opened there; its id is the name of its channel. */
    DELIVERY,
    /** Reads health and figures. */
    OPERATOR
}
