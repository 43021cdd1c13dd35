package io.renkei.connector.healthsociety.internal;

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

/** What the words for the state of a filing mean: 到達, 審査中, 審査終了, 手続終了, in this order, and 補正待ち. */
final class SocietyStatuses {

    private static final String CORRECTION = "補正待ち";
    private static final List<String> WORDS = List.of("到達", "審査中", "審査終了", "手続終了");
    private static final List<FilingEvent> EVENTS =
            List.of(TRANSMISSION_CONFIRMED, ARRIVAL_CONFIRMED, EXAMINATION_STARTED, DECISION_MADE, PROCEDURE_CLOSED);
    private static final List<FilingEvent> EXAMINING = EVENTS.subList(0, 3);

    private SocietyStatuses() {}

    /**
     * What has happened from the beginning; an unknown word means that the filing is being examined.
     *
     * @param withdrawal ASKED, ACCEPTED or REFUSED, or empty text where there is none
     */
    static List<FilingEvent> events(String word, String withdrawal) {
        List<FilingEvent> later = later(word);
        List<FilingEvent> history = new ArrayList<>(word.equals(WORDS.get(0)) ? EVENTS.subList(0, 2) : EXAMINING);
        if (!withdrawal.isEmpty()) {
            history.add(WITHDRAWAL_SENT);
        }
        if (withdrawal.equals("ACCEPTED")) {
            history.add(WITHDRAWAL_ACCEPTED);
            return history;
        }
        if (withdrawal.equals("REFUSED")) {
            history.add(WITHDRAWAL_REFUSED);
        }
        history.addAll(withdrawal.equals("ASKED") ? List.of() : later);
        return history;
    }

    /** What happened after the examination began. */
    private static List<FilingEvent> later(String word) {
        if (word.equals(CORRECTION)) {
            return List.of(CORRECTION_ASKED);
        }
        int step = WORDS.indexOf(word);
        // Back from 補正待ち; in every other state this event changes nothing.
        if (step == 1) {
            return List.of(CORRECTION_SENT);
        }
        return step < 1 ? List.of() : EVENTS.subList(3, step + 2);
    }

    static boolean isKnown(String word) {
        return WORDS.contains(word) || word.equals(CORRECTION);
    }
}
