package io.renkei.ports.linkage;

/** What happens to a handover. Each event leads to one state, but for {@link #TIME_OVER} of what the site has fetched. */
public enum HandoverEvent {
    /** The person gave the second consent. */
    CONSENTED(HandoverState.COLLECTING),
    /** Every agency answered, or is out of time. */
    COLLECTED(HandoverState.REVIEW),
    /** The person chose what the site gets. */
    CHOSEN(HandoverState.RELEASED),
    /** The site has it. */
    FETCHED(HandoverState.FETCHED),
    /** The person says no. */
    REFUSED(HandoverState.REFUSED),
    /** The gateway's clock is past its end. What was fetched stays fetched, and its data is destroyed. */
    TIME_OVER(HandoverState.EXPIRED),
    /** The person takes it back, or ends the link. */
    REVOKED(HandoverState.REVOKED);

    private final HandoverState goal;

    HandoverEvent(HandoverState goal) {
        this.goal = goal;
    }

    HandoverState goal() {
        return goal;
    }
}
