package io.renkei.connector.egov.internal;

import static io.renkei.api.model.FilingEvent.ARRIVAL_CONFIRMED;
import static io.renkei.api.model.FilingEvent.CORRECTION_ASKED;
import static io.renkei.api.model.FilingEvent.CORRECTION_SENT;
import static io.renkei.api.model.FilingEvent.DECISION_MADE;
import static io.renkei.api.model.FilingEvent.EXAMINATION_STARTED;
import static io.renkei.api.model.FilingEvent.PROCEDURE_CLOSED;
import static io.renkei.api.model.FilingEvent.TRANSMISSION_CONFIRMED;
import static io.renkei.api.model.FilingEvent.WITHDRAWAL_ACCEPTED;
import static io.renkei.api.model.FilingEvent.WITHDRAWAL_REFUSED;
import static io.renkei.api.model.FilingEvent.WITHDRAWAL_SENT;

import io.renkei.api.model.FilingEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What e-Gov's words for the state of a case mean; the words are wire values, with full-width brackets. */
final class EgovStatuses {

    private static final List<FilingEvent> ARRIVED = List.of(TRANSMISSION_CONFIRMED, ARRIVAL_CONFIRMED);
    private static final List<FilingEvent> EXAMINING =
            List.of(TRANSMISSION_CONFIRMED, ARRIVAL_CONFIRMED, EXAMINATION_STARTED);

    private static final Map<String, List<FilingEvent>> EVENTS = Map.of(
            "到達", ARRIVED,
            "到達（取下げ処理中）", List.of(TRANSMISSION_CONFIRMED, ARRIVAL_CONFIRMED, WITHDRAWAL_SENT),
            // Back from 補正待ち; in every other state the last event changes nothing.
            "審査中", List.of(TRANSMISSION_CONFIRMED, ARRIVAL_CONFIRMED, EXAMINATION_STARTED, CORRECTION_SENT),
            "審査中（補正待ち）", List.of(TRANSMISSION_CONFIRMED, ARRIVAL_CONFIRMED, EXAMINATION_STARTED, CORRECTION_ASKED),
            "審査終了", List.of(TRANSMISSION_CONFIRMED, ARRIVAL_CONFIRMED, EXAMINATION_STARTED, DECISION_MADE),
            "手続終了",
                    List.of(
                            TRANSMISSION_CONFIRMED,
                            ARRIVAL_CONFIRMED,
                            EXAMINATION_STARTED,
                            DECISION_MADE,
                            PROCEDURE_CLOSED));

    private EgovStatuses() {}

    /** What has happened from the beginning; an unknown word means that the case is being examined. */
    static List<FilingEvent> events(String word) {
        return EVENTS.getOrDefault(word, EXAMINING);
    }

    /**
     * The same with what became of withdrawals.
     *
     * @param answers the titles of the notices of type 取下げ, oldest first: 承認 or 却下
     */
    static List<FilingEvent> events(String word, List<String> answers) {
        List<FilingEvent> history = new ArrayList<>(EXAMINING);
        boolean accepted = false;
        for (String answer : answers) {
            accepted = answer.contains("承認");
            history.add(WITHDRAWAL_SENT);
            history.add(accepted ? WITHDRAWAL_ACCEPTED : WITHDRAWAL_REFUSED);
        }
        if (answers.isEmpty()) {
            return events(word);
        }
        if (!accepted) {
            // What came after the examination began came after it went on.
            List<FilingEvent> all = events(word);
            all.stream().filter(event -> !EXAMINING.contains(event)).forEach(history::add);
        }
        return history;
    }

    static boolean isKnown(String word) {
        return EVENTS.containsKey(word);
    }
}
