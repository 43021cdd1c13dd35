package io.renkei.ports.people;

/** Whose account it is. */
public enum AccountKind {
    /** A person (個人), signed in with a certificate for user authentication. */
    PERSON,
    /** A company (法人 or 個人事業主), signed in by its company account. */
    COMPANY
}
