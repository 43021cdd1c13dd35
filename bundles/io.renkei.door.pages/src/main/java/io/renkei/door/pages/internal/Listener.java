package io.renkei.door.pages.internal;

/** Through which door a person comes. */
enum Listener {
    /** No certificate is asked for. */
    PEOPLE,
    /** The browser is asked for a certificate. */
    CERTIFICATE
}
