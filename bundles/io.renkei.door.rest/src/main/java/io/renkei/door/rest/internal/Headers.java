package io.renkei.door.rest.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names of the headers that mean something here, and their reading within bounds. */
final class Headers {

    static final String ACCEPT = "accept";
    static final String ACCEPT_LANGUAGE = "accept-language";
    static final String CONTENT_TYPE = "content-type";
    static final String IDEMPOTENCY_KEY = "idempotency-key";
    static final String ISSUER_REFERENCE = "issuer-reference";
    static final String FILING = "filing";
    static final String RECEIPT_NUMBER = "receipt-number";

    private static final HeaderFilter PASSED = HeaderFilter.only(
            ACCEPT, ACCEPT_LANGUAGE, CONTENT_TYPE, IDEMPOTENCY_KEY, ISSUER_REFERENCE, FILING, RECEIPT_NUMBER);
    private static final int MAX_HEADERS = 64;

    private Headers() {}

    /** @throws RefusedCall if they are too many or too long, or one that means something is not well-formed */
    static Map<String, String> read(HttpServletRequest request, int maxChars) throws RefusedCall {
        Map<String, List<String>> all = new LinkedHashMap<>();
        long chars = 0;
        int count = 0;
        for (String name : Collections.list(request.getHeaderNames())) {
            List<String> values = new ArrayList<>();
            for (String value : Collections.list(request.getHeaders(name))) {
                chars += name.length() + value.length();
                count++;
                values.add(value);
            }
            all.put(name, values);
        }
        if (count > MAX_HEADERS || chars > maxChars) {
            throw new RefusedCall(RestCode.HEADERS_TOO_LARGE);
        }
        return PASSED.pass(all);
    }
}
