package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.api.spi.Troubles.Trouble;
import io.renkei.ports.lanes.LaneRoute;
import io.renkei.ports.lanes.LaneView;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The lanes at a glance.
 *
 * @param troubles what no connector could be made of
 */
record LaneSheet(List<LaneRow> rows, List<Trouble> troubles) implements Answer {

    private static final List<String> HEADERS = List.of(
            "destination",
            "state",
            "in flight",
            "waiting",
            "parked",
            "last success (JST)",
            "last failure",
            "connector",
            "bundle",
            "until (JST)",
            "reason");

    @Override
    public void print(Page page) {
        page.table(HEADERS, rows.stream().map(LaneSheet::row).toList(), "There is no connector and nothing waits.");
        if (rows.stream().anyMatch(row -> row.counts().isEmpty())) {
            page.line("What waits is not known: the database cannot be asked.");
        }
        troubles.forEach(trouble -> page.line(ConnectorTroubles.sentence(trouble)));
    }

    private static List<String> row(LaneRow row) {
        Optional<LaneView> lane = row.lane();
        return List.of(
                row.destination().value(),
                row.state(),
                lane.map(view -> String.valueOf(view.inFlight())).orElse(""),
                row.waiting().map(String::valueOf).orElse("?"),
                row.parked().map(String::valueOf).orElse("?"),
                Times.japan(lane.flatMap(LaneView::lastSuccess)),
                lane.map(LaneView::lastFailure).orElse(""),
                lane.map(LaneView::connectorId).orElse(""),
                lane.map(LaneView::bundle).orElse(""),
                Times.japan(lane.flatMap(LaneView::until)),
                lane.map(LaneSheet::reason).orElse("no connector is installed"));
    }

    /** Beside a pause of sending, which the state says, what else is held. */
    private static String reason(LaneView lane) {
        String others = lane.held().stream()
                .filter(route -> route != LaneRoute.DISPATCH)
                .map(LaneRoute::word)
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? lane.reason() : (lane.reason() + " (held too: " + others + ")").strip();
    }

    @Override
    public void json(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("lanes");
        for (LaneRow row : rows) {
            Optional<LaneView> lane = row.lane();
            out.writeStartObject();
            out.writeStringField("destination", row.destination().value());
            out.writeStringField("state", row.state());
            Json.text(out, "connector", lane.map(LaneView::connectorId));
            Json.text(out, "bundle", lane.map(LaneView::bundle));
            Json.text(out, "reason", lane.map(LaneView::reason));
            Json.time(out, "until", lane.flatMap(LaneView::until));
            out.writeArrayFieldStart("held");
            for (LaneRoute route : lane.map(LaneView::held).orElse(Set.of())) {
                out.writeString(route.word());
            }
            out.writeEndArray();
            out.writeNumberField("inFlight", lane.map(LaneView::inFlight).orElse(0));
            Json.time(out, "lastSuccess", lane.flatMap(LaneView::lastSuccess));
            Json.text(out, "lastFailure", lane.map(LaneView::lastFailure));
            number(out, "waiting", row.waiting());
            number(out, "parked", row.parked());
            number(out, "pauseMillis", lane.flatMap(LaneView::pause).map(Duration::toMillis));
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeArrayFieldStart("troubles");
        for (Trouble trouble : troubles) {
            out.writeStartObject();
            out.writeStringField("where", trouble.where());
            out.writeBooleanField("served", trouble.isServed());
            out.writeArrayFieldStart("sentences");
            for (String sentence : trouble.sentences()) {
                out.writeString(sentence);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void number(JsonGenerator out, String field, Optional<Long> value) throws IOException {
        out.writeFieldName(field);
        if (value.isPresent()) {
            out.writeNumber(value.get());
        } else {
            out.writeNull();
        }
    }
}
