package io.renkei.trust.internal;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The header of a JWS, read strictly.
 *
 * @param algorithm the name that {@link SignatureValues} has for it
 * @param chain certificates as they stand in {@code x5c}, decoded
 */
record JwsHeader(
        String name, String algorithm, Optional<String> type, List<byte[]> chain, Optional<String> thumbprint) {

    private static final int MAX_CHARACTERS = 512 * 1024;

    static JwsHeader read(byte[] json, String place) throws SignatureRefused {
        if (json.length > MAX_CHARACTERS) {
            throw new SignatureRefused(TrustCode.JWS_TOO_LARGE, place);
        }
        Map<String, Object> members;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
            members = JSONObjectUtils.parse(text);
        } catch (CharacterCodingException | ParseException e) {
            throw new SignatureRefused(TrustCode.JWS_FORM, place);
        }
        if (members.containsKey("crit") || members.containsKey("b64")) {
            throw new SignatureRefused(TrustCode.JWS_CRITICAL, place);
        }
        String name = text(members, "alg", place).orElse("none");
        String algorithm = Algorithms.JWS_SIGNATURES.get(name);
        if (algorithm == null) {
            throw new SignatureRefused(TrustCode.JWS_ALGORITHM, place);
        }
        return new JwsHeader(
                name,
                algorithm,
                text(members, "typ", place),
                chain(members.get("x5c"), place),
                text(members, "x5t#S256", place));
    }

    private static Optional<String> text(Map<String, Object> members, String member, String place)
            throws SignatureRefused {
        Object value = members.get(member);
        if (value != null && !(value instanceof String)) {
            throw new SignatureRefused(TrustCode.JWS_FORM, place);
        }
        return Optional.ofNullable((String) value);
    }

    private static List<byte[]> chain(Object value, String place) throws SignatureRefused {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> listed) || listed.isEmpty() || listed.size() > SignatureForm.MAX_CERTIFICATES) {
            throw new SignatureRefused(TrustCode.JWS_NO_CERTIFICATE, place);
        }
        List<byte[]> chain = new ArrayList<>();
        for (Object one : listed) {
            try {
                chain.add(Base64.getDecoder().decode(String.valueOf(one)));
            } catch (IllegalArgumentException e) {
                throw new SignatureRefused(TrustCode.JWS_NO_CERTIFICATE, place);
            }
        }
        return chain;
    }
}
