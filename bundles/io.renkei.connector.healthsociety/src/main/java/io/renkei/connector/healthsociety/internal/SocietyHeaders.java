package io.renkei.connector.healthsociety.internal;

import io.renkei.http.NamedHeaders;

/** The headers of a dispatch; no other leaves. */
final class SocietyHeaders {

    static final String ACCEPT = "Accept";
    static final String FILING = "Renkei-Filing";
    static final String SEAL = "Renkei-Seal";
    static final String PACKAGE_DIGEST = "Renkei-Package-Digest";

    static final NamedHeaders SENT = new NamedHeaders(ACCEPT, FILING, SEAL, PACKAGE_DIGEST);

    private SocietyHeaders() {}
}
