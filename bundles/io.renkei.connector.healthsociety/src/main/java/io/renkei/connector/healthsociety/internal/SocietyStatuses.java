package io.renkei.connector.healthsociety.internal;

import static io.renkei.api.model.FilingEvent.ARRIVAL_CONFIRMED;
import static io.renkei.api.model.FilingEvent.DECISION_MADE;
import static io.renkei.api.model.FilingEvent.EXAMINATION_STARTED;
import static io.renkei.api.model.FilingEvent.PROCEDURE_CLOSED;
import static io.renkei.api.model.FilingEvent.TRANSMISSION_CONFIRMED;

import io.renkei.api.model.FilingEvent;
import java.util.List;

/** What the words for the state of a filing mean: 到達, 審査中, 審査終了, 手続終了, in this order. */
final class SocietyStatuses {

    private static final List<String> WORDS = List.of("到達", "審査中", "審査終了", "手続終了");
    private static final List<FilingEvent> EVENTS =
            List.of(TRANSMISSION_CONFIRMED, ARRIVAL_CONFIRMED, EXAMINATION_STARTED, DECISION_MADE, PROCEDURE_CLOSED);

    private SocietyStatuses() {}

    /** What has happened from the beginning; an unknown word means that the filing is being examined. */
    static List<FilingEvent> events(String word) {
        int step = isKnown(word) ? WORDS.indexOf(word) : 1;
        return EVENTS.subList(0, step + 2);
    }

    static boolean isKnown(String word) {
        return WORDS.contains(word);
    }
}
