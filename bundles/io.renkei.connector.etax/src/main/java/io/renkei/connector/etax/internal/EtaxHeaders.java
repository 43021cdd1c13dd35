package io.renkei.connector.etax.internal;

import io.renkei.http.NamedHeaders;

/** The headers of a dispatch; no other leaves. */
final class EtaxHeaders {

    static final String SOAP_ACTION = "SOAPAction";
    static final String CONTENT_TYPE = "text/xml; charset=utf-8";

    static final NamedHeaders SENT = new NamedHeaders(SOAP_ACTION);

    private EtaxHeaders() {}
}
