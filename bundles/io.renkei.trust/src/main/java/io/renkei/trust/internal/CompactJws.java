package io.renkei.trust.internal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The parts of a compact JWS.
 *
 * @param signed the bytes that the value is over: encoded header, a dot, encoded payload
 */
record CompactJws(byte[] header, byte[] payload, byte[] signed, byte[] value) {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    static CompactJws attached(String jws, int maxBytes, String place) throws SignatureRefused {
        String[] parts = parts(jws, maxBytes / 3 * 4, place);
        if (parts[1].isEmpty()) {
            throw new SignatureRefused(TrustCode.JWS_FORM, place);
        }
        byte[] signed = (parts[0] + '.' + parts[1]).getBytes(StandardCharsets.US_ASCII);
        return new CompactJws(decoded(parts[0], place), decoded(parts[1], place), signed, decoded(parts[2], place));
    }

    static CompactJws detached(String jws, byte[] payload, int maxBytes, String place) throws SignatureRefused {
        if (payload.length > maxBytes) {
            throw new SignatureRefused(TrustCode.JWS_TOO_LARGE, place);
        }
        String[] parts = parts(jws, maxBytes, place);
        if (!parts[1].isEmpty()) {
            throw new SignatureRefused(TrustCode.JWS_FORM, place);
        }
        byte[] signed = (parts[0] + '.' + ENCODER.encodeToString(payload)).getBytes(StandardCharsets.US_ASCII);
        return new CompactJws(decoded(parts[0], place), payload.clone(), signed, decoded(parts[2], place));
    }

    private static String[] parts(String jws, int maxCharacters, String place) throws SignatureRefused {
        if (jws.length() > maxCharacters) {
            throw new SignatureRefused(TrustCode.JWS_TOO_LARGE, place);
        }
        String[] parts = jws.split("\\.", 4);
        if (parts.length != 3 || parts[0].isEmpty()) {
            throw new SignatureRefused(TrustCode.JWS_FORM, place);
        }
        return parts;
    }

    /** Strict: no padding, no other alphabet, no white space. */
    private static byte[] decoded(String part, String place) throws SignatureRefused {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            if (!ENCODER.encodeToString(bytes).equals(part)) {
                throw new SignatureRefused(TrustCode.JWS_FORM, place);
            }
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new SignatureRefused(TrustCode.JWS_FORM, place);
        }
    }
}
