package io.renkei.api.model;

/** What may happen to a filing. Which state each leads to is {@link FilingLifecycle}. */
public enum FilingEvent {
    /** Its content was filled and its pointer may go to the lane. */
    FILLED,
    /** An attempt took its lease. */
    ATTEMPT_STARTED,
    /** The destination took the bytes. */
    TRANSMISSION_CONFIRMED,
    /** The destination's formal check passed. */
    ARRIVAL_CONFIRMED,
    /** The destination started to examine. */
    EXAMINATION_STARTED,
    /** The destination asked for a change. */
    CORRECTION_ASKED,
    /** The applicant's change reached the destination. */
    CORRECTION_SENT,
    /** The destination decided. */
    DECISION_MADE,
    /** The destination closed the procedure. */
    PROCEDURE_CLOSED,
    /** The destination refused by a rule. */
    REFUSAL_RECEIVED,
    /** Try again later: the destination, its window or the retry budget says so. */
    DEFERRED,
    /** An attempt ended, or its lease ran out, without an answer. */
    OUTCOME_UNKNOWN,
    /** A person must look. */
    PARK_ORDERED,
    /** Due again, replayed by a person, or proved never to have arrived. */
    MADE_READY,
    /** The applicant takes the filing back before anything of it was sent. */
    TAKEN_BACK,
    /** The applicant takes a filing back that the destination has. */
    WITHDRAWAL_SENT,
    /** The destination agreed to the withdrawal. */
    WITHDRAWAL_ACCEPTED,
    /** The destination refused the withdrawal; examination goes on. */
    WITHDRAWAL_REFUSED
}
