package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.ports.linkage.HandoverState;
import io.renkei.ports.linkage.HandoverView;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Some handovers: ids and times, neither whose they are nor what they are about. */
record HandoverSheet(HandoverState state, List<HandoverView> handovers) implements Answer {

    private static final List<String> HEADERS = List.of("handover", "site", "asked (JST)", "ends (JST)");

    @Override
    public void print(Page page) {
        page.table(
                HEADERS,
                handovers.stream()
                        .map(view -> List.of(
                                view.id().toString(),
                                view.site().value(),
                                Times.japan(view.askedAt()),
                                Times.japan(view.until())))
                        .toList(),
                "No handover is " + state + ".");
    }

    @Override
    public void json(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("state", state.name());
        out.writeArrayFieldStart("handovers");
        for (HandoverView view : handovers) {
            out.writeStartObject();
            out.writeStringField("id", view.id().toString());
            out.writeStringField("site", view.site().value());
            Json.time(out, "asked", Optional.of(view.askedAt()));
            Json.time(out, "until", Optional.of(view.until()));
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
