package io.renkei.ports.notices;

/**
 * What can happen to a notice. Each is written once, with its time, and the first time counts; once the notice is matched
 * each is also a row of the application's hash chain, {@code NOTICE_} and its name; {@link #DELIVERED}, {@link #FAILED} and
 * {@link #OPENED} are a row for each channel. A message without a seal that concerns no filing has no chain: its facts stand
 * alone.
 */
public enum NoticeFact {
    /** Its bytes were stored, before the issuer was answered. */
    RECEIVED,
    /** Its seal was examined; what was found stands beside. */
    VERIFIED,
    /** It has no seal; the server that it was fetched from was authenticated. What is known of that server stands beside. */
    AUTHENTICATED,
    /** It lies in the addressee's inbox. */
    AVAILABLE,
    /** A channel, such as the portal, took word of it, or a delivery service its document. */
    DELIVERED,
    /** A private delivery service says that the addressee opened it there; that is not {@link #FETCHED}. */
    OPENED,
    /** The addressee saw it in a list. */
    SEEN,
    /** The addressee has the document, to its last byte. */
    FETCHED,
    /** The issuer was told that it was fetched. */
    RECEIPT_SENT,
    /** The issuer can never be told that it was fetched, since it has no name for it there; nothing tries again. */
    UNTOLD,
    /** Its end comes near and nobody fetched it: the addressee was warned. */
    EXPIRING,
    /** Its end passed and nobody fetched it. */
    EXPIRED,
    /** Another way has to be taken to the addressee: it stands on the operator's list. */
    FALLBACK_STARTED,
    /** Its issuer replaced it by a later document. */
    SUPERSEDED,
    /** Its issuer took it back by a later document. */
    WITHDRAWN,
    /** Another decision closes the same filing, and neither names the other. */
    CONTRADICTED,
    /** A channel gave it up. */
    FAILED,
    /** Its time was over and its bytes were destroyed, and its title with them; their digest and its facts stay. */
    ERASED
}
