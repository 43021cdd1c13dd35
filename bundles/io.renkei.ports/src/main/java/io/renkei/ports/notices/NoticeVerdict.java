package io.renkei.ports.notices;

/** What the gateway found out about a notice. */
public enum NoticeVerdict {
    /** Stored and not judged yet. */
    RECEIVED,
    /** Its seal is good and its filing is known: it lies in the sender's inbox. */
    MATCHED,
    /** The issuer sent this document before: dropped. */
    DUPLICATE,
    /** It was matched, and its issuer replaced it: it stays in the inbox, marked, with the way to the later one. */
    SUPERSEDED,
    /** It was matched, and its issuer took it back: it stays in the inbox, marked, with its evidence. */
    WITHDRAWN,
    /** Its seal is good and its filing is not known (yet): it waits. */
    ORPHAN,
    /**
     * It carries no seal. It came over a channel whose other end was authenticated, from a destination for which the operator
     * allows that, and lies in an inbox, marked so. It decides nothing and is no official document.
     */
    UNSEALED,
    /** Its seal is not good, or it speaks for another's filing: quarantined; an operator must look. */
    FORGED;

    /** Whether a notice with this verdict lies in an inbox. */
    public boolean isDelivered() {
        return this == MATCHED || this == SUPERSEDED || this == WITHDRAWN || this == UNSEALED;
    }
}
