package io.renkei.ports.notices;

import java.time.Instant;
import java.util.Objects;

/**
 * An operator's order to keep the bytes of a notice past its time, on all nodes and across restarts, until it is lifted.
 *
 * @param reason shown to operators, 1 to 200 characters; no personal data
 * @param by who ordered it
 * @param since when it was ordered
 */
public record NoticeHold(NoticeId notice, String reason, String by, Instant since) {

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_NAME = 64;

    /** @throws IllegalArgumentException naming the part that is out of its range */
    public NoticeHold {
        Objects.requireNonNull(notice, "notice");
        Objects.requireNonNull(since, "since");
        require(reason, LONGEST_REASON, "a reason is one line of 1 to " + LONGEST_REASON + " characters");
        require(by, LONGEST_NAME, "who orders a hold has a name of 1 to " + LONGEST_NAME + " characters");
    }

    private static void require(String text, int longest, String sentence) {
        boolean isLine = text != null
                && !text.isBlank()
                && text.length() <= longest
                && text.chars().noneMatch(Character::isISOControl);
        if (!isLine) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
