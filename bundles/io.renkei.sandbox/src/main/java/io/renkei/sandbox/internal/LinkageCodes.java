package io.renkei.sandbox.internal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Simulated linkage codes: who it is, and a mark of the one agency that it counts at. Nothing has to be remembered. */
final class LinkageCodes {

    private static final Pattern FORM = Pattern.compile("LC([0-9a-f]{24})([0-9a-f]{24})");
    private static final int LENGTH = 24;

    private LinkageCodes() {}

    static String issue(String agencyCode, String authorityKeyId, String serial) {
        String person = part(authorityKeyId + "/" + serial);
        return "LC" + person + part(agencyCode + "/" + person);
    }

    /** Empty if it is the code of another agency, or none. */
    static Optional<String> person(String agencyCode, String code) {
        Matcher parts = FORM.matcher(code);
        return parts.matches() && parts.group(2).equals(part(agencyCode + "/" + parts.group(1)))
                ? Optional.of(parts.group(1))
                : Optional.empty();
    }

    private static String part(String text) {
        return Digests.sha256(text.getBytes(StandardCharsets.US_ASCII)).substring(0, LENGTH);
    }
}
