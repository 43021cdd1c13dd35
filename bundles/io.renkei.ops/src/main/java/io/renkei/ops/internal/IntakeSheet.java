package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.ports.lanes.Hold;
import java.io.IOException;
import java.util.Optional;

/** Whether new applications are taken. */
record IntakeSheet(Optional<Hold> pause) implements Answer {

    /** One sentence. */
    static String sentence(Hold pause) {
        return "New applications are not taken: " + pause.reason() + " (" + pause.by() + ", since "
                + Times.japan(pause.since()) + " JST)"
                + pause.until()
                        .map(end -> ", until " + Times.japan(end) + " (JST).")
                        .orElse(", until renkei:intake-resume.");
    }

    @Override
    public void print(Page page) {
        page.line(pause.map(IntakeSheet::sentence).orElse("New applications are taken."));
    }

    @Override
    public void json(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("intake", pause.isPresent() ? "PAUSED" : "OPEN");
        Json.text(out, "reason", pause.map(Hold::reason));
        Json.text(out, "by", pause.map(Hold::by));
        Json.time(out, "since", pause.map(Hold::since));
        Json.time(out, "until", pause.flatMap(Hold::until));
        out.writeEndObject();
    }
}
