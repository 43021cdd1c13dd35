package io.renkei.connector.egov.internal;

import io.renkei.http.NamedHeaders;

/** The headers of a dispatch; no other leaves. */
final class EgovHeaders {

    static final String AUTHORIZATION = "Authorization";
    static final String ACCEPT = "Accept";

    static final NamedHeaders SENT = new NamedHeaders(AUTHORIZATION, ACCEPT, EgovApi.TRIAL);

    private EgovHeaders() {}
}
