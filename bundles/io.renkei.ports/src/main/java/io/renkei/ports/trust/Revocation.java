package io.renkei.ports.trust;

/** What is known of a certificate's revocation. Not checked is never told as good. */
public enum Revocation {
    NOT_CHECKED,
    GOOD,
    REVOKED
}
