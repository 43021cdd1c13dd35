package io.renkei.api.model;

import java.util.Collection;

/** How an application stands as a whole. Always derived from its filings, never stored. */
public enum ApplicationState {
    /** 受付済み: no filing has left the gateway. */
    RECEIVED("受付済み"),
    /** 処理中: under way, and nobody has to act. */
    IN_PROGRESS("処理中"),
    /** 要対応: the applicant or an operator has to act on at least one filing. */
    NEEDS_ACTION("要対応"),
    /** 終了: every filing is closed, withdrawn or refused. */
    CLOSED("終了");

    private final String japanese;

    ApplicationState(String japanese) {
        this.japanese = japanese;
    }

    /** The word for screens. */
    public String japanese() {
        return japanese;
    }

    /** @param filings the states of all filings; an application without filings counts as received */
    public static ApplicationState of(Collection<FilingState> filings) {
        if (filings.stream().anyMatch(s -> s == FilingState.PARKED || s == FilingState.CORRECTION_REQUESTED)) {
            return NEEDS_ACTION;
        }
        if (filings.stream().allMatch(s -> s == FilingState.PLANNED || s == FilingState.READY)) {
            return RECEIVED;
        }
        return filings.stream().allMatch(FilingState::isFinal) ? CLOSED : IN_PROGRESS;
    }
}
