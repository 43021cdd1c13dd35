package io.renkei.ports.linkage;

import io.renkei.api.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * What a site signed when it asked (RFC 9101), as it came, with what was found: the signature was good, by this key of the site, at this
 * time. It prints its digest alone.
 *
 * @param object the request object, a compact JWS of {@value #LONGEST} characters at most
 * @param key the public key, a JWK with nothing but what the key is (RFC 7638, section 3.2)
 */
public record SignedRequest(String object, String key, Instant verified) {

    public static final int LONGEST = 8_192;

    public SignedRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(verified, "verified");
        if (object.isEmpty() || object.length() > LONGEST) {
            throw new IllegalArgumentException("a request object has 1 to " + LONGEST + " characters");
        }
    }

    /** Under which id its object is kept with what the account keeps of this consent. */
    public static UUID paper(ConsentId consent) {
        return UUID.nameUUIDFromBytes(("request of " + consent).getBytes(StandardCharsets.UTF_8));
    }

    /** Over the object as it came. */
    public Sha256 digest() {
        return Sha256.of(object.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "SignedRequest[" + digest().hex() + "]";
    }
}
