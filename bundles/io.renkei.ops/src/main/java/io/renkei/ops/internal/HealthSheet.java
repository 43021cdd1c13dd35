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
     * @param state ok, warning, degraded or critical
     * @param alarming whether the whole is degraded by it
     */
    record Finding(String part, String state, boolean alarming, String sentence) {}

    static Finding ok(String part, String sentence) {
        return new Finding(part, "ok", false, sentence);
    }

    static Finding degraded(String part, String sentence) {
        return new Finding(part, "degraded", true, sentence);
    }

    /** What another bundle told. */
    static Finding of(io.renkei.ports.health.Finding told) {
        return switch (told.level()) {
            case OK -> ok(told.part(), told.sentence());
            case WARNING -> new Finding(told.part(), "warning", false, told.sentence());
            case CRITICAL -> new Finding(told.part(), "critical", true, told.sentence());
        };
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
                .filter(Finding::alarming)
                .map(Finding::part)
                .distinct()
                .collect(Collectors.joining(", "));
        return parts.isEmpty() ? Optional.empty() : Optional.of("degraded: " + parts);
    }
}
