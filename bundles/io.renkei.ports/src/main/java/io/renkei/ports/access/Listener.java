package io.renkei.ports.access;

/**
 * By which listener a request came in. A door answers on its own listener alone; whoever comes to it by another one finds nothing
 * there. The listener says so in an attribute of the request, which no caller can set.
 */
public enum Listener {
    /** Partners, with a client certificate of an authority that the operator trusts. */
    DOORS,
    /** People's browsers and the front and back channel of sites; no client certificate is asked for. */
    PEOPLE,
    /** As {@link #PEOPLE}, with any client certificate: TLS proves that the caller has its key, and what is behind judges it. */
    PEOPLE_TLS;

    /** Name of the attribute of a request; its value is the name of a constant. */
    public static final String ATTRIBUTE = "io.renkei.listener";

    /** @param attribute what the request has under {@link #ATTRIBUTE}; nothing stands for the doors */
    public static Listener of(Object attribute) {
        return attribute == null ? DOORS : valueOf(attribute.toString());
    }

    /** Whether people and sites come in here. */
    public boolean isForPeople() {
        return this != DOORS;
    }
}
