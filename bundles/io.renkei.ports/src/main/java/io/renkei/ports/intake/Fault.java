package io.renkei.ports.intake;

import java.util.Objects;

/**
 * One thing that is wrong with a package, in the form in which every door answers it.
 *
 * @param code such as {@code TRUST-004}; stable for ever
 * @param place form, item, path or signature; empty text when it concerns the whole
 * @param sentence what is wrong and what the sender can do; no personal data
 * @param sentenceJa the same in Japanese
 */
public record Fault(String code, String place, String sentence, String sentenceJa) {

    public Fault {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(sentence, "sentence");
        Objects.requireNonNull(sentenceJa, "sentenceJa");
    }
}
