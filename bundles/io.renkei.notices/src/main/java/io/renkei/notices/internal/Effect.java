package io.renkei.notices.internal;

import io.renkei.api.model.DestinationId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a verified document does to its filing. */
enum Effect {
    /** It is decided; more may follow. */
    DECISION,
    /** It is decided and its procedure is over. */
    CLOSING,
    /** The destination gave it back: the applicant is to correct it. */
    CORRECTION,
    /** The destination gave it back for good. */
    REFUSAL,
    /** The document is delivered, and the filing stays as it is. */
    NOTHING;

    /** What an operator sets of the documents that cannot say it themselves, by destination or by its kind. */
    record Settings(Map<String, Effect> pdf, Map<String, Effect> returns) {

        static final Settings NONE = new Settings(Map.of(), Map.of());

        private static final Set<Effect> OF_PDF = Set.of(DECISION, CLOSING, NOTHING);
        private static final Set<Effect> OF_RETURN = Set.of(CORRECTION, REFUSAL, NOTHING);

        Settings {
            pdf = Map.copyOf(pdf);
            returns = Map.copyOf(returns);
        }

        static Settings read(Map<String, ?> all, List<String> faults) {
            return new Settings(read(all, "pdf.", OF_PDF, faults), read(all, "return.", OF_RETURN, faults));
        }

        private static Map<String, Effect> read(
                Map<String, ?> all, String family, Set<Effect> allowed, List<String> faults) {
            Map<String, Effect> effects = new HashMap<>();
            all.forEach((key, value) -> {
                if (key.startsWith(family)) {
                    try {
                        DestinationId destination = new DestinationId(key.substring(family.length()));
                        effects.put(destination.value(), effect(value.toString(), allowed));
                    } catch (IllegalArgumentException e) {
                        faults.add(key + ": " + e.getMessage() + ".");
                    }
                }
            });
            return effects;
        }

        private static Effect effect(String text, Set<Effect> allowed) {
            return allowed.stream()
                    .filter(each -> each.word().equals(text.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("it is one of "
                            + allowed.stream().map(Effect::word).sorted().toList()));
        }

        Effect ofPdf(DestinationId destination) {
            return of(pdf, destination, DECISION);
        }

        Effect ofReturn(DestinationId destination) {
            return of(returns, destination, CORRECTION);
        }

        private static Effect of(Map<String, Effect> effects, DestinationId destination, Effect otherwise) {
            Effect ofKind = effects.getOrDefault(destination.kind(), otherwise);
            return effects.getOrDefault(destination.value(), ofKind);
        }
    }

    /** As it is written in a file. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
