package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parts and how each does. */
record HealthSheet(List<Finding> findings) implements Answer {

    private static final String OK = "ok";
    private static final String WARNING = "warning";
    private static final String DEGRADED = "degraded";
    private static final String CRITICAL = "critical";
    private static final List<String> HEADERS = List.of("part", "state", "what");

    /**
     * One part.
     *
     * @param state ok, warning, degraded, or critical: a part of the gateway does nothing until somebody acts
     */
    record Finding(String part, String state, String sentence) {

        /** Whether it raises no alarm. */
        boolean good() {
            return state.equals(OK) || state.equals(WARNING);
        }
    }

    static Finding ok(String part, String sentence) {
        return new Finding(part, OK, sentence);
    }

    static Finding degraded(String part, String sentence) {
        return new Finding(part, DEGRADED, sentence);
    }

    static Finding critical(String part, String sentence) {
        return new Finding(part, CRITICAL, sentence);
    }

    static Finding warning(String part, String sentence) {
        return new Finding(part, WARNING, sentence);
    }

    private String state() {
        return findings.stream().anyMatch(each -> each.state().equals(CRITICAL))
                ? CRITICAL
                : findings.stream().allMatch(Finding::good) ? OK : DEGRADED;
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
        out.writeStringField("state", state());
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
                .distinct()
                .collect(Collectors.joining(", "));
        return parts.isEmpty() ? Optional.empty() : Optional.of(state() + ": " + parts);
    }
}
