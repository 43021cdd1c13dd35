package io.renkei.ports.access;

/** What a caller may do. */
public enum Role {
    /** Submits applications and sees its own. */
    SUBMITTER,
    /** The citizen portal: sees what concerns its people. */
    PORTAL,
    /** Delivers notices, for its own destinations only. */
    MINISTRY,
    /** Reads health and figures. */
    OPERATOR
}
