package io.renkei.ports.trust;

import java.util.Objects;

/**
 * Why a signature is not accepted.
 *
 * @param code of the trust bundle, such as {@code TRUST-004}
 * @param place the signature's Id or place in the document, and the reference where there is one
 * @param sentence what is wrong and what the sender can do; no personal data
 * @param sentenceJa the same in Japanese
 */
public record TrustFault(String code, String place, String sentence, String sentenceJa) {

    public TrustFault {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(sentence, "sentence");
        Objects.requireNonNull(sentenceJa, "sentenceJa");
    }
}
