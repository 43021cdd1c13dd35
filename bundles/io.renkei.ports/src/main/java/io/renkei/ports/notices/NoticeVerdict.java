package io.renkei.ports.notices;

/** What the gateway found out about a notice. */
public enum NoticeVerdict {
    /** Stored and not judged yet. */
    RECEIVED,
    /** Its seal is good and its filing is known: it lies in the sender's inbox. */
    MATCHED,
    /** The issuer sent this document before: dropped. */
    DUPLICATE,
    /** Its seal is good and its filing is not known (yet): it waits. */
    ORPHAN,
    /** Its seal is not good, or it speaks for another's filing: quarantined; an operator must look. */
    FORGED
}
