package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;

/**
 * A lane that takes nothing more.
 *
 * @param left filings that were still under way at the end of the wait
 */
record Drained(LaneSheet lane, int left) implements Answer {

    @Override
    public void print(Page page) {
        lane.print(page);
        if (left == 0) {
            page.line("Drained: nothing is under way on this node. Nothing more is sent before it is resumed.");
        }
    }

    @Override
    public void json(JsonGenerator out) throws IOException {
        lane.json(out);
    }

    @Override
    public Optional<String> alarm() {
        return left == 0
                ? Optional.empty()
                : Optional.of(left + " filings are still under way. Each ends within the connector's total timeout; run"
                        + " it again, or raise --wait.");
    }
}
