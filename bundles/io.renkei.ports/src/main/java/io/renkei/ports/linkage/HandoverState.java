package io.renkei.ports.linkage;

/** How a handover stands. */
public enum HandoverState {
    /** The site asked; the person has not consented. */
    ASKED,
    /** The person consented; the agencies are being asked. */
    COLLECTING,
    /** Every agency answered or is out of time; the person chooses. */
    REVIEW,
    /** The person chose; the site may fetch. */
    RELEASED,
    /** The site has fetched. It may again, until the handover ends. */
    FETCHED,
    /** The person said no. */
    REFUSED,
    /** Its time was over before it came to an end. The data is gone. */
    EXPIRED,
    /** The person took it back. The data is gone. */
    REVOKED
}
