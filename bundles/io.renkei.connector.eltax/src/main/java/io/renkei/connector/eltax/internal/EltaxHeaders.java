package io.renkei.connector.eltax.internal;

import io.renkei.http.NamedHeaders;

/** The headers of a dispatch; no other leaves. */
final class EltaxHeaders {

    static final String ACCEPT = "Accept";
    static final String FILING = "Renkei-Filing";

    static final NamedHeaders SENT = new NamedHeaders(ACCEPT, FILING);

    private EltaxHeaders() {}
}
