package io.renkei.door.rest.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Media types of requests and answers. */
final class MediaTypes {

    static final String XML = "application/xml";
    static final String PDF = "application/pdf";
    static final String ZIP = "application/zip";
    static final String BYTES = "application/octet-stream";
    static final String JSON = "application/json";
    static final String NDJSON = "application/x-ndjson";
    static final String JOSE = "application/jose";
    static final String JWKS = "application/jwk-set+json";
    static final String YAML = "application/yaml";
    static final String PROBLEM = "application/problem+json";

    private MediaTypes() {}

    /**
     * The type of the body, in lower case and without parameters.
     *
     * @throws RefusedCall if it is none of the allowed ones, or JSON in another charset than UTF-8
     */
    static String require(Map<String, String> headers, Set<String> allowed) throws RefusedCall {
        String[] parts = headers.getOrDefault(Headers.CONTENT_TYPE, "")
                .toLowerCase(Locale.ROOT)
                .split(";", -1);
        String type = parts[0].strip();
        boolean plain = !JSON.equals(type) || parts.length == 1 || isUtf8(parts);
        if (!allowed.contains(type) || !plain) {
            throw new RefusedCall(RestCode.MEDIA_TYPE, "header content-type");
        }
        return type;
    }

    /** Whether the receipt is wanted within JSON; else it is sent bare. */
    static boolean wantsJson(Map<String, String> headers) {
        for (String range : headers.getOrDefault(Headers.ACCEPT, "")
                .toLowerCase(Locale.ROOT)
                .split(",")) {
            String type = range.split(";", 2)[0].strip();
            if (type.equals(JSON) || type.equals(JOSE)) {
                return type.equals(JSON);
            }
        }
        return false;
    }

    private static boolean isUtf8(String[] parts) {
        return parts.length == 2 && parts[1].strip().replace("\"", "").equals("charset=utf-8");
    }
}
