package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.ports.state.ApplicationView;
import java.io.IOException;
import java.util.List;

/**
 * Why an application stands where it stands.
 *
 * @param left how many open filings are not explained here
 */
record WhySheet(ApplicationView application, List<Explanation> filings, int left) implements Answer {

    @Override
    public void print(Page page) {
        page.line(application.number() + " of " + application.sender() + ", arrived "
                + Times.japan(application.arrived()) + " (JST): " + application.state() + " "
                + application.state().japanese());
        if (filings.isEmpty()) {
            page.line("Nothing is stuck: every filing is final.");
        }
        for (Explanation each : filings) {
            page.line("");
            page.line(each.filing().key() + " to " + each.filing().destination() + ": "
                    + each.filing().state() + " " + each.filing().state().japanese());
            page.line("  why      " + each.stuck());
            page.line("  machine  " + each.machine());
            page.line("  you      " + each.human());
        }
        if (left > 0) {
            page.line("");
            page.line(left + " more open filings: renkei:application-show " + application.number());
        }
    }

    @Override
    public void json(JsonGenerator out) throws IOException {
        out.writeStartObject();
        ApplicationPage.header(out, application);
        out.writeArrayFieldStart("filings");
        for (Explanation each : filings) {
            out.writeStartObject();
            Json.filing(out, each.filing());
            out.writeStringField("why", each.stuck());
            out.writeStringField("machine", each.machine());
            out.writeStringField("human", each.human());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeNumberField("left", left);
        out.writeEndObject();
    }
}
