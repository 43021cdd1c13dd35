package io.renkei.door.soap.internal;

import io.renkei.api.model.PartnerId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which partners have to sign their messages, and with which certificates. Whoever is not named need not sign.
 *
 * @param byPartner SHA-256 of the certificates, in lower-case hexadecimal
 */
record MessageSigners(Map<String, Set<String>> byPartner) {

    static final MessageSigners NONE = new MessageSigners(Map.of());
    static final String FAMILY = "message.signer.";

    private static final String PREFIX = "sha256:";

    MessageSigners {
        byPartner = Map.copyOf(byPartner);
    }

    /** The certificates that the partner signs with; empty when it need not sign. */
    Set<String> of(PartnerId partner) {
        return byPartner.getOrDefault(partner.value(), Set.of());
    }

    static MessageSigners read(Map<String, ?> all, List<String> faults) {
        Map<String, Set<String>> signers = new HashMap<>();
        all.forEach((key, value) -> {
            if (key.startsWith(FAMILY)) {
                try {
                    PartnerId partner = new PartnerId(key.substring(FAMILY.length()));
                    signers.put(partner.value(), fingerprints(value.toString()));
                } catch (IllegalArgumentException e) {
                    faults.add(key + ": " + e.getMessage() + ".");
                }
            }
        });
        return new MessageSigners(signers);
    }

    /** At least one: an empty value would let everybody sign nothing. */
    private static Set<String> fingerprints(String text) {
        Set<String> all = Stream.of(text.split("\\|"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(MessageSigners::fingerprint)
                .collect(Collectors.toSet());
        if (all.isEmpty()) {
            throw new IllegalArgumentException("no certificate is named; take the key out to ask for no signature");
        }
        return all;
    }

    private static String fingerprint(String text) {
        String hex = text.substring(Math.min(PREFIX.length(), text.length()))
                .replace(":", "")
                .toLowerCase(Locale.ROOT);
        if (!text.startsWith(PREFIX) || !hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a signer is sha256: with 64 hexadecimal digits");
        }
        return hex;
    }
}
