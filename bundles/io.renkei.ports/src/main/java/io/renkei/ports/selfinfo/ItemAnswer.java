package io.renkei.ports.selfinfo;

import io.renkei.api.model.AttributeNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** How the question for one item stands. That there is no data is an answer, and no failure. */
public sealed interface ItemAnswer {

    /** An agency has not answered yet. */
    record Pending() implements ItemAnswer {}

    /** What the agency holds; it prints nothing of it. */
    record Found(List<AttributeNode> values, Instant asOf) implements ItemAnswer {
        public Found {
            values = List.copyOf(values);
            Objects.requireNonNull(asOf, "asOf");
        }

        @Override
        public String toString() {
            return "Found";
        }
    }

    /** The agency holds nothing about this person. */
    record NoData(Instant asOf) implements ItemAnswer {}

    /** The agency holds it and does not show it to the person (不開示). */
    record Undisclosed(Instant asOf) implements ItemAnswer {}

    /**
     * Nobody could say.
     *
     * @param code of the gateway; its sentence stands in docs/operators/error-codes.md
     */
    record Failed(String code) implements ItemAnswer {}

    default boolean isFinal() {
        return !(this instanceof Pending);
    }
}
