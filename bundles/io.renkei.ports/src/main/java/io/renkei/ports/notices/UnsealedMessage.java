package io.renkei.ports.notices;

import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What came with a message that carries no seal.
 *
 * @param entry the destination's own name for it, unique there; 1 to 200 characters
 * @param owner in whose inbox it lies if it concerns no filing that is known here
 * @param title 2000 characters at most; kept encrypted
 * @param issued the day that it says
 * @param filing the filing that it names by the gateway's number
 * @param receiptNumber the filing that it names by the destination's own number
 * @param keptUntil when its destination deletes it
 */
public record UnsealedMessage(
        String entry,
        PartnerId owner,
        String title,
        Optional<LocalDate> issued,
        Optional<FilingKey> filing,
        Optional<String> receiptNumber,
        Optional<Instant> keptUntil,
        NoticeOrigin origin) {

    private static final int LONGEST_ENTRY = 200;
    private static final int LONGEST_TITLE = 2_000;

    public UnsealedMessage {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(issued, "issued");
        Objects.requireNonNull(filing, "filing");
        Objects.requireNonNull(receiptNumber, "receiptNumber");
        Objects.requireNonNull(keptUntil, "keptUntil");
        Objects.requireNonNull(origin, "origin");
        if (entry.isBlank() || entry.length() > LONGEST_ENTRY || title.length() > LONGEST_TITLE) {
            throw new IllegalArgumentException(
                    "a message has a name of 1 to 200 and a title of 2000 characters at most");
        }
    }

    /** The same for this filing, or for none. */
    public UnsealedMessage about(Optional<FilingKey> known) {
        return new UnsealedMessage(entry, owner, title, issued, known, receiptNumber, keptUntil, origin);
    }

    @Override
    public String toString() {
        return "UnsealedMessage[" + filing.map(FilingKey::toString).orElse("") + "]";
    }
}
