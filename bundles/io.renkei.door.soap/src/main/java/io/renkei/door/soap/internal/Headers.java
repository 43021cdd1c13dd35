package io.renkei.door.soap.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Lets two headers through and nothing else, compared without case: no SOAPAction, no WS-Addressing by header, nothing that
 * steers the inside of the gateway.
 */
final class Headers {

    static final String CONTENT_TYPE = "content-type";
    static final String ACCEPT = "accept";

    private static final Set<String> PASSED = Set.of(CONTENT_TYPE, ACCEPT);
    private static final int MAX_HEADERS = 64;
    private static final int MAX_VALUE_CHARS = 1024;

    private Headers() {}

    /**
     * What passes, by lower-case name.
     *
     * @throws Refusal if they are too many or too long, or one that passes stands twice or is not visible ASCII
     */
    static Map<String, String> read(HttpServletRequest request, int maxChars) {
        Map<String, String> passed = new LinkedHashMap<>();
        long chars = 0;
        int count = 0;
        for (String name : Collections.list(request.getHeaderNames())) {
            List<String> values = Collections.list(request.getHeaders(name));
            for (String value : values) {
                chars += name.length() + value.length();
                count++;
            }
            String key = name.toLowerCase(Locale.ROOT);
            if (PASSED.contains(key)) {
                String value = String.join(", ", values);
                boolean twice = values.size() != 1 && key.equals(CONTENT_TYPE);
                if (twice || !isPlain(value) || passed.put(key, value) != null) {
                    throw Refusal.of(SoapCode.HEADERS_TOO_LARGE, "header " + key);
                }
            }
        }
        if (count > MAX_HEADERS || chars > maxChars) {
            throw Refusal.of(SoapCode.HEADERS_TOO_LARGE);
        }
        return passed;
    }

    /** @throws Refusal unless it is SOAP 1.1, alone or with parts */
    static void requireSoap(String contentType) {
        String[] parts = contentType == null ? new String[] {""} : contentType.split(";", -1);
        String type = parts[0].strip().toLowerCase(Locale.ROOT);
        boolean plain = type.equals("text/xml");
        boolean xop = false;
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("charset=") && !parameter.replace("\"", "").equals("charset=utf-8")) {
                throw Refusal.of(SoapCode.MEDIA_TYPE, "header " + CONTENT_TYPE);
            }
            xop |= parameter.replace("\"", "").equals("type=application/xop+xml");
        }
        if (!plain && !(type.equals("multipart/related") && xop)) {
            throw Refusal.of(SoapCode.MEDIA_TYPE, "header " + CONTENT_TYPE);
        }
    }

    private static boolean isPlain(String value) {
        return value.length() <= MAX_VALUE_CHARS && value.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
    }
}
