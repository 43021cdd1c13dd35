package io.renkei.ports.lanes;

/** What a destination's connector can do with a filing that was sent. */
public enum Ability {
    /** Sends the change alone under the destination's number (部分補正). */
    PARTIAL_CORRECTION,
    /** Sends the whole filing again, tied to the one before (再提出). */
    RESUBMISSION,
    /** Tells the destination that the applicant takes a filing back (取下げ). */
    WITHDRAWAL
}
