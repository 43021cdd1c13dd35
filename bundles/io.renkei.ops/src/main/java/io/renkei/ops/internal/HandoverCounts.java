package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.ports.linkage.HandoverState;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How many handovers stand where. */
record HandoverCounts(Map<HandoverState, Long> counts) implements Answer {

    @Override
    public void print(Page page) {
        page.table(
                List.of("state", "handovers"),
                Arrays.stream(HandoverState.values())
                        .map(state -> List.of(state.name(), count(state).toString()))
                        .toList(),
                "");
    }

    private Long count(HandoverState state) {
        return counts.getOrDefault(state, 0L);
    }

    @Override
    public void json(JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (HandoverState state : HandoverState.values()) {
            out.writeNumberField(state.name(), count(state));
        }
        out.writeEndObject();
    }
}
