package io.renkei.connector.yaml.internal;

import com.fasterxml.jackson.core.JsonPointer;
import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How the destination is asked about one filing.
 *
 * @param pathTemplate with the filing key in it
 * @param found of an answer that knows it
 * @param receipts that such an answer gives
 * @param never of an answer that says, of this very filing, that it is not known
 * @param state where the word for its state stands, if it tells one
 * @param words what has happened by then, from the beginning
 */
record Inquiry(
        String pathTemplate,
        Evidence found,
        List<Evidence.Receipt> receipts,
        Optional<Evidence> never,
        Optional<JsonPointer> state,
        Map<String, List<FilingEvent>> words) {

    /** What an unknown word means. */
    static final List<FilingEvent> EXAMINING =
            List.of(FilingEvent.TRANSMISSION_CONFIRMED, FilingEvent.ARRIVAL_CONFIRMED, FilingEvent.EXAMINATION_STARTED);

    private static final Map<String, List<FilingEvent>> STEPS = steps();

    private static Map<String, List<FilingEvent>> steps() {
        Map<String, List<FilingEvent>> steps = new TreeMap<>();
        List<FilingEvent> all = new ArrayList<>(EXAMINING);
        steps.put("transmitted", EXAMINING.subList(0, 1));
        steps.put("arrived", EXAMINING.subList(0, 2));
        steps.put("examining", EXAMINING);
        all.add(FilingEvent.DECISION_MADE);
        steps.put("decided", List.copyOf(all));
        all.add(FilingEvent.PROCEDURE_CLOSED);
        steps.put("closed", List.copyOf(all));
        steps.put("refused", List.of(FilingEvent.TRANSMISSION_CONFIRMED, FilingEvent.REFUSAL_RECEIVED));
        return Map.copyOf(steps);
    }

    /** The path that asks about a filing. */
    String pathOf(FilingKey filing) {
        return pathTemplate.replace("${filing}", filing.toString());
    }

    /** The section {@code inquiry}; what is wrong is a fault at its place. */
    static Optional<Inquiry> read(Tree section) {
        if (!section.isThere() || !section.isMapOf(Set.of("path", "found", "never", "state"))) {
            return Optional.empty();
        }
        Optional<String> path = Paths.text(section.at("path"));
        path.filter(text -> !text.contains("${filing}") || text.contains("${procedure}"))
                .ifPresent(without -> section.at("path").fault("has ${filing} in it, which is all that is asked for."));
        Tree found = section.at("found");
        found.isMapOf(Set.of("status", "filing", "when", "receipts"));
        Evidence foundEvidence = evidence(found);
        List<Evidence.Receipt> receipts = Evidence.receipts(found.at("receipts"));
        if (receipts.isEmpty()) {
            found.fault("has receipts: a list of kind and pointer.");
        }
        Map<String, List<FilingEvent>> words = new TreeMap<>();
        Optional<JsonPointer> state = state(section.at("state"), words);
        return path.map(text -> new Inquiry(text, foundEvidence, receipts, never(section.at("never")), state, words));
    }

    private static Optional<Evidence> never(Tree never) {
        if (!never.isThere() || !never.isMapOf(Evidence.KEYS)) {
            return Optional.empty();
        }
        Evidence evidence = evidence(never);
        if (evidence.when().isEmpty()) {
            never.fault(
                    "has a `when` with a pointer: it permits to send again, and a page of a proxy has the status too.");
        }
        return Optional.of(evidence);
    }

    private static Evidence evidence(Tree place) {
        Evidence evidence = Evidence.read(place);
        if (evidence.filing().isEmpty()) {
            place.fault("has `filing`, where the answer repeats the filing key: it is believed of no other filing.");
        }
        return evidence;
    }

    private static Optional<JsonPointer> state(Tree state, Map<String, List<FilingEvent>> words) {
        if (!state.isThere() || !state.isMapOf(Set.of("pointer", "words"))) {
            return Optional.empty();
        }
        state.at("words")
                .entries()
                .forEach((word, step) -> step.text().ifPresent(text -> {
                    if (STEPS.containsKey(text)) {
                        words.put(word, STEPS.get(text));
                    } else {
                        step.fault("\"" + text
                                + "\" is none of transmitted, arrived, examining, decided, closed, refused.");
                    }
                }));
        if (words.isEmpty()) {
            state.fault("has words: what each word of the destination means.");
        }
        return Evidence.pointer(state.at("pointer"));
    }
}
