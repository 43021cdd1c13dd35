package io.renkei.ports.holdings;

/** What was found when a certificate was verified. */
public enum Verdict {
    /** Signed by the issuer that it names, and whole. */
    VERIFIED,
    /** Not signed, changed, signed by somebody else than the issuer, or not what the service said that it is. */
    FORGED,
    /** There is nothing to judge by: no XML, too large, of a kind that is not read, or gone. */
    UNREADABLE
}
