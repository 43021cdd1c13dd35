package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How many filings stand in each state, by destination. */
record FilingCounts(Map<DestinationId, Map<FilingState, Long>> counts) implements Answer {

    private static final List<String> HEADERS = List.of("destination", "filings", "state", "状態");

    @Override
    public void print(Page page) {
        List<List<String>> rows = new ArrayList<>();
        counts.forEach((destination, states) -> {
            for (FilingState state : FilingState.values()) {
                long count = states.getOrDefault(state, 0L);
                if (count > 0) {
                    rows.add(List.of(destination.value(), String.valueOf(count), state.name(), state.japanese()));
                }
            }
        });
        page.table(HEADERS, rows, "There is no filing.");
    }

    @Override
    public void json(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeObjectFieldStart("counts");
        for (Map.Entry<DestinationId, Map<FilingState, Long>> each : counts.entrySet()) {
            out.writeObjectFieldStart(each.getKey().value());
            for (FilingState state : FilingState.values()) {
                if (each.getValue().containsKey(state)) {
                    out.writeNumberField(state.name(), each.getValue().get(state));
                }
            }
            out.writeEndObject();
        }
        out.writeEndObject();
        out.writeEndObject();
    }
}
