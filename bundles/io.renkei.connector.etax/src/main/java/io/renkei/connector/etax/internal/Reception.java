package io.renkei.connector.etax.internal;

import io.renkei.http.soap.SoapField;
import io.renkei.http.soap.SoapReader;
import io.renkei.http.soap.SoapRequest;
import java.util.List;

/** The reception contract: its namespace, and how large its answers may be. */
final class Reception {

    static final String NAMESPACE = "urn:renkei:etax-reception:1";

    static final int MAX_ELEMENTS = 2_000;
    static final int MAX_TEXT = 4_096;
    static final SoapReader ANSWERS = new SoapReader(16, MAX_ELEMENTS, MAX_TEXT);

    private Reception() {}

    static SoapRequest request(String operation, List<SoapField> fields) {
        return SoapRequest.of(NAMESPACE, operation, fields);
    }
}
