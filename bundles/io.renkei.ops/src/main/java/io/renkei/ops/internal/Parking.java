package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.ports.state.JournalRow;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a filing came to be parked, read from its journal.
 *
 * @param since when it was parked; empty if the journal does not say
 * @param doubtful whether the destination may have it: it was parked out of 結果不明 and nobody proved that it never
 *     arrived. To send such a filing again may file it twice. A row that cannot be read counts as doubt.
 */
record Parking(Optional<Instant> since, boolean doubtful) {

    /** The route host parks with it what its destination denies to have, as often as it was sent. */
    private static final String NEVER_ARRIVED = "ROUTES-ATTEMPTS";

    private static final JsonFactory FACTORY = new JsonFactory();

    static Parking of(List<JournalRow> timeLine, FilingKey key) {
        Parking last = new Parking(Optional.empty(), true);
        for (JournalRow row : timeLine) {
            if (row.filing().equals(Optional.of(key)) && row.event().equals(FilingEvent.PARK_ORDERED.name())) {
                Map<String, String> detail = texts(row.detail());
                if (!detail.containsKey("late")) {
                    last = new Parking(Optional.of(row.at()), doubtful(detail));
                }
            }
        }
        return last;
    }

    private static boolean doubtful(Map<String, String> detail) {
        String from = detail.get("from");
        return from == null || from.equals(FilingState.UNKNOWN.name()) && !NEVER_ARRIVED.equals(detail.get("cause"));
    }

    /** The plain fields of the outermost object; of a text that is none, no field. */
    private static Map<String, String> texts(String detail) {
        Map<String, String> fields = new TreeMap<>();
        try (JsonParser in = FACTORY.createParser(detail)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                return Map.of();
            }
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                if (in.nextToken().isScalarValue()) {
                    fields.put(name, in.getText());
                } else {
                    in.skipChildren();
                }
            }
            return fields;
        } catch (IOException e) {
            return Map.of();
        }
    }
}
