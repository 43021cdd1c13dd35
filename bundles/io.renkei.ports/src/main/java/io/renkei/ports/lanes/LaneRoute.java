package io.renkei.ports.lanes;

import java.util.Arrays;
import java.util.Optional;

/** What a lane does with its destination; each can be held by itself. */
public enum LaneRoute {
    /** Filings are sent. */
    DISPATCH("dispatch"),
    /** The destination is asked whether it has filings whose outcome is unknown. */
    RECONCILIATION("reconciliation"),
    /** The destination is asked for states, documents, payments and messages. */
    NEWS("news"),
    /** The destination is told that a document was fetched. */
    READ_RECEIPTS("read-receipts");

    private final String word;

    LaneRoute(String word) {
        this.word = word;
    }

    /** As operators write it. */
    public String word() {
        return word;
    }

    public static Optional<LaneRoute> of(String word) {
        return Arrays.stream(values()).filter(route -> route.word.equals(word)).findFirst();
    }
}
