package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parts and how each does. */
record HealthSheet(List<Finding> findings) implements Answer {

    private static final List<String> HEADERS = List.of("part", "state", "what");

    /**
     * One part.
     *
     * @param good ok, or degraded
     */
    record Finding(String part, boolean good, String sentence) {

        String state() {
            return good ? "ok" : "degraded";
        }
    }

    static Finding ok(String part, String sentence) {
        return new Finding(part, true, sentence);
    }

    static Finding degraded(String part, String sentence) {
        return new Finding(part, false, sentence);
    }

    @Override
    public void print(Page page) {
        page.table(
                HEADERS,
                findings.stream()
                        .map(each -> List.of(each.part(), each.state(), each.sentence()))
                        .toList(),
                "Nothing was looked at.");
    }

    @Override
    public void json(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("state", alarm().isEmpty() ? "ok" : "degraded");
        out.writeArrayFieldStart("parts");
        for (Finding each : findings) {
            out.writeStartObject();
            out.writeStringField("part", each.part());
            out.writeStringField("state", each.state());
            out.writeStringField("sentence", each.sentence());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    @Override
    public Optional<String> alarm() {
        String parts = findings.stream()
                .filter(each -> !each.good())
                .map(Finding::part)
                .collect(Collectors.joining(", "));
        return parts.isEmpty() ? Optional.empty() : Optional.of("degraded: " + parts);
    }
}
